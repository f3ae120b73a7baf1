package cn.sihong.platform.inbox;

import cn.sihong.contracts.Event;

import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a topic's payload as the topic's root. */
class EventDeserializer implements Deserializer<Event> {

    /** Readers ignore fields they do not know: a producer may be one release ahead. */
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private static final Map<String, Class<? extends Event>> ROOTS =
            Stream.of(Event.class.getPermittedSubclasses())
                    .map(root -> root.<Event>asSubclass(Event.class))
                    .collect(Collectors.toMap(EventDeserializer::topic, root -> root));

    static Set<String> topics() {
        return ROOTS.keySet();
    }

    @Override
    public @Nullable Event deserialize(String topic, byte @Nullable [] payload) {
        if (payload == null) return null;
        var root = ROOTS.get(topic);
        if (root == null) throw new SerializationException("no event root for topic " + topic);
        try {
            return JSON.readValue(payload, root);
        } catch (JacksonException e) {
            throw new SerializationException("not an event of " + topic, e);
        }
    }

    private static String topic(Class<? extends Event> root) {
        try {
            return (String) root.getField("TOPIC").get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(root + " has no TOPIC", e);
        }
    }
}
