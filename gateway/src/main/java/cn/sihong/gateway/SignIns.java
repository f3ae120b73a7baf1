package cn.sihong.gateway;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;

/**
 * Counts who came back from Keycloak: who is in, and who was not believed. A wrong password is
 * Keycloak's to count; it never comes back from there.
 */
@Component
class SignIns {

    private final Counter came;
    private final Counter refused;

    SignIns(MeterRegistry meters) {
        came = counter(meters, "in");
        refused = counter(meters, "refused");
    }

    private static Counter counter(MeterRegistry meters, String outcome) {
        return Counter.builder("sihong.sign.ins")
                .description("Ways back from Keycloak")
                .tag("outcome", outcome)
                .register(meters);
    }

    void came() {
        came.increment();
    }

    void refused() {
        refused.increment();
    }
}
