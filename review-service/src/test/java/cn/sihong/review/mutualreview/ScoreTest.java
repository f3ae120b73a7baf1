package cn.sihong.review.mutualreview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;

class ScoreTest {

    @Test
    void fromFiveScoresOnTheHighestAndTheLowestAreLeftOut() {
        assertThat(Score.of(List.of(100_000L, 0L, 80_000L, 82_000L, 84_000L)))
                .isEqualTo(new Score(82_000, 5));
    }

    @Test
    void fromNineScoresOnTwoAreLeftOutAtEachEnd() {
        // research.md §4: eleven reviewers, 60 to 100
        var eleven = LongStream.rangeClosed(0, 10).map(i -> 60_000 + i * 4_000).boxed().toList();

        assertThat(Score.of(eleven)).isEqualTo(new Score(80_000, 11));
        assertThat(Score.of(List.of(0L, 0L, 1L, 1L, 1L, 1L, 4L, 9L, 9L)))
                .isEqualTo(new Score(2, 9));
    }

    @Test
    void eightScoresLoseOneAtEachEnd() {
        assertThat(Score.of(List.of(0L, 10L, 10L, 10L, 10L, 10L, 10L, 1_000L)))
                .isEqualTo(new Score(10, 8));
    }

    @Test
    void fewerThanFiveAreAllKept() {
        assertThat(Score.of(List.of(60_000L, 70_000L, 80_000L, 90_000L)))
                .isEqualTo(new Score(75_000, 4));
        assertThat(Score.of(List.of(500L))).isEqualTo(new Score(500, 1));
    }

    @Test
    void halfAMilliPointGoesUp() {
        assertThat(Score.of(List.of(1L, 2L)).trimmedMean()).isEqualTo(2);
        assertThat(Score.of(List.of(1L, 1L, 2L)).trimmedMean()).isEqualTo(1);
        assertThat(Score.of(List.of(1L, 2L, 2L)).trimmedMean()).isEqualTo(2);
    }

    @Test
    void allEqualScoresGiveThatScore() {
        assertThat(Score.of(Collections.nCopies(7, 88_500L)).trimmedMean()).isEqualTo(88_500);
    }

    @Test
    void theOrderOfScoresDoesNotMatter() {
        var scores = new ArrayList<>(List.of(70_000L, 91_500L, 88_000L, 60_500L, 79_000L, 95_000L));
        var score = Score.of(scores);

        Collections.reverse(scores);

        assertThat(Score.of(scores)).isEqualTo(score);
    }

    @Test
    void noScoreIsNotZero() {
        assertThatIllegalArgumentException().isThrownBy(() -> Score.of(List.of()));
    }
}
