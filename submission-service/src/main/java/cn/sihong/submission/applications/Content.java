package cn.sihong.submission.applications;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a school wrote: its answers, each under the key of the {@link Field} that asks for it. White
 * space around a text is nobody's answer, and what was not answered is not there.
 *
 * <p>A few answers mean something to everybody, whichever form asks for them: every {@link Form}
 * asks for them under the same key.
 */
record Content(@JsonValue Map<String, JsonNode> answers) {

    static final String TITLE = "title";
    static final String ORIGIN = "origin";
    static final String SUMMARY = "summary";
    static final String SCHOOL_NOTICE = "schoolNotice";

    /** Asked where somebody is nominated: the share of school leaders may be limited (S47). */
    private static final String HEAD = "head";

    /** 推荐 or 打造: both count for the minimum of R44. */
    enum Origin {
        RECOMMENDED,
        BUILT
    }

    /** The notice at the school (校内公示), both days included, as far as it is known. */
    record SchoolNotice(@Nullable LocalDate from, @Nullable LocalDate to) {}

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Content {
        var kept = new TreeMap<String, JsonNode>();
        answers.forEach((key, answer) -> {
            var stripped = stripped(answer);
            if (!isNothing(stripped)) kept.put(key, stripped);
        });
        answers = Collections.unmodifiableMap(kept);
    }

    JsonNode answer(String key) {
        return answers.getOrDefault(key, MissingNode.getInstance());
    }

    boolean has(String key) {
        return answers.containsKey(key);
    }

    String title() {
        return answer(TITLE).asString("");
    }

    /** What was built counts as much as what is put forward, so only saying so makes it so. */
    Origin origin() {
        return answer(ORIGIN).asString("").equals(Origin.BUILT.name())
                ? Origin.BUILT
                : Origin.RECOMMENDED;
    }

    String summary() {
        return answer(SUMMARY).asString("");
    }

    /** Whether the nominee leads a school; nothing where nobody is nominated. */
    @Nullable Boolean head() {
        return find(HEAD).filter(JsonNode::isBoolean).map(JsonNode::asBoolean).orElse(null);
    }

    SchoolNotice schoolNotice() {
        var notice = answer(SCHOOL_NOTICE);
        return new SchoolNotice(day(notice.path("from")), day(notice.path("to")));
    }

    private static @Nullable LocalDate day(JsonNode day) {
        try {
            return day.isString() ? LocalDate.parse(day.asString()) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Nothing, an empty text, an empty list: not answered. A zero and a no are answers. */
    static boolean isNothing(@Nullable JsonNode answer) {
        return answer == null
                || answer.isNull()
                || answer.isMissingNode()
                || (answer.isString() && answer.asString().isEmpty())
                || (answer.isContainer() && answer.isEmpty());
    }

    private static JsonNode stripped(@Nullable JsonNode answer) {
        var made = JsonNodeFactory.instance;
        if (answer == null) return made.nullNode();
        if (answer.isString()) return made.stringNode(answer.asString().strip());
        if (answer.isArray()) {
            var array = made.arrayNode();
            answer.forEach(one -> array.add(stripped(one)));
            return array;
        }
        if (answer.isObject()) {
            var object = made.objectNode();
            answer.properties()
                    .forEach(part -> {
                        var value = stripped(part.getValue());
                        if (!isNothing(value)) object.set(part.getKey(), value);
                    });
            return object;
        }
        return answer;
    }

    /** With only the answers under these keys. */
    Content only(Set<String> keys) {
        var kept = new TreeMap<>(answers);
        kept.keySet().retainAll(keys);
        return new Content(kept);
    }

    Optional<JsonNode> find(String key) {
        return Optional.ofNullable(answers.get(key));
    }
}
