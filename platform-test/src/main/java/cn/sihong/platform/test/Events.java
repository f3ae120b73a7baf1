package cn.sihong.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.sihong.contracts.Event;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.MessageListenerContainer;

import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

/** What a test says to a service through Kafka, and how it knows that the service has heard. */
public class Events {

    private final JdbcClient jdbc;
    private final KafkaTemplate<String, String> kafka;
    private final KafkaListenerEndpointRegistry readers;
    private final JsonMapper json;

    Events(
            JdbcClient jdbc,
            KafkaTemplate<String, String> kafka,
            KafkaListenerEndpointRegistry readers,
            JsonMapper json) {
        this.jdbc = jdbc;
        this.kafka = kafka;
        this.readers = readers;
        this.json = json;
    }

    /** Sends an event as another service would. */
    public void say(Event event) {
        sayRaw(event.topic(), event.key(), json.writeValueAsString(event));
    }

    /** Sends each as another service would, and waits until every reader has applied it. */
    public void sayAndBeHeard(Collection<? extends Event> events) {
        events.forEach(this::say);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(events).allMatch(this::isHeard));
        var topics = events.stream().map(Event::topic).collect(Collectors.toSet());
        try (var admin = Admin.create(servers())) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> topics.stream().allMatch(topic -> nobodyIsBehind(admin, topic)));
        }
    }

    /** A service may have several readers of one topic, each at its own pace. */
    private boolean nobodyIsBehind(Admin admin, String topic) {
        return readers.getAllListenerContainers().stream()
                .filter(reader -> reads(reader, topic))
                .map(MessageListenerContainer::getGroupId)
                .allMatch(group -> hasReadAll(admin, group, topic));
    }

    private static boolean reads(MessageListenerContainer reader, String topic) {
        var topics = reader.getContainerProperties().getTopics();
        return topics != null && List.of(topics).contains(topic);
    }

    private static boolean hasReadAll(Admin admin, String group, String topic) {
        try {
            var described = admin.describeTopics(List.of(topic)).allTopicNames().get();
            var partitions =
                    Objects.requireNonNull(described.get(topic)).partitions().stream()
                            .map(one -> new TopicPartition(topic, one.partition()))
                            .toList();
            var ends =
                    admin.listOffsets(
                                    partitions.stream()
                                            .collect(
                                                    Collectors.toMap(
                                                            one -> one,
                                                            one -> OffsetSpec.latest())))
                            .all()
                            .get();
            var read = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
            return ends.entrySet().stream()
                    .allMatch(end -> {
                        var at = read.get(end.getKey());
                        return end.getValue().offset() == 0
                                || (at != null && at.offset() >= end.getValue().offset());
                    });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> servers() {
        var servers =
                kafka.getProducerFactory()
                        .getConfigurationProperties()
                        .get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG);
        return Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, Objects.requireNonNull(servers));
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
