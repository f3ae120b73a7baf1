package cn.sihong.review;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

import java.util.Map;

/** What an operator would set. */
public class SecretsForTests
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(
                        new MapPropertySource(
                                "secrets for tests",
                                Map.of(
                                        "SIHONG_BALLOT_SECRET",
                                        "a ballot secret for tests",
                                        "SIHONG_LEDGER_SECRET",
                                        "a ledger secret for tests")));
    }
}
