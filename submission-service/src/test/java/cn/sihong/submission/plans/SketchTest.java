package cn.sihong.submission.plans;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sihong.submission.plans.Content.Discussion;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class SketchTest {

    @Test
    void theSamePlanIsTheSameHoweverItIsPunctuated() {
        var text = text(0, 400);
        assertThat(likeness(text, text.replace("。", "， \n"))).isEqualTo(100);
    }

    @Test
    void plansWithNothingInCommonAreNotNear() {
        assertThat(likeness(text(0, 400), text(10_000, 400))).isLessThan(10);
    }

    @Test
    void theEstimateIsNearTheTrueShare() {
        // 300 of 500 different sentences in common
        assertThat(likeness(text(0, 400), text(100, 400))).isBetween(45, 75);
    }

    @Test
    void aPlanOfAFewWordsIsNotNearAnything() {
        assertThat(Sketch.of(plan("一二三四")).isBlank()).isTrue();
        assertThat(Sketch.of(plan("一二三四五")).isBlank()).isFalse();
    }

    private static int likeness(String one, String other) {
        return Sketch.of(plan(one)).likeness(Sketch.of(plan(other)));
    }

    /** Sentences that differ in every shingle. */
    private static String text(int from, int sentences) {
        return IntStream.range(from, from + sentences)
                .mapToObj(n -> "第" + Integer.toString(n + 46_656, 36) + "句。")
                .collect(Collectors.joining());
    }

    private static Content plan(String text) {
        return new Content(
                text,
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                List.of(),
                List.of(),
                Discussion.UNTOLD,
                List.of());
    }
}
