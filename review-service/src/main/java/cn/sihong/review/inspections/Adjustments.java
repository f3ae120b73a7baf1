package cn.sihong.review.inspections;

import java.util.List;
import java.util.UUID;

/**
 * All that is added to and taken from a school's points beside the rubric. Bonuses never pass their
 * limit together; a school may so have more than 100 points, and never fewer than none.
 *
 * @param bonusLimit milli-points
 */
record Adjustments(UUID schoolId, int bonusLimit, List<Adjustment> given) {

    Adjustments {
        given = List.copyOf(given);
    }

    /** Milli-points; negative where more is taken than given. */
    long total() {
        long bonuses = given.stream().mapToLong(Adjustment::points).filter(it -> it > 0).sum();
        long deductions = given.stream().mapToLong(Adjustment::points).filter(it -> it < 0).sum();
        return Math.min(bonuses, bonusLimit) + deductions;
    }

    /** The score of something with what is added and taken: the school's alone is touched. */
    long applyTo(UUID subject, long score) {
        return subject.equals(schoolId) ? Math.max(0, score + total()) : score;
    }
}
