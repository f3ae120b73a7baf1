package cn.sihong.submission.attachments;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

import java.util.Map;

/** A scanner for all tests of the JVM. */
public class ScannerForTests
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final FakeClamd CLAMD = FakeClamd.start();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(
                        new MapPropertySource(
                                "scanner for tests",
                                Map.of(
                                        "sihong.scanner.host",
                                        "127.0.0.1",
                                        "sihong.scanner.port",
                                        CLAMD.port(),
                                        // tests ask themselves
                                        "sihong.scanner.poll",
                                        "1h")));
    }
}
