package cn.sihong.review.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

class CalibrationTest {

    private static final int SCHOOLS = 400;
    private static final int K = 5;

    /** What is planted: worth and leniency of each school, and who scored whom. */
    private record Town(int[] worth, int[] leniency, int[] thing, int[] reviewer, int[] points) {
        static Town of(long seed, int noise) {
            var random = new Random(seed);
            var worth = spread(random, 80_000, 6_000);
            var leniency = spread(random, 0, 5_000);
            var thing = new int[SCHOOLS * K];
            var reviewer = new int[SCHOOLS * K];
            var points = new int[SCHOOLS * K];
            for (int i = 0; i < points.length; i++) {
                thing[i] = i / K;
                reviewer[i] = (thing[i] + 1 + 37 * (i % K)) % SCHOOLS;
                points[i] =
                        worth[thing[i]]
                                + leniency[reviewer[i]]
                                + (int) (noise * random.nextGaussian());
            }
            return new Town(worth, leniency, thing, reviewer, points);
        }

        private static int[] spread(Random random, int mean, int deviation) {
            return IntStream.range(0, SCHOOLS)
                    .map(i -> mean + (int) (deviation * random.nextGaussian()))
                    .toArray();
        }

        Scores scores() {
            return new Scores(SCHOOLS, SCHOOLS, thing, reviewer, points);
        }
    }

    @Test
    void plantedSeverityIsRecovered() {
        var town = Town.of(1, 1_500);
        var calibration = Calibration.of(town.scores());
        double mean = Arrays.stream(town.leniency()).average().orElseThrow();

        double error =
                rootMeanSquare(
                        it -> calibration.leniency(it).orElseThrow() - town.leniency()[it] + mean);

        assertThat(error).isLessThan(1_700);
    }

    @Test
    void calibratedMeansAreNearerToTheTruthThanPlainOnes() {
        var town = Town.of(2, 1_500);
        var calibration = Calibration.of(town.scores());
        double shift = Arrays.stream(town.leniency()).average().orElseThrow();

        double calibrated =
                rootMeanSquare(it -> calibration.mean(it).orElseThrow() - town.worth()[it] - shift);
        double plain = rootMeanSquare(it -> plainMean(town, it) - town.worth()[it] - shift);

        assertThat(calibrated).isLessThan(0.7 * plain);
    }

    @Test
    void whereAllAreEquallySevereNothingIsCorrected() {
        var town = Town.of(3, 0);
        var same = new int[town.points().length];
        for (int i = 0; i < same.length; i++) same[i] = town.worth()[town.thing()[i]];
        var calibration =
                Calibration.of(new Scores(SCHOOLS, SCHOOLS, town.thing(), town.reviewer(), same));

        for (int it = 0; it < SCHOOLS; it++) {
            assertThat(calibration.mean(it)).hasValue(town.worth()[it]);
            assertThat(calibration.leniency(it)).hasValue(0);
        }
    }

    @Test
    void allEqualScoresStayAsTheyAre() {
        var calibration =
                Calibration.of(
                        new Scores(
                                2,
                                3,
                                new int[] {0, 0, 0, 1, 1, 1},
                                new int[] {0, 1, 2, 0, 1, 2},
                                new int[] {85_000, 85_000, 85_000, 85_000, 85_000, 85_000}));

        assertThat(calibration.mean(0)).hasValue(85_000);
        assertThat(calibration.mean(1)).hasValue(85_000);
    }

    @Test
    void theOrderOfTheScoresDoesNotMatter() {
        var town = Town.of(4, 2_000);
        var straight = Calibration.of(town.scores());
        var order = IntStream.range(0, town.points().length).toArray();
        var random = new Random(5);
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        var shuffled =
                Calibration.of(
                        new Scores(
                                SCHOOLS,
                                SCHOOLS,
                                picked(town.thing(), order),
                                picked(town.reviewer(), order),
                                picked(town.points(), order)));

        for (int it = 0; it < SCHOOLS; it++) {
            assertThat(shuffled.mean(it)).isEqualTo(straight.mean(it));
            assertThat(shuffled.leniency(it)).isEqualTo(straight.leniency(it));
        }
    }

    @Test
    void whoHasNoScoreHasNoMeanWhichIsNotZero() {
        var calibration =
                Calibration.of(new Scores(2, 2, new int[] {0}, new int[] {0}, new int[] {0}));

        assertThat(calibration.mean(0)).hasValue(0);
        assertThat(calibration.mean(1)).isEmpty();
        assertThat(calibration.leniency(1)).isEmpty();
    }

    private static int[] picked(int[] from, int[] order) {
        return Arrays.stream(order).map(i -> from[i]).toArray();
    }

    private static double plainMean(Town town, int school) {
        return IntStream.range(school * K, school * K + K)
                .map(i -> town.points()[i])
                .average()
                .orElseThrow();
    }

    private static double rootMeanSquare(java.util.function.IntToDoubleFunction error) {
        return Math.sqrt(
                IntStream.range(0, SCHOOLS)
                        .mapToDouble(error)
                        .map(it -> it * it)
                        .average()
                        .orElseThrow());
    }
}
