package cn.sihong.scenarios;

import static cn.sihong.scenarios.people.Eventually.eventually;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The topics as somebody sees them who stands outside of all services. */
record Topics(String broker) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Everything that was ever said, except what ended among the dead letters. */
    List<ConsumerRecord<String, String>> everything() {
        try (var consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", broker),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            var partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var all = new ArrayList<ConsumerRecord<String, String>>();
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(all::add);
            }
            return all;
        }
    }

    private static Collection<TopicPartition> partitions(KafkaConsumer<String, String> consumer) {
        return consumer.listTopics().entrySet().stream()
                .filter(topic -> !topic.getKey().startsWith("__"))
                .flatMap(topic -> topic.getValue().stream())
                .map(one -> new TopicPartition(one.topic(), one.partition()))
                .toList();
    }

    /**
     * How often each event about a programme was said, by its id; requests to tell somebody
     * something aside, which are no facts about anybody.
     */
    Map<UUID, Long> eventsOf(UUID programme) {
        return everything().stream()
                .filter(heard -> !heard.topic().endsWith(".dlt"))
                .filter(heard -> !heard.topic().equals("notifications"))
                .map(heard -> JSON.readTree(heard.value()).path("stamp"))
                .filter(stamp ->
                        stamp.path("programmeId").asString("").equals(programme.toString()))
                .map(stamp -> UUID.fromString(stamp.path("eventId").asString()))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    List<String> deadLetters() {
        return everything().stream()
                .filter(heard -> heard.topic().endsWith(".dlt"))
                .map(heard -> heard.topic() + " " + heard.value())
                .toList();
    }

    /** Says everything again, the last first: each event twice, and nothing in its order. */
    int sayEverythingAgainBackwards() {
        var all = everything();
        try (var producer = producer()) {
            for (var heard : all.reversed()) {
                producer.send(new ProducerRecord<>(heard.topic(), heard.key(), heard.value()));
            }
        }
        return all.size();
    }

    void say(String topic, String key, String event) {
        try (var producer = producer()) {
            producer.send(new ProducerRecord<>(topic, key, event));
        }
    }

    private KafkaProducer<String, String> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", broker, "acks", "all"),
                new StringSerializer(),
                new StringSerializer());
    }

    /** Waits until every service has heard everything that was said so far. */
    void allIsHeard() {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            eventually("全部服务读完全部主题", () -> behind(admin).isEmpty());
        }
    }

    /** Who is behind, and where. */
    private static Map<String, Long> behind(Admin admin) {
        try {
            var groups =
                    admin.listGroups().all().get().stream().map(group -> group.groupId()).toList();
            var behind = new HashMap<String, Long>();
            for (var group : groups) {
                var read =
                        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
                var asked =
                        read.keySet().stream()
                                .collect(
                                        Collectors.toMap(
                                                Function.identity(), _ -> OffsetSpec.latest()));
                var ends = admin.listOffsets(asked).all().get();
                read.forEach((partition, offset) -> {
                    var left = ends.get(partition).offset() - offset.offset();
                    if (left > 0) behind.put(group + " " + partition, left);
                });
            }
            return behind;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
