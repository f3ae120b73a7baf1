package cn.sihong.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.sihong.contracts.Event;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;

import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

/** What a test says to a service through Kafka, and how it knows that the service has heard. */
public class Events {

    private final JdbcClient jdbc;
    private final KafkaTemplate<String, String> kafka;
    private final JsonMapper json;

    Events(JdbcClient jdbc, KafkaTemplate<String, String> kafka, JsonMapper json) {
        this.jdbc = jdbc;
        this.kafka = kafka;
        this.json = json;
    }

    /** Sends an event as another service would. */
    public void say(Event event) {
        sayRaw(event.topic(), event.key(), json.writeValueAsString(event));
    }

    /** Sends each as another service would, and waits until some reader has applied it. */
    public void sayAndBeHeard(Collection<? extends Event> events) {
        events.forEach(this::say);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(events).allMatch(this::isHeard));
    }

    private boolean isHeard(Event event) {
        return jdbc.sql("select exists (select from inbox where event_id = ?)")
                .param(event.stamp().eventId())
                .query(Boolean.class)
                .single();
    }

    /** Sends anything at all: an event from next year, or what is none. */
    public void sayRaw(String topic, String key, String payload) {
        try {
            kafka.send(topic, key, payload).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the reader has applied the event. */
    public boolean heardBy(String reader, UUID eventId) {
        return jdbc.sql("select exists (select from inbox where reader = ? and event_id = ?)")
                .params(reader, eventId)
                .query(Boolean.class)
                .single();
    }

    /**
     * All that stands on a topic by now, the oldest first: what the services of a test run said.
     */
    public List<String> said(String topic) {
        var settings = new HashMap<>(kafka.getProducerFactory().getConfigurationProperties());
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        try (var consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(one -> new TopicPartition(topic, one.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var said = new ArrayList<String>();
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue()))
                consumer.poll(Duration.ofMillis(200)).forEach(record -> said.add(record.value()));
            return said;
        }
    }

    /** What the service has announced of this type and not yet sent. */
    public long waiting(String type) {
        return jdbc.sql("select count(*) from outbox where type = ?")
                .param(type)
                .query(Long.class)
                .single();
    }
}
