package cn.sihong.review.supervision;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * How the visitors see the school, told to the school alone first: guidance before blame
 * (research.md §8-13). It enters no score.
 *
 * @param schoolWord what the school says to it while it is still private; absent if nothing
 */
record Light(
        UUID visitId, Colour colour, String why, Instant givenAt, @Nullable String schoolWord) {

    /** 72 hours. */
    static final Duration PRIVATE = Duration.ofDays(3);

    enum Colour {
        GREEN,
        YELLOW,
        RED
    }

    /** From when the bureau may see it. */
    Instant opensAt() {
        return givenAt.plus(PRIVATE);
    }

    boolean isPrivateAt(Instant now) {
        return now.isBefore(opensAt());
    }
}
