package cn.sihong.gateway;

import com.nimbusds.jose.JOSEException;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import javax.sql.DataSource;

/**
 * Two gateways over one PostgreSQL, as in production, and a third with a public address in https
 * and tight limits. Started once for all tests of this module, which need neither Kafka nor the
 * platform.
 */
final class World {

    static final StubKeycloak KEYCLOAK;
    static final StubService SERVICE;
    static final JdbcClient DATABASE;
    static final String ONE;
    static final String OTHER;
    static final String SECURE;
    static final String TIGHT;

    private static final EmbeddedPostgres POSTGRES;
    private static final Map<String, String> MANAGEMENT = new HashMap<>();

    static {
        try {
            KEYCLOAK = new StubKeycloak();
            SERVICE = new StubService();
            POSTGRES = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
            var owner = JdbcClient.create(POSTGRES.getPostgresDatabase());
            owner.sql("create role gateway_owner login password 'test'").update();
            owner.sql("create role gateway_app login password 'test'").update();
            owner.sql("create database gateway owner gateway_owner").update();
            DATABASE = JdbcClient.create(gatewayDatabase());
            ONE = gateway(Map.of("SIHONG_PUBLIC_URL", "http://127.0.0.1:8080"));
            OTHER = gateway(Map.of("SIHONG_PUBLIC_URL", "http://127.0.0.1:8080"));
            SECURE = gateway(Map.of("SIHONG_PUBLIC_URL", "https://sihong.example.edu.cn"));
            TIGHT =
                    gateway(
                            Map.of(
                                    "SIHONG_PUBLIC_URL", "http://127.0.0.1:8080",
                                    "SIHONG_SECURITY_CONTACT", "mailto:anquan@example.edu.cn",
                                    "SIHONG_CALLS_PER_MINUTE", "9",
                                    "SIHONG_PUBLIC_CALLS_PER_MINUTE", "5",
                                    "SIHONG_BALLOT_CALLS_PER_MINUTE", "5",
                                    "SIHONG_SIGN_INS_PER_MINUTE", "3",
                                    "SIHONG_REVIEW_URL", "http://127.0.0.1:1"));
        } catch (IOException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private World() {}

    private static DataSource gatewayDatabase() {
        return POSTGRES.getDatabase("postgres", "gateway");
    }

    private static String gateway(Map<String, String> special) {
        var settings = new HashMap<>(database());
        settings.putAll(
                Map.of(
                        "SERVER_PORT", "0",
                        "SIHONG_MANAGEMENT_PORT", "0",
                        "SIHONG_ISSUER", KEYCLOAK.issuer(),
                        "SIHONG_GATEWAY_SECRET", StubKeycloak.SECRET,
                        "SIHONG_SUBMISSION_URL", SERVICE.url(),
                        "SIHONG_REVIEW_URL", SERVICE.url(),
                        "SIHONG_AWARD_URL", SERVICE.url()));
        settings.putAll(special);
        var context =
                (ServletWebServerApplicationContext)
                        new SpringApplicationBuilder(Gateway.class)
                                .run(
                                        settings.entrySet().stream()
                                                .map(one -> "--" + one)
                                                .toArray(String[]::new));
        var address = "http://127.0.0.1:" + context.getWebServer().getPort();
        MANAGEMENT.put(
                address,
                "http://127.0.0.1:"
                        + context.getEnvironment().getRequiredProperty("local.management.port"));
        return address;
    }

    /** Where a gateway keeps its sessions. */
    static Map<String, String> database() {
        return Map.of(
                "SIHONG_DB_URL", POSTGRES.getJdbcUrl("postgres", "gateway"),
                "SIHONG_DB_USER", "gateway_app",
                "SIHONG_DB_PASSWORD", "test",
                "SIHONG_DB_OWNER", "gateway_owner",
                "SIHONG_DB_OWNER_PASSWORD", "test");
    }

    /** Where that gateway is watched. */
    static String management(String gateway) {
        return MANAGEMENT.get(gateway);
    }
}
