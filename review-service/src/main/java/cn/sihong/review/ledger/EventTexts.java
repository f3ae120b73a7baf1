package cn.sihong.review.ledger;

import static java.util.stream.Collectors.toMap;

import cn.sihong.contracts.Event;
import cn.sihong.contracts.LedgerEvent;
import cn.sihong.contracts.NotificationEvent;

import com.fasterxml.jackson.annotation.JsonTypeName;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Writes an event as the one text that is sealed, and reads it back. */
final class EventTexts {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private static final Map<String, Class<? extends Event>> ROOTS =
            Arrays.stream(Event.class.getPermittedSubclasses())
                    .map(root -> root.<Event>asSubclass(Event.class))
                    .collect(toMap(EventTexts::topic, root -> root));

    private EventTexts() {}

    /**
     * Everything that is said anywhere, but what is no fact about anybody: requests to tell
     * somebody something, and how far the ledger has come.
     */
    static List<String> topics() {
        return ROOTS.keySet().stream()
                .filter(topic ->
                        !topic.equals(NotificationEvent.TOPIC) && !topic.equals(LedgerEvent.TOPIC))
                .sorted()
                .toList();
    }

    static String write(Event event) {
        return JSON.writeValueAsString(event);
    }

    static Event read(String topic, String content) {
        var root = ROOTS.get(topic);
        if (root == null) throw new IllegalArgumentException("no event root for topic " + topic);
        return JSON.readValue(content, root);
    }

    /** The wire name that stands on the record. */
    static String type(Event event) {
        return event.getClass().getAnnotation(JsonTypeName.class).value();
    }

    private static String topic(Class<? extends Event> root) {
        try {
            return (String) root.getField("TOPIC").get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(root + " has no TOPIC", e);
        }
    }
}
