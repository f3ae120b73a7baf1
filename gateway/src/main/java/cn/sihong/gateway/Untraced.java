package cn.sihong.gateway;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationPredicate;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.observation.ClientRequestObservationContext;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/**
 * Neither coming to the ballot desk nor casting a ballot is measured or traced, here as in
 * review-service: two spans or two counters with their times would join what is kept apart there.
 */
@Configuration(proxyBeanMethods = false)
class Untraced {

    @Bean
    ObservationPredicate ballotsAreNotObserved() {
        return (_, context) -> !isBallot(path(context));
    }

    /** Of a call that comes in or goes on; empty for anything else. */
    private static String path(Observation.Context context) {
        return switch (context) {
            case ServerRequestObservationContext in when in.getCarrier() != null ->
                    in.getCarrier().getRequestURI();
            case ClientRequestObservationContext on when on.getCarrier() != null ->
                    on.getCarrier().getURI().getRawPath();
            default -> "";
        };
    }

    private static boolean isBallot(String path) {
        return path.startsWith("/api/public/ballots/") || path.startsWith("/api/ballots/");
    }
}
