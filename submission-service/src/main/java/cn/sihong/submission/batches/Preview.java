package cn.sihong.submission.batches;

import cn.sihong.submission.applications.Reporting.Tally;
import cn.sihong.submission.organisations.Organisation;
import cn.sihong.submission.programmes.Category;
import cn.sihong.submission.programmes.CategoryRule;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a batch would hold if it were submitted now, school by school; shown before it is sent, and
 * the rule by which it is sent.
 *
 * @param schools all schools of the unit, those without any application too
 */
record Preview(List<SchoolLine> schools) {

    /** How a school stands; {@code missing} is empty where it reaches every minimum of R44. */
    record SchoolLine(UUID schoolId, String name, List<Count> counts, List<Missing> missing) {}

    record Count(Category category, int recommended, int notRecommended, int waiting) {}

    /** The school has {@code has} recommended or built, and should have {@code needs}. */
    record Missing(Category category, String chinese, int has, int needs) {}

    static Preview of(List<Organisation> schools, List<Tally> tallies, List<CategoryRule> rules) {
        return new Preview(
                schools.stream()
                        .map(school ->
                                line(
                                        school,
                                        tallies.stream()
                                                .filter(tally -> tally.school().equals(school.id()))
                                                .toList(),
                                        rules))
                        .toList());
    }

    int recommended() {
        return sum(Count::recommended);
    }

    int notRecommended() {
        return sum(Count::notRecommended);
    }

    int waiting() {
        return sum(Count::waiting);
    }

    /** Schools that need a reason and are not among those that gave one. */
    List<SchoolLine> unexplained(Set<UUID> explained) {
        return schools.stream()
                .filter(school -> !school.missing().isEmpty())
                .filter(school -> !explained.contains(school.schoolId()))
                .toList();
    }

    Set<UUID> schoolIds() {
        return schools.stream().map(SchoolLine::schoolId).collect(Collectors.toSet());
    }

    private int sum(java.util.function.ToIntFunction<Count> part) {
        return schools.stream().flatMap(school -> school.counts().stream()).mapToInt(part).sum();
    }

    private static SchoolLine line(
            Organisation school, List<Tally> tallies, List<CategoryRule> rules) {
        var counts =
                Arrays.stream(Category.values()).map(category -> count(category, tallies)).toList();
        var missing =
                rules.stream()
                        .map(rule -> missing(rule, count(rule.category(), tallies)))
                        .filter(line -> line.has() < line.needs())
                        .toList();
        return new SchoolLine(school.id().value(), school.name(), counts, missing);
    }

    private static Count count(Category category, List<Tally> tallies) {
        return tallies.stream()
                .filter(tally -> tally.category() == category)
                .findFirst()
                .map(tally ->
                        new Count(
                                category,
                                tally.recommended(),
                                tally.notRecommended(),
                                tally.waiting()))
                .orElse(new Count(category, 0, 0, 0));
    }

    /** Recommended or built: what the unit did not recommend still exists, and counts (R44). */
    private static Missing missing(CategoryRule rule, Count count) {
        return new Missing(
                rule.category(),
                rule.category().chinese(),
                count.recommended() + count.notRecommended(),
                rule.minPerUnit());
    }
}
