package cn.sihong.review.supervision;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A piece of advice to a school (指导意见) and what the school says to it.
 *
 * @param replyBy last day of the reply
 */
record Guidance(
        UUID id,
        UUID visitId,
        UUID schoolId,
        UUID unitId,
        String text,
        LocalDate replyBy,
        @Nullable Reply reply) {

    /** What the secretary replied. */
    record Reply(String text, UUID by, LocalDate on) {}

    boolean isOverdueOn(LocalDate today) {
        return reply == null && today.isAfter(replyBy);
    }
}
