package cn.sihong.local;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

class KeptDataIT {

    private static final TopicPartition PLANS = new TopicPartition("plans", 0);

    @TempDir Path home;

    @Test
    void whatIsWrittenSurvivesAKillAndASecondStart() throws Exception {
        var local = LocalRun.in(home).onFreePorts().only("postgres", "kafka", "s3").silently();
        var house = local.ensemble().house();

        try (var run = local.start()) {
            asOwner(house, "create table plan (name text)");
            asApplication(house, "insert into plan values ('红色书屋')");
            announce(house, "plan.filed");
            assertThat(object(house, "PUT", "红船")).isEqualTo(200);

            run.kill("postgres");
            run.kill("kafka");
            assertThat(run.isRunning("kafka")).isFalse();
            run.restart("postgres");
            run.restart("kafka");
            assertThat(heard(house)).containsExactly("plan.filed");
        }

        try (var _ = local.start()) {
            asApplication(house, "insert into plan select name from plan where name = '红色书屋'");
            assertThat(heard(house)).containsExactly("plan.filed");
            assertThat(object(house, "GET", "")).isEqualTo(200);
        }
    }

    static void asOwner(House house, String sql) throws SQLException {
        as(house, Postgres.owner("submission"), sql);
    }

    static void asApplication(House house, String sql) throws SQLException {
        assertThat(as(house, Postgres.application("submission"), sql)).isEqualTo(1);
    }

    private static int as(House house, String role, String sql) throws SQLException {
        var url = Postgres.url(house, "submission");
        try (var connection = DriverManager.getConnection(url, role, house.secrets().of(role));
                var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    static void announce(House house, String event) throws Exception {
        Map<String, Object> settings =
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, house.ports().address(Port.KAFKA));
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(PLANS.topic(), 0, "key", event)).get();
        }
    }

    static List<String> heard(House house) {
        Map<String, Object> settings =
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, house.ports().address(Port.KAFKA));
        try (var consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(PLANS));
            consumer.seekToBeginning(List.of(PLANS));
            return consumer.poll(Duration.ofSeconds(20)).records(PLANS).stream()
                    .map(record -> record.value())
                    .toList();
        }
    }

    /** The old signature in the address: four lines, where today's would be forty. */
    static int object(House house, String method, String body)
            throws IOException, InterruptedException, GeneralSecurityException {
        var path = "/" + ObjectStore.BUCKET + "/proof";
        var expires = Instant.now().plusSeconds(60).getEpochSecond();
        var mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(ObjectStore.secretKey(house).getBytes(UTF_8), "HmacSHA1"));
        var text = method + "\n\n\n" + expires + "\n" + path;
        var signature = Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
        var address =
                "%s%s?AWSAccessKeyId=%s&Expires=%d&Signature=%s"
                        .formatted(
                                house.ports().url(Port.S3),
                                path,
                                ObjectStore.ACCESS_KEY,
                                expires,
                                URLEncoder.encode(signature, UTF_8));
        var request =
                HttpRequest.newBuilder(URI.create(address))
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }
}
