package cn.sihong.platform.retention;

import java.time.LocalDate;
import java.time.Period;

/**
 * Something that is kept for a while only. Both statements are queries that answer one number and
 * know {@code :before}, the day before which everything is past its term.
 *
 * @param what a short name, for the log and for metrics
 * @param due how much is past its term
 * @param end deletes or blanks at most {@code :most} of it and answers how much that was; what was
 *     ended is due no more
 */
public record Term(String what, Period kept, String due, String end) {

    public Term {
        if (kept.isNegative() || kept.isZero())
            throw new IllegalArgumentException(what + " cannot be kept for " + kept);
    }

    /**
     * All that a service's view {@code words_that_end} names. The functions behind it look at the
     * age themselves.
     */
    public static Term ofWords(String what, Period kept) {
        return new Term(
                        what,
                        kept,
                        "select words_past(:before)",
                        "select end_words(:before, :most)")
                .atLeast(Period.ofYears(10), "order no. 8 of the State Archives Administration");
    }

    /** Refuses a setting below what a law or a procedure asks for. */
    public Term atLeast(Period least, String because) {
        if (LocalDate.EPOCH.plus(kept).isBefore(LocalDate.EPOCH.plus(least)))
            throw new IllegalArgumentException(
                    "%s must be kept for %s at least: %s".formatted(what, least, because));
        return this;
    }
}
