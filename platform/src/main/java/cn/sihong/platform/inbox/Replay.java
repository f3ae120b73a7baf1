package cn.sihong.platform.inbox;

import cn.sihong.contracts.Event;
import cn.sihong.platform.inbox.ParkedKeys.Parked;
import cn.sihong.platform.inbox.ParkedKeys.Place;
import cn.sihong.platform.inbox.ParkedKeys.Wish;
import cn.sihong.platform.reach.Reach;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.AcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;

/**
 * Does with parked keys what an operator wrote beside them. The dead letters of a key are applied
 * by its own listener, in their order and in one transaction that also unparks it: all of them, or
 * none and the key stays parked with the new reason. What comes for the key meanwhile waits at
 * {@link DeadLetters#intercept}.
 */
class Replay {

    private static final Logger LOG = LoggerFactory.getLogger(Replay.class);

    private record Letter(Place place, String reader, String key, String payload) {}

    private final ParkedKeys parked;
    private final KafkaListenerEndpointRegistry listeners;
    private final ConsumerFactory<?, ?> connected;
    private final TransactionTemplate transaction;
    private final EventDeserializer events = new EventDeserializer();

    Replay(
            ParkedKeys parked,
            KafkaListenerEndpointRegistry listeners,
            ConsumerFactory<?, ?> connected,
            TransactionTemplate transaction) {
        this.parked = parked;
        this.listeners = listeners;
        this.connected = connected;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "${sihong.inbox.replay-every:2s}")
    void fulfilWishes() {
        for (var wish : parked.wishes()) fulfil(wish.parked());
    }

    private void fulfil(Parked key) {
        try {
            Reach.everything()
                    .during(() -> transaction.execute(_ -> parked.take(key).map(this::fulfil)));
        } catch (RuntimeException e) {
            LOG.error("{} stays parked", key, e);
            parked.leave(key, String.valueOf(e.getCause() == null ? e : e.getCause()));
        }
    }

    private boolean fulfil(Wish wish) {
        var letters = letters(wish);
        if (wish.skips() && !letters.isEmpty()) {
            var first = letters.getFirst().place();
            LOG.warn("Passed over {} of {} at {}", wish.parked(), letters.getFirst().key(), first);
            parked.passOver(wish.parked(), new Place(first.partition(), first.offset() + 1));
            return false;
        }
        for (var letter : letters) apply(wish.parked(), letter);
        parked.unpark(wish.parked());
        LOG.info("Replayed {} dead letters of {}", letters.size(), wish.parked());
        return true;
    }

    private void apply(Parked key, Letter letter) {
        var event =
                Objects.requireNonNull(
                        events.deserialize(
                                key.topic(), letter.payload().getBytes(StandardCharsets.UTF_8)),
                        "an empty letter");
        var record =
                new ConsumerRecord<>(
                        key.topic(),
                        letter.place().partition(),
                        letter.place().offset(),
                        key.key(),
                        event);
        listener(key.reader()).onMessage(record, null, null);
    }

    @SuppressWarnings("unchecked")
    private AcknowledgingConsumerAwareMessageListener<String, Event> listener(String reader) {
        return listeners.getAllListenerContainers().stream()
                .filter(container -> reader.equals(container.getGroupId()))
                .map(MessageListenerContainer::getContainerProperties)
                .map(properties ->
                        (AcknowledgingConsumerAwareMessageListener<String, Event>)
                                properties.getMessageListener())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody reads as " + reader));
    }

    /** All that waits for the key, in order; nothing is added while its row is locked. */
    private List<Letter> letters(Wish wish) {
        var settings = new HashMap<>(connected.getConfigurationProperties());
        settings.put("enable.auto.commit", false);
        settings.put("allow.auto.create.topics", false);
        settings.put("client.id", wish.parked().reader() + ".replay");
        try (var consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            return letters(wish, consumer);
        }
    }

    private static List<Letter> letters(Wish wish, Consumer<String, String> consumer) {
        var topic = wish.parked().topic() + ".dlt";
        var from = wish.from();
        var partitions =
                consumer.partitionsFor(topic).stream()
                        .map(one -> new TopicPartition(topic, one.partition()))
                        .filter(one -> from == null || from.partition() == one.partition())
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        if (from != null) consumer.seek(partitions.getFirst(), from.offset());
        var ends = consumer.endOffsets(partitions);
        var letters = new ArrayList<Letter>();
        while (ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (var record : consumer.poll(Duration.ofMillis(200))) {
                var letter = letter(record);
                if (letter.reader().equals(wish.parked().reader())
                        && letter.key().equals(wish.parked().key())) letters.add(letter);
            }
        }
        return letters;
    }

    private static Letter letter(ConsumerRecord<String, String> record) {
        var reader = record.headers().lastHeader("reader");
        return new Letter(
                new Place(record.partition(), record.offset()),
                reader == null ? "" : new String(reader.value(), StandardCharsets.UTF_8),
                record.key(),
                record.value());
    }
}
