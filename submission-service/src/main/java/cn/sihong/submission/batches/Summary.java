package cn.sihong.submission.batches;

import cn.sihong.submission.applications.Reporting.Line;
import cn.sihong.submission.programmes.Category;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * What a unit reported in one sheet (汇总表, research.md §3.9).
 *
 * @param rehearsed of a demonstration; every copy says so
 * @param reviewer who sent it, by name
 * @param schools all schools of the unit, those without any application too
 * @param recommended in the unit's order
 * @param secondCheck what the bureau said to a direct unit's batch
 */
record Summary(
        String programme,
        boolean rehearsed,
        String unit,
        String reviewer,
        Instant submittedAt,
        boolean late,
        List<School> schools,
        List<Item> recommended,
        List<Item> notRecommended,
        @Nullable String secondCheck) {

    /** What stands above the sheet. */
    String heading() {
        return programme + "申报汇总表" + (rehearsed ? "（演示数据，不作依据）" : "");
    }

    /**
     * A school's numbers by category, in the order of {@link Category}.
     *
     * @param reason why it stays below the minimum, where it does
     */
    record School(UUID id, String name, List<Count> counts, @Nullable String reason) {}

    /** Put forward and built both count for the minimum (R44); recommended is what the unit did. */
    record Count(Category category, int putForward, int built, int recommended) {

        static Count of(Category category, List<Line> lines) {
            var mine = lines.stream().filter(line -> line.category() == category).toList();
            int built = (int) mine.stream().filter(line -> line.origin().equals("BUILT")).count();
            return new Count(
                    category,
                    mine.size() - built,
                    built,
                    (int) mine.stream().filter(line -> line.rank() != null).count());
        }

        static List<Count> ofAll(List<Line> lines) {
            return Arrays.stream(Category.values()).map(category -> of(category, lines)).toList();
        }
    }

    /**
     * One application.
     *
     * @param note why not recommended, or why the second check struck it
     */
    record Item(
            UUID applicationId,
            Category category,
            String categoryName,
            @Nullable Integer rank,
            String title,
            String school,
            boolean built,
            @Nullable String note) {}
}
