package cn.sihong.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Who gets in, how they sign in and out, and what every answer says to the browser. */
@Configuration(proxyBeanMethods = false)
class SignIn {

    /**
     * Ant Design writes its styles while it runs, hence unsafe-inline for styles, and for them
     * only.
     */
    private static final String CONTENT_POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
                    + "img-src 'self' data: blob:; font-src 'self' data:; object-src 'none'; "
                    + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

    private final Settings settings;

    SignIn(Settings settings) {
        this.settings = settings;
    }

    @Bean
    @Order(1)
    SecurityFilterChain calls(
            HttpSecurity http,
            Keycloak keycloak,
            KeycloakSessions keycloakSessions,
            Tokens tokens,
            SignIns signIns) {
        var returnTo = new ReturnTo(keycloak);
        return http.securityMatcher(
                        "/api/**", "/oauth2/**", "/login/**", "/logout/**", "/actuator/**")
                .headers(this::headers)
                .addFilterAfter(Limits.ofAddresses(settings.limits()), HeaderWriterFilter.class)
                .addFilterAfter(new BodyLimit(settings.calls()), Limits.class)
                .addFilterAfter(
                        Limits.ofPeople(settings.callsPerMinute()), AuthorizationFilter.class)
                .authorizeHttpRequests(calls ->
                        calls.requestMatchers("/api/me")
                                .permitAll()
                                .requestMatchers("/actuator/**")
                                .denyAll()
                                .requestMatchers("/api/docs/**")
                                .hasAnyRole("sys-admin", "party-office")
                                .anyRequest()
                                .authenticated())
                .oauth2Login(login ->
                        login.loginPage("/oauth2/authorization/keycloak")
                                .authorizationEndpoint(
                                        to -> to.authorizationRequestResolver(returnTo))
                                .tokenEndpoint(
                                        token -> token.accessTokenResponseClient(keycloak.codes()))
                                .userInfoEndpoint(user -> user.userAuthoritiesMapper(SignIn::roles))
                                .successHandler((request, response, person) -> {
                                    signIns.came();
                                    returnTo.onAuthenticationSuccess(request, response, person);
                                })
                                // Whoever signed in elsewhere meanwhile is at work there, others
                                // are offered to sign in again.
                                .failureHandler((_, response, _) -> {
                                    signIns.refused();
                                    response.sendRedirect("/app?signIn=failed");
                                }))
                .oidcLogout(
                        logout -> logout.backChannel(back -> back.logoutHandler(keycloakSessions)))
                .logout(logout ->
                        logout.addLogoutHandler((request, _, _) -> tokens.end(request))
                                .logoutSuccessHandler(
                                        new HttpStatusReturningLogoutSuccessHandler(
                                                HttpStatus.NO_CONTENT)))
                .csrf(csrf -> csrf.spa().csrfTokenRepository(csrfCookie()))
                .requestCache(cache -> cache.disable())
                .exceptionHandling(refusals ->
                        refusals.authenticationEntryPoint(SignIn::refuseStranger)
                                .accessDeniedHandler(SignIn::refuse))
                .build();
    }

    /**
     * Who reaches the management port may read it: nothing there can be changed, and the network
     * decides who reaches it. On the port of the application none of this is served.
     */
    @Bean
    @Order(-1)
    SecurityFilterChain watchers(HttpSecurity http) {
        return forAnybody(http.securityMatcher(EndpointRequest.toAnyEndpoint()));
    }

    /** A span for each of Spring Security's filters tells nobody anything, and costs each call. */
    @Bean
    SecurityObservationSettings noSpanForEachFilter() {
        return SecurityObservationSettings.noObservations();
    }

    /**
     * Who checks a certificate, objects or casts a ballot is nobody: no session is looked at, even
     * if the browser sends its cookie along, and without a cookie there is nothing that another
     * site could abuse.
     */
    @Bean
    @Order(0)
    SecurityFilterChain strangers(HttpSecurity http) {
        return forAnybody(
                http.securityMatcher("/api/public/**")
                        .headers(this::headers)
                        .addFilterAfter(
                                Limits.ofAddresses(settings.limits()), HeaderWriterFilter.class)
                        .addFilterAfter(new BodyLimit(settings.calls()), Limits.class));
    }

    /** Files of the portal are for everybody, and are served without looking at any session. */
    @Bean
    @Order(2)
    SecurityFilterChain files(HttpSecurity http) {
        return forAnybody(http.headers(this::headers));
    }

    /** Where nobody is known: no session, and so nothing that another site could abuse. */
    private static SecurityFilterChain forAnybody(HttpSecurity http) {
        return http.authorizeHttpRequests(anybody -> anybody.anyRequest().permitAll())
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.disable())
                .logout(logout -> logout.disable())
                .build();
    }

    private void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentTypeOptions(Customizer.withDefaults())
                .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .frameOptions(frames -> frames.deny())
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(
                        opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(), geolocation=(), microphone=()"));
        if (settings.https()) {
            // TLS ends before the gateway, so the request itself does not look secure.
            headers.httpStrictTransportSecurity(
                    hsts -> hsts.requestMatcher(AnyRequestMatcher.INSTANCE));
        } else {
            headers.httpStrictTransportSecurity(hsts -> hsts.disable());
        }
    }

    private CookieCsrfTokenRepository csrfCookie() {
        var csrf = CookieCsrfTokenRepository.withHttpOnlyFalse();
        csrf.setCookieCustomizer(
                cookie -> cookie.secure(settings.https()).sameSite("Lax").path("/"));
        return csrf;
    }

    private static Set<GrantedAuthority> roles(Collection<? extends GrantedAuthority> granted) {
        var roles = new HashSet<GrantedAuthority>();
        for (var authority : granted) {
            if (authority instanceof OidcUserAuthority user) {
                for (var role : Me.roles(user.getIdToken().getClaims())) {
                    roles.add(new SimpleGrantedAuthority("ROLE_" + role));
                }
            }
        }
        return roles;
    }

    private static void refuseStranger(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        Refusal.NOT_SIGNED_IN.send(response);
    }

    private static void refuse(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        var refusal = e instanceof CsrfException ? Refusal.STALE_PAGE : Refusal.ROLE_NOT_ALLOWED;
        var who = SecurityContextHolder.getContext().getAuthentication();
        LOG.warn(
                "{} was refused {} {}: {}",
                who == null ? "a stranger" : who.getName(),
                request.getMethod(),
                request.getRequestURI(),
                refusal);
        refusal.send(response);
    }
}
