package cn.sihong.award.letters;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What one applicant is told. All points are thousandths of a point.
 *
 * @param result in a sentence
 * @param checks all gates that applied, passed or not
 * @param composite absent for who was not ranked
 * @param strongest the best indicators by share of their maximum, the best first
 * @param weakest the poorest, the poorest first; none of them is among the strongest
 * @param comments what reviewers wrote, in no order that tells who
 */
record Letter(
        UUID applicationId,
        String programmeTitle,
        String number,
        String categoryName,
        String title,
        String schoolName,
        Result outcome,
        String result,
        List<Check> checks,
        @Nullable Long composite,
        @Nullable String band,
        List<Points> parts,
        List<Line> strongest,
        List<Line> weakest,
        List<String> comments,
        Appeal appeal) {

    enum Result {
        SELECTED,
        NOT_SELECTED,
        NOT_RANKED
    }

    /** A gate in a person's words. */
    record Check(String text, boolean passed) {}

    /**
     * One part of the composite.
     *
     * @param weight in whole per cent
     * @param points absent where nobody gave any
     */
    record Points(String part, int weight, @Nullable Long points) {}

    /**
     * One indicator.
     *
     * @param source who judged by it, {@code 互查互评}
     */
    record Line(String source, String name, long points, long max) {}

    /** How to ask for a second look, until and including a day. */
    record Appeal(String text, LocalDate until) {}
}
