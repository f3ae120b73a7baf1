package cn.sihong.submission.programmes;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/**
 * How much of a school's time a programme may ask for (R65, research.md §8.2).
 *
 * @param ceiling in minutes, for one school in this programme
 * @param approvedBy who allowed more than that, by name; null while nobody has to
 * @param reason why more is needed; null while it is not
 */
public record Burden(int ceiling, @Nullable String approvedBy, @Nullable String reason) {

    /** Six hours: what the seed's own year asks for, and half an hour to spare. */
    public static final Burden USUAL = new Burden(360, null, null);

    static final int HIGHEST = 1_200;

    boolean allows(Estimate estimate) {
        return estimate.minutes() <= ceiling || isApproved();
    }

    private boolean isApproved() {
        return !Objects.requireNonNullElse(approvedBy, "").isBlank()
                && !Objects.requireNonNullElse(reason, "").isBlank();
    }
}
