package cn.sihong.platform.keycloak;

import cn.sihong.platform.access.AccessTable;
import cn.sihong.platform.problem.ProblemWriter;
import cn.sihong.platform.problem.Refused;
import cn.sihong.platform.reach.ReachFilter;

import com.github.benmanes.caffeine.cache.Ticker;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** A service believes tokens only, keeps no session, and refuses what its table does not allow. */
@AutoConfiguration
@EnableConfigurationProperties(SecondFactor.class)
class KeycloakConfiguration implements WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Actors());
    }

    /** Boot makes the decoder from the settings; here it only remembers for a moment. */
    @Bean
    static BeanPostProcessor remembersTokens() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof JwtDecoder decoder
                        ? new VerifiedTokens(decoder, Clock.systemUTC(), Ticker.systemTicker())
                        : bean;
            }
        };
    }

    /** Beside what Boot checks: without an end a token would be believed for ever. */
    @Bean
    static OAuth2TokenValidator<Jwt> endsSomeDay() {
        return new JwtClaimValidator<>(JwtClaimNames.EXP, Objects::nonNull);
    }

    /**
     * Boot asks that the token names this service; here, that it names no other. A token for
     * several could be taken from one of them and used at another.
     */
    @Bean
    static OAuth2TokenValidator<Jwt> madeForOne() {
        return new JwtClaimValidator<Collection<String>>(
                JwtClaimNames.AUD, audience -> audience != null && audience.size() == 1);
    }

    /** A span for each of Spring Security's filters tells nobody anything, and costs each call. */
    @Bean
    SecurityObservationSettings noSpanForEachFilter() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain tokensOnly(
            HttpSecurity http,
            AccessTable table,
            SecondFactor secondFactor,
            ReachFilter reach,
            ProblemWriter problems)
            throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable) // no cookie ever reaches a service
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(table::applyTo)
                .oauth2ResourceServer(server ->
                        server.jwt(jwt -> jwt.jwtAuthenticationConverter(SignedIn::of))
                                .authenticationEntryPoint((request, response, refused) ->
                                        problems.write(
                                                response,
                                                HttpStatus.UNAUTHORIZED,
                                                "not-signed-in",
                                                "请先登录，再继续操作。")))
                .exceptionHandling(refusals ->
                        refusals.accessDeniedHandler((request, response, refused) -> {
                            var code = "role-not-allowed";
                            var sentence = "您的岗位不能进行这项操作；如确需办理，请联系党建办调整岗位。";
                            if (refused instanceof SecondFactor.Missing) {
                                code = "second-factor-missing";
                                sentence = "您的岗位除密码外还须用一次性口令登录，这次登录没有用到；请退出后重新登录，并输入一次性口令。";
                            }
                            Refused.note(request, code);
                            problems.write(response, HttpStatus.FORBIDDEN, code, sentence);
                        }))
                .addFilterAfter(reach, BearerTokenAuthenticationFilter.class)
                .addFilterBefore(secondFactor::check, AuthorizationFilter.class)
                .build();
    }
}
