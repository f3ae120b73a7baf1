package cn.sihong.award.letters;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sihong.award.letters.Letter.Result;
import cn.sihong.award.letters.Writing.Judged;
import cn.sihong.award.ranking.Gate;
import cn.sihong.award.ranking.Rules;
import cn.sihong.award.register.Candidate;
import cn.sihong.award.register.Declaration.Limits;
import cn.sihong.award.register.Indicator;
import cn.sihong.award.register.Programme.Weights;
import cn.sihong.award.register.Work;
import cn.sihong.award.selection.Decision;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

class WritingTest {

    private static final Rules RULES =
            new Rules(
                    new Weights(20, 20, 50, 10),
                    List.of(new Rules.Quota("RED_BASE", 10)),
                    60_000,
                    80_000L,
                    List.of(),
                    Limits.NONE);

    @Test
    void aWinnerIsToldItsPointsItsBandAndWhereItIsStrongAndWeak() {
        var letter = letter(decision(true, 9_012_345L, List.of(), null), judged(8));
        assertThat(letter.outcome()).isEqualTo(Result.SELECTED);
        assertThat(letter.composite()).isEqualTo(90_123L);
        assertThat(letter.band()).startsWith("90 分以上");
        assertThat(letter.strongest())
                .extracting(Letter.Line::name)
                .containsExactly("指标7", "指标6", "指标5");
        assertThat(letter.weakest())
                .extracting(Letter.Line::name)
                .containsExactly("指标0", "指标1", "指标2");
        assertThat(letter.parts())
                .extracting(Letter.Points::weight)
                .containsExactly(20, 20, 50, 10);
        assertThat(letter.checks()).allMatch(Letter.Check::passed);
        assertThat(letter.comments()).containsExactly("很好");
        assertThat(letter.appeal().text()).contains("2026年12月24日", "党建办");
    }

    @Test
    void withFewIndicatorsNoneIsBothStrongAndWeak() {
        var letter = letter(decision(true, 9_000_000L, List.of(), null), judged(3));
        assertThat(letter.strongest()).hasSize(1);
        assertThat(letter.weakest()).hasSize(1);
        assertThat(letter.strongest()).doesNotContainAnyElementsOf(letter.weakest());
    }

    @Test
    void whoWasNotRankedIsToldWhichGatesWereClosedAndHasNoBand() {
        var closed = List.of(Gate.OPEN_FINDING, Gate.NO_APPRAISAL);
        var letter = letter(decision(false, null, closed, null), judged(0));
        assertThat(letter.outcome()).isEqualTo(Result.NOT_RANKED);
        assertThat(letter.band()).isNull();
        assertThat(letter.checks().stream().filter(check -> !check.passed()))
                .extracting(Letter.Check::text)
                .containsExactly("学校的问题都已整改销号", "有群众评议得分");
    }

    @Test
    void whoWasPassedOverForALimitIsToldWhich() {
        var letter = letter(decision(false, 8_500_000L, List.of(), "余下的名额留给幼儿园"), judged(0));
        assertThat(letter.result()).contains("余下的名额留给幼儿园");
        assertThat(letter.band()).startsWith("80—89");
    }

    @Test
    void theBandsAreThoseOfTheGradingWithoutAnyCutOff() {
        assertThat(Writing.band(8_999_999)).startsWith("80—89");
        assertThat(Writing.band(7_999_999)).startsWith("60—79");
        assertThat(Writing.band(5_999_999)).startsWith("60 分以下");
    }

    private static Letter letter(Decision decision, Judged judged) {
        return Writing.letter(decision, judged, "党建办", LocalDate.of(2026, 12, 24));
    }

    private static Judged judged(int indicators) {
        var lines =
                new ArrayList<>(
                        IntStream.range(0, indicators)
                                .mapToObj(i -> new Indicator("c" + i, "指标" + i, 1_000L * i, 10_000))
                                .toList());
        return new Judged(lines, List.of(), List.of("很好"));
    }

    private static Decision decision(
            boolean selected, @Nullable Long composite, List<Gate> closed, @Nullable String limit) {
        var application = new UUID(1, 1);
        var school = new UUID(2, 2);
        return new Decision(
                "2026年度四红创建",
                "红色基地",
                new Work(
                        application,
                        "2026-JD-1",
                        "RED_BASE",
                        "星火展厅",
                        "概要",
                        school,
                        "实验小学",
                        new UUID(3, 3)),
                new Candidate(
                        application,
                        "2026-JD-1",
                        "RED_BASE",
                        school,
                        85_000L,
                        90_000L,
                        88_000L,
                        92_000L,
                        80_000L,
                        86_000L,
                        null,
                        false,
                        false,
                        0,
                        false),
                RULES,
                selected,
                composite,
                closed,
                limit,
                null,
                10);
    }
}
