package cn.sihong.review.ballots;

import io.micrometer.observation.ObservationPredicate;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.security.config.observation.SecurityObservationSettings;

/**
 * Neither coming to the desk nor casting a ballot is measured or traced: two spans or two counters
 * with their times would join what the tables keep apart.
 */
@Configuration(proxyBeanMethods = false)
class UntracedConfiguration {

    @Bean
    ObservationPredicate ballotsAreNotObserved() {
        return (name, context) ->
                !(context instanceof ServerRequestObservationContext request
                        && isBallot(request.getCarrier()));
    }

    /** Its spans stand alone where the request has none, and would be traced after all. */
    @Bean
    SecurityObservationSettings securityIsNotObserved() {
        return SecurityObservationSettings.noObservations();
    }

    private static boolean isBallot(@Nullable HttpServletRequest request) {
        if (request == null) return false;
        var path = request.getRequestURI();
        return path.startsWith("/api/public/ballots/") || path.startsWith("/api/ballots/");
    }
}
