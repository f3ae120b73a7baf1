package cn.sihong.submission.suggestions;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Something somebody would like to be better. */
sealed interface Suggestion {

    record Id(UUID value) {}

    /**
     * What was said.
     *
     * @param page where it was said, {@code /app/applications}
     * @param name of the author, absent if they would rather not be named
     * @param answerBy the last day for an answer
     */
    record Said(
            Id id,
            String page,
            String text,
            UUID author,
            @Nullable String name,
            Instant at,
            LocalDate answerBy,
            long version) {}

    Said said();

    record Open(Said said) implements Suggestion {
        Answered answer(String answer, UUID by, Instant at) {
            return new Answered(said, answer, by, at);
        }
    }

    record Answered(Said said, String answer, UUID by, Instant answeredAt) implements Suggestion {}
}
