package cn.sihong.review.mutualreview;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import cn.sihong.review.calibration.Calibration;
import cn.sihong.review.calibration.Scores;
import cn.sihong.review.scoresheets.Given;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * How each reviewing school scores beside the others (research.md §8-8). Shown to discipline, who
 * may ask for a reason; it corrects nothing.
 */
final class Severity {

    /** Fewer scores tell nothing of a habit. */
    static final int ENOUGH = 4;

    /** So far from the others, in milli-points, is worth a question. */
    static final long FAR = 5_000;

    /** Within one step of what the others say, again and again, is no opinion of one's own. */
    static final long NEAR = 500;

    /** What is worth a question. */
    enum Sign {
        LENIENT("评分明显偏高"),
        SEVERE("评分明显偏低"),
        ALL_EQUAL("对所有申报评分相同"),
        HERDING("评分始终与他人均分几乎一致");

        private final String chinese;

        Sign(String chinese) {
            this.chinese = chinese;
        }

        String chinese() {
            return chinese;
        }
    }

    /**
     * One reviewing school; points in milli-points.
     *
     * @param mean of what it gave
     * @param deviation standard deviation of what it gave
     * @param leniency how far it scores above the others (below, if negative), they allowed for
     */
    record Reviewer(
            UUID school, int scores, long mean, long deviation, long leniency, Set<Sign> signs) {}

    private Severity() {}

    /** The reviewers of a round, the most remarkable first. */
    static List<Reviewer> of(List<Given> given) {
        var bySchool = given.stream().collect(groupingBy(Given::reviewing, TreeMap::new, toList()));
        var byApplication = given.stream().collect(groupingBy(Given::applicationId));
        var number = new LinkedHashMap<UUID, Integer>();
        bySchool.keySet().forEach(school -> number.put(school, number.size()));
        var things = new LinkedHashMap<UUID, Integer>();
        byApplication.keySet().stream()
                .sorted(Comparator.comparing(UUID::toString))
                .forEach(application -> things.put(application, things.size()));
        var calibration = calibration(given, number, things);
        var reviewers = new ArrayList<Reviewer>();
        bySchool.forEach((school, mine) ->
                reviewers.add(
                        reviewer(
                                school,
                                mine,
                                calibration.leniency(number.getOrDefault(school, -1)).orElseThrow(),
                                byApplication)));
        reviewers.sort(
                Comparator.comparingInt((Reviewer it) -> -it.signs().size())
                        .thenComparingLong(it -> -Math.abs(it.leniency()))
                        .thenComparing(it -> it.school().toString()));
        return reviewers;
    }

    private static Calibration calibration(
            List<Given> given, Map<UUID, Integer> number, Map<UUID, Integer> things) {
        return Calibration.of(
                new Scores(
                        things.size(),
                        number.size(),
                        given.stream()
                                .mapToInt(it -> things.getOrDefault(it.applicationId(), -1))
                                .toArray(),
                        given.stream()
                                .mapToInt(it -> number.getOrDefault(it.reviewing(), -1))
                                .toArray(),
                        given.stream().mapToInt(it -> (int) it.total()).toArray()));
    }

    private static Reviewer reviewer(
            UUID school, List<Given> mine, long leniency, Map<UUID, List<Given>> byApplication) {
        double mean = mine.stream().mapToLong(Given::total).average().orElseThrow();
        double variance =
                mine.stream()
                        .mapToDouble(it -> (it.total() - mean) * (it.total() - mean))
                        .average()
                        .orElseThrow();
        var signs = EnumSet.noneOf(Sign.class);
        if (mine.size() >= ENOUGH) {
            if (leniency >= FAR) signs.add(Sign.LENIENT);
            if (leniency <= -FAR) signs.add(Sign.SEVERE);
            if (variance == 0) signs.add(Sign.ALL_EQUAL);
            else if (mine.stream().allMatch(it -> isNearTheOthers(it, byApplication)))
                signs.add(Sign.HERDING);
        }
        return new Reviewer(
                school,
                mine.size(),
                Math.round(mean),
                Math.round(Math.sqrt(variance)),
                leniency,
                signs);
    }

    private static boolean isNearTheOthers(Given mine, Map<UUID, List<Given>> byApplication) {
        var others =
                byApplication.getOrDefault(mine.applicationId(), List.of()).stream()
                        .filter(it -> !it.sheetId().equals(mine.sheetId()))
                        .mapToLong(Given::total)
                        .average();
        return others.isPresent() && Math.abs(mine.total() - others.getAsDouble()) <= NEAR;
    }
}
