package cn.sihong.platform.inbox;

import cn.sihong.contracts.Event;
import cn.sihong.platform.inbox.ParkedKeys.Parked;
import cn.sihong.platform.inbox.ParkedKeys.Place;
import cn.sihong.platform.reach.Reach;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.core.log.LogAccessor;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConsumerAwareRecordRecoverer;
import org.springframework.kafka.listener.RecordInterceptor;
import org.springframework.kafka.support.serializer.DeserializationException;

import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sees each record before its listener and after its last failure. A record that cannot be applied,
 * and each later one of its key, goes to {@code <topic>.dlt}; a named, alarmed resting place.
 */
class DeadLetters implements RecordInterceptor<String, Event>, ConsumerAwareRecordRecoverer {

    private static final LogAccessor LOG = new LogAccessor(DeadLetters.class);

    private final ParkedKeys parked;
    private final KafkaTemplate<String, String> kafka;
    private final JsonMapper json;
    private final MeterRegistry meters;

    DeadLetters(
            ParkedKeys parked,
            KafkaTemplate<String, String> kafka,
            JsonMapper json,
            MeterRegistry meters) {
        this.parked = parked;
        this.kafka = kafka;
        this.json = json;
        this.meters = meters;
        EventDeserializer.topics().forEach(this::buried); // known as zero before the first
    }

    private Counter buried(String topic) {
        return Counter.builder("sihong.inbox.buried")
                .description("Events that went to the dead letters")
                .tag("topic", topic)
                .register(meters);
    }

    /**
     * Lets a record pass to its listener, with the eyes of the system, unless its key is parked.
     */
    @Override
    public @Nullable ConsumerRecord<String, Event> intercept(
            ConsumerRecord<String, Event> heard, Consumer<String, Event> consumer) {
        var key = new Parked(consumer.groupMetadata().groupId(), heard.topic(), key(heard));
        if (parked.whileParked(key, () -> bury(heard, key.reader(), "key is parked", null)))
            return null;
        Reach.everything().begin();
        return heard;
    }

    @Override
    public void afterRecord(ConsumerRecord<String, Event> heard, Consumer<String, Event> consumer) {
        Reach.end();
    }

    /** The last attempt failed: the record is buried and its key parked. */
    @Override
    public void accept(
            ConsumerRecord<?, ?> heard,
            @Nullable Consumer<?, ?> consumer,
            @Nullable Exception failure) {
        var reader = consumer == null ? "unknown" : consumer.groupMetadata().groupId();
        var cause = failure == null || failure.getCause() == null ? failure : failure.getCause();
        LOG.error(() ->
                "Parked key %s of %s for %s: %s"
                        .formatted(key(heard), heard.topic(), reader, cause));
        var place = bury(heard, reader, String.valueOf(cause), cause);
        parked.park(new Parked(reader, heard.topic(), key(heard)), String.valueOf(cause), place);
    }

    private Place bury(
            ConsumerRecord<?, ?> heard, String reader, String reason, @Nullable Throwable cause) {
        var buried =
                new ProducerRecord<>(heard.topic() + ".dlt", key(heard), payload(heard, cause));
        heard.headers().forEach(buried.headers()::add);
        buried.headers().add("reader", reader.getBytes(StandardCharsets.UTF_8));
        buried.headers().add("reason", reason.getBytes(StandardCharsets.UTF_8));
        try {
            var sent = kafka.send(buried).get(30, TimeUnit.SECONDS).getRecordMetadata();
            buried(heard.topic()).increment();
            return new Place(sent.partition(), sent.offset());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the dead-letter topic did not answer", e);
        }
    }

    private static String key(ConsumerRecord<?, ?> heard) {
        return heard.key() == null ? "" : String.valueOf(heard.key());
    }

    /** What could not be read is kept as it came. */
    private String payload(ConsumerRecord<?, ?> heard, @Nullable Throwable cause) {
        if (heard.value() != null) return json.writeValueAsString(heard.value());
        return cause instanceof DeserializationException unreadable
                ? new String(unreadable.getData(), StandardCharsets.UTF_8)
                : "";
    }
}
