package cn.sihong.submission.plans;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * What a plan says: the five aspects (R24), what stands out (R25), the brand, who answers for it
 * (R32, R37), and this year's targets (R28).
 */
record Content(
        String ideology,
        String organisation,
        String institution,
        String team,
        String integrity,
        String highlights,
        String brandName,
        String brandMeaning,
        String secretary,
        String infoOfficer,
        List<Target> targets) {

    Content {
        targets = List.copyOf(targets);
    }

    /** What is to be reached, how it is measured, and until when. */
    record Target(String text, String measure, @Nullable LocalDate dueOn) {}
}
