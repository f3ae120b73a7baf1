package cn.sihong.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.sihong.contracts.BatchEvent;
import cn.sihong.contracts.Stamp;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.DoublePredicate;

/** A whole small service as an operator's Prometheus sees it: at its management port. */
class MeasuresTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        service =
                new SpringApplicationBuilder(MiniService.class, TestSupport.class)
                        .initializers(new RealParts())
                        .run("--server.port=0");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void nothingOfTheManagementPortIsServedOnTheApplications() throws Exception {
        assertThat(get("local.management.port", "/actuator/prometheus").statusCode())
                .isEqualTo(200);
        assertThat(get("local.management.port", "/api/mini").statusCode()).isNotEqualTo(200);
        assertThat(get("local.server.port", "/actuator/prometheus").statusCode()).isEqualTo(401);
        assertThat(get("local.server.port", "/actuator/health").statusCode()).isEqualTo(401);
        assertThat(get("local.server.port", "/livez").statusCode()).isEqualTo(200);
        assertThat(get("local.server.port", "/readyz").statusCode()).isEqualTo(200);
    }

    @Test
    void aParkedKeyIsSeenAndWhatIsBuriedCounted() {
        var jdbc = service.getBean(JdbcClient.class);
        // whatever other tests left on the topic is read first
        service.getBean(Events.class).sayAndBeHeard(List.of(received(UUID.randomUUID())));
        var parked = jdbc.sql("select count(*) from parked_keys").query(Long.class).single();
        var buried = read("sihong_inbox_buried_total{", "topic=\"batches\"");
        awaits("sihong_inbox_parked{", value -> value == parked);

        service.getBean(Events.class).say(received(MiniService.BatchListener.POISON));

        awaits("sihong_inbox_parked{", value -> value == parked + 1);
        assertThat(read("sihong_inbox_buried_total{", "topic=\"batches\"")).isEqualTo(buried + 1);
        jdbc.sql("delete from parked_keys").update();
        awaits("sihong_inbox_parked{", value -> value == 0);
    }

    @Test
    void anEventFromNextYearIsCounted() {
        var before = read("sihong_events_unrecognised_total{", "topic=\"batches\"");

        service.getBean(Events.class)
                .sayRaw(
                        BatchEvent.TOPIC,
                        UUID.randomUUID().toString(),
                        "{\"type\":\"batch.folded.v9\"}");

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(read("sihong_events_unrecognised_total{", "topic=\"batches\""))
                                .isEqualTo(before + 1));
    }

    @Test
    void whatKafkaDoesNotTakeIsSeenWaitingAndGrowingOld() throws Exception {
        var jdbc = service.getBean(JdbcClient.class);
        awaits("sihong_outbox_unsent{", value -> value == 0);
        // A topic that cannot be: the relay tries for ever, as it would with a broker that is gone.
        jdbc.sql(
                        """
                        insert into outbox (event_id, topic, key, type, payload, announced_at)
                        values (gen_random_uuid(), 'no topic', 'k', 'none.v1', '{}', now() - interval '1 hour')
                        """)
                .update();
        try {
            awaits("sihong_outbox_unsent{", value -> value >= 1);
            awaits("sihong_outbox_age_seconds{", value -> value > 3_600);
        } finally {
            jdbc.sql("delete from outbox where topic = 'no topic'").update();
        }
        awaits("sihong_outbox_age_seconds{", value -> value == 0);
    }

    @Test
    void howFarEachReaderIsBehindIsToldByItsGroup() {
        service.getBean(Events.class).say(received(UUID.randomUUID()));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(scrape())
                                .containsPattern(
                                        "kafka_consumer_fetch_manager_records_lag_max\\{.*client_id=\"[^\"]+\\.mini-0\""));
    }

    private static void awaits(String metric, DoublePredicate value) {
        await().atMost(Duration.ofSeconds(60)).until(() -> value.test(read(metric, "")));
    }

    /** Not a number where the scrape does not have it. */
    private static double read(String metric, String label) {
        return scrape().lines()
                .filter(line -> line.startsWith(metric) && line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf("} ") + 2)))
                .findFirst()
                .orElse(Double.NaN);
    }

    private static String scrape() {
        try {
            return get("local.management.port", "/actuator/prometheus").body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> get(String port, String path)
            throws IOException, InterruptedException {
        var address = "http://127.0.0.1:" + service.getEnvironment().getProperty(port) + path;
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    }

    private static BatchEvent.Received received(UUID unit) {
        var stamp = new Stamp(UUID.randomUUID(), 1, null, "party-office", Instant.EPOCH);
        return new BatchEvent.Received(stamp, UUID.randomUUID(), unit, 1);
    }
}
