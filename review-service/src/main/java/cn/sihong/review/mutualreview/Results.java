package cn.sihong.review.mutualreview;

import cn.sihong.review.calibration.Calibration;
import cn.sihong.review.calibration.Scores;
import cn.sihong.review.mutualreview.Round.Closed;
import cn.sihong.review.register.Organisation;
import cn.sihong.review.register.Organisations;
import cn.sihong.review.scoresheets.Gaps;
import cn.sihong.review.scoresheets.Given;
import cn.sihong.review.scoresheets.ScoreSheetLifecycle;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a round says of each application: two means side by side, and how far judges differ. */
@Repository
class Results {

    /**
     * What the round says of one application; all in milli-points.
     *
     * @param plainMean of all scores
     * @param scores how many there were; below five none was left out of the trimmed mean
     */
    record Result(
            UUID applicationId,
            UUID schoolId,
            String category,
            long trimmedMean,
            long calibratedMean,
            long plainMean,
            long lowest,
            long highest,
            int scores) {}

    /**
     * Judges differ by {@link Gaps#WIDE} or more.
     *
     * @param reasons what those at the ends said, without their names
     * @param thirdLook {@code NONE} or {@code DONE}
     * @param answered both ends said why, or somebody looked again
     */
    record Gap(
            UUID applicationId,
            UUID schoolId,
            String category,
            long lowest,
            long highest,
            int scores,
            List<String> reasons,
            String thirdLook,
            boolean answered) {}

    private final JdbcClient jdbc;
    private final ScoreSheetLifecycle sheets;
    private final Organisations organisations;

    Results(JdbcClient jdbc, ScoreSheetLifecycle sheets, Organisations organisations) {
        this.jdbc = jdbc;
        this.sheets = sheets;
        this.organisations = organisations;
    }

    /** The round is closed: its results are counted once and kept. */
    List<Result> settle(Closed round) {
        var results = of(sheets.given(round.plan().id()));
        for (var result : results)
            jdbc.sql("insert into application_results values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(round.plan().id(), result.applicationId(), result.schoolId())
                    .param(
                            organisations
                                    .find(result.schoolId())
                                    .map(Organisation::unit)
                                    .orElse(result.schoolId()))
                    .params(result.category(), result.trimmedMean(), result.calibratedMean())
                    .params(result.plainMean(), result.lowest(), result.highest())
                    .param(result.scores())
                    .update();
        return results;
    }

    /** Pure: the same results from the same scores. */
    static List<Result> of(List<Given> given) {
        var byApplication = byApplication(given);
        var reviewers = new LinkedHashMap<UUID, Integer>();
        given.stream()
                .map(Given::reviewing)
                .distinct()
                .sorted(Comparator.comparing(UUID::toString))
                .forEach(school -> reviewers.put(school, reviewers.size()));
        var things = new ArrayList<>(byApplication.keySet());
        var number = new LinkedHashMap<UUID, Integer>();
        things.forEach(application -> number.put(application, number.size()));
        var calibration =
                Calibration.of(
                        new Scores(
                                things.size(),
                                reviewers.size(),
                                given.stream()
                                        .mapToInt(it -> number.getOrDefault(it.applicationId(), -1))
                                        .toArray(),
                                given.stream()
                                        .mapToInt(it -> reviewers.getOrDefault(it.reviewing(), -1))
                                        .toArray(),
                                given.stream().mapToInt(it -> (int) it.total()).toArray()));
        var results = new ArrayList<Result>();
        for (int thing = 0; thing < things.size(); thing++)
            results.add(
                    result(
                            byApplication.getOrDefault(things.get(thing), List.of()),
                            calibration.mean(thing).orElseThrow()));
        return results;
    }

    List<Result> ofRound(UUID round) {
        return jdbc.sql(
                        "select * from application_results where round_id = ? order by application_id")
                .param(round)
                .query((row, n) ->
                        new Result(
                                row.getObject("application_id", UUID.class),
                                row.getObject("school_id", UUID.class),
                                row.getString("category"),
                                row.getLong("trimmed_mean"),
                                row.getLong("calibrated_mean"),
                                row.getLong("plain_mean"),
                                row.getLong("lowest"),
                                row.getLong("highest"),
                                row.getInt("scores")))
                .list();
    }

    List<Gap> gaps(UUID round) {
        var gaps = new ArrayList<Gap>();
        for (var all : byApplication(sheets.given(round)).values()) {
            var gap = gap(all);
            if (gap != null) gaps.add(gap);
        }
        return gaps;
    }

    int unansweredGaps(UUID round) {
        return (int) gaps(round).stream().filter(gap -> !gap.answered()).count();
    }

    private @Nullable Gap gap(List<Given> all) {
        long lowest = all.stream().mapToLong(Given::total).min().orElseThrow();
        long highest = all.stream().mapToLong(Given::total).max().orElseThrow();
        if (highest - lowest < Gaps.WIDE) return null;
        var first = all.getFirst();
        var given = sheets.reasons(first.applicationId());
        var atTheEnds =
                all.stream().filter(it -> it.total() == lowest || it.total() == highest).toList();
        boolean lookedAgain = all.stream().anyMatch(Given::thirdLook);
        return new Gap(
                first.applicationId(),
                first.schoolId(),
                first.category(),
                lowest,
                highest,
                all.size(),
                List.copyOf(given.values()),
                lookedAgain ? "DONE" : "NONE",
                lookedAgain || atTheEnds.stream().allMatch(it -> given.containsKey(it.sheetId())));
    }

    private static Result result(List<Given> all, long calibrated) {
        var first = all.getFirst();
        var totals = all.stream().map(Given::total).toList();
        long sum = totals.stream().mapToLong(Long::longValue).sum();
        int n = totals.size();
        return new Result(
                first.applicationId(),
                first.schoolId(),
                first.category(),
                Score.of(totals).trimmedMean(),
                calibrated,
                Math.floorDiv(2 * sum + n, 2L * n),
                totals.stream().mapToLong(Long::longValue).min().orElseThrow(),
                totals.stream().mapToLong(Long::longValue).max().orElseThrow(),
                n);
    }

    private static Map<UUID, List<Given>> byApplication(List<Given> given) {
        var byApplication = new LinkedHashMap<UUID, List<Given>>();
        for (var one : given)
            byApplication.computeIfAbsent(one.applicationId(), it -> new ArrayList<>()).add(one);
        return byApplication;
    }
}
