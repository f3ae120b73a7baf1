package cn.sihong.submission.plans;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * What a plan says: the five aspects (R24), what stands out (R25), the brand sheet (R2), who
 * answers for it (R32, R37) and who leads (R63), this year's targets (R28), and, as far as the
 * school wants to tell, when the bureau's programme was discussed (R30) and what was done to make
 * it known (R29).
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
        String brandCarrier,
        String brandMethod,
        String brandEffect,
        String secretary,
        String infoOfficer,
        List<Leader> leadGroup,
        List<Target> targets,
        Discussion discussion,
        List<Publicity> publicity) {

    Content {
        leadGroup = List.copyOf(leadGroup);
        targets = List.copyOf(targets);
        publicity = List.copyOf(publicity);
    }

    /** Somebody of the lead group and what they see to. */
    record Leader(String name, String duty) {}

    /** What is to be reached, how it is measured, and until when. */
    record Target(String text, String measure, @Nullable LocalDate dueOn) {}

    /** A day and a number, and no minutes: nobody is to prove a meeting (§6.2). */
    record Discussion(@Nullable LocalDate heldOn, @Nullable Integer participants) {

        static final Discussion UNTOLD = new Discussion(null, null);
    }

    record Publicity(String what, @Nullable LocalDate on) {}
}
