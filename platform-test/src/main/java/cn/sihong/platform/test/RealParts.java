package cn.sihong.platform.test;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

import java.util.Map;

/** Points a context at the real parts of this JVM, starting them when the first test asks. */
public class RealParts implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Logger LOG = LoggerFactory.getLogger(RealParts.class);

    private static final class Started {
        static final Engine ENGINE = Engine.choose();
        static final Database DATABASE = ENGINE.database();
        static final String KAFKA = ENGINE.kafka();
        static final Issuer ISSUER = new Issuer();

        static {
            LOG.info("Tests run on {}", ENGINE.name());
        }
    }

    /** The tests of a module are of one service. */
    private static volatile String service = "test";

    static Issuer issuer() {
        return Started.ISSUER;
    }

    /** As the service calls itself, before each context gets a name of its own here. */
    static String service() {
        return service;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var name = context.getEnvironment().getProperty("spring.application.name", "test");
        service = name;
        var database = Started.DATABASE.create(name);
        context.getEnvironment()
                .getPropertySources()
                .addFirst(
                        new MapPropertySource(
                                "real parts",
                                Map.ofEntries(
                                        Map.entry("SIHONG_DB_URL", database.url()),
                                        Map.entry("SIHONG_DB_USER", database.app()),
                                        Map.entry("SIHONG_DB_PASSWORD", Database.PASSWORD),
                                        Map.entry("SIHONG_DB_OWNER", database.owner()),
                                        Map.entry("SIHONG_DB_OWNER_PASSWORD", Database.PASSWORD),
                                        Map.entry("SIHONG_DB_POOL", "5"),
                                        Map.entry("SIHONG_KAFKA", Started.KAFKA),
                                        Map.entry("SIHONG_ISSUER", Started.ISSUER.url()),
                                        Map.entry("SIHONG_PUBLIC_URL", "http://127.0.0.1:8080"),
                                        Map.entry("SIHONG_TRACE_SHARE", "0.0"),
                                        // two contexts of one service must not share its events
                                        Map.entry("sihong.inbox.give-up-after", "2s"),
                                        Map.entry("spring.application.name", database.name()))));
    }
}
