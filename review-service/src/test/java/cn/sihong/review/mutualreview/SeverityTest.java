package cn.sihong.review.mutualreview;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sihong.review.mutualreview.Severity.Reviewer;
import cn.sihong.review.mutualreview.Severity.Sign;
import cn.sihong.review.scoresheets.Given;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntBinaryOperator;

class SeverityTest {

    private static final int SCHOOLS = 30;
    private static final int STRICT = 7;

    @Test
    void aPlantedSeverityIsRecovered() {
        var reviewers =
                Severity.of(round(5, (by, of) -> honest(by, of) - (by == STRICT ? 9_000 : 0)));

        var strict = of(reviewers, STRICT);
        assertThat(strict.leniency()).isBetween(-9_500L, -5_000L);
        assertThat(strict.signs()).containsExactly(Sign.SEVERE);
        assertThat(reviewers.getFirst()).isEqualTo(strict);
        assertThat(reviewers.stream().filter(it -> !it.signs().isEmpty())).hasSize(1);
    }

    @Test
    void whoAlwaysSaysWhatTheOthersSayIsHerding() {
        var honest = round(5, SeverityTest::honest);
        var copied = new ArrayList<Given>();
        for (var given : honest) {
            var others =
                    honest.stream()
                            .filter(it ->
                                    it.applicationId().equals(given.applicationId())
                                            && !it.equals(given))
                            .mapToLong(Given::total)
                            .average()
                            .orElseThrow();
            copied.add(
                    given.reviewing().equals(school(STRICT))
                            ? with(given, Math.round(others / 500) * 500)
                            : given);
        }

        assertThat(of(Severity.of(copied), STRICT).signs()).containsExactly(Sign.HERDING);
        assertThat(of(Severity.of(honest), STRICT).signs()).isEmpty();
    }

    @Test
    void whoGivesEverybodyTheSameIsNamed() {
        var reviewers = Severity.of(round(5, (by, of) -> by == STRICT ? 85_000 : honest(by, of)));

        assertThat(of(reviewers, STRICT).signs()).contains(Sign.ALL_EQUAL);
        assertThat(of(reviewers, STRICT).deviation()).isZero();
    }

    @Test
    void whereAllScoresAreEqualNobodyIsSevere() {
        var reviewers = Severity.of(round(5, (by, of) -> 90_000));

        assertThat(reviewers)
                .allSatisfy(it -> {
                    assertThat(it.leniency()).isZero();
                    assertThat(it.signs()).containsExactly(Sign.ALL_EQUAL);
                });
    }

    @Test
    void threeScoresTellNothingOfAHabit() {
        var reviewers =
                Severity.of(round(3, (by, of) -> honest(by, of) - (by == STRICT ? 20_000 : 0)));

        assertThat(reviewers).allSatisfy(it -> assertThat(it.signs()).isEmpty());
    }

    @Test
    void fourAndElevenScoresGiveBothMeansWithoutAndWithTrimming() {
        var four = Results.of(about(60_000, 70_000, 80_000, 90_000)).getFirst();
        assertThat(four.trimmedMean()).isEqualTo(75_000);
        assertThat(four.scores()).isEqualTo(4);
        var eleven =
                Results.of(
                                about(
                                        60_000, 64_000, 68_000, 72_000, 76_000, 80_000, 84_000,
                                        88_000, 92_000, 96_000, 100_000))
                        .getFirst();
        assertThat(eleven.trimmedMean()).isEqualTo(80_000);
        assertThat(eleven.plainMean()).isEqualTo(80_000);
        assertThat(eleven.calibratedMean()).isEqualTo(80_000);
        assertThat(eleven.lowest()).isEqualTo(60_000);
        assertThat(eleven.highest()).isEqualTo(100_000);
    }

    @Test
    void theSameScoresGiveTheSameResultsInWhateverOrderAHundredTimes() {
        var given = new ArrayList<>(round(5, SeverityTest::honest));
        var once = Results.of(sorted(given));
        for (int i = 0; i < 100; i++) {
            Collections.shuffle(given, new Random(i));
            assertThat(Results.of(sorted(given))).isEqualTo(once);
        }
    }

    private static List<Given> sorted(List<Given> given) {
        return given.stream()
                .sorted(java.util.Comparator.comparing((Given it) -> it.applicationId().toString()))
                .toList();
    }

    private static List<Given> about(int... totals) {
        var given = new ArrayList<Given>();
        for (int by = 0; by < totals.length; by++) given.add(given(by, 0, totals[by]));
        return given;
    }

    private static int honest(int by, int of) {
        return (80_000 + 1_100 * (of % 13) + 1_500 * ((31 * by + 17 * of) % 5 - 2)) / 500 * 500;
    }

    private static List<Given> round(int k, IntBinaryOperator score) {
        var given = new ArrayList<Given>();
        for (int by = 0; by < SCHOOLS; by++)
            for (int i = 1; i <= k; i++) {
                int of = (by + i * i) % SCHOOLS;
                given.add(given(by, of, score.applyAsInt(by, of)));
            }
        return given;
    }

    private static Given given(int by, int of, long total) {
        return new Given(
                id("application", of),
                school(of),
                "RED_BASE",
                id("sheet " + by, of),
                school(by),
                false,
                total);
    }

    private static Given with(Given it, long total) {
        return new Given(
                it.applicationId(),
                it.schoolId(),
                it.category(),
                it.sheetId(),
                it.reviewing(),
                false,
                total);
    }

    private static Reviewer of(List<Reviewer> reviewers, int school) {
        return reviewers.stream()
                .filter(it -> it.school().equals(school(school)))
                .findFirst()
                .orElseThrow();
    }

    private static UUID school(int number) {
        return id("school", number);
    }

    private static UUID id(String kind, int number) {
        return UUID.nameUUIDFromBytes(
                (kind + number).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
