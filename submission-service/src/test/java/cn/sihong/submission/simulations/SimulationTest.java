package cn.sihong.submission.simulations;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sihong.submission.programmes.Category;
import cn.sihong.submission.programmes.CategoryRule;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class SimulationTest {

    private static final List<CategoryRule> RULES =
            List.of(
                    new CategoryRule(Category.RED_GARDENER, "红色园丁", 1, 1, 10),
                    new CategoryRule(Category.RED_CLASSROOM, "红色课堂", 2, 4, 50));

    @Test
    void theSameQuestionGetsTheSameAnswerAndAnotherSeedAnother() {
        var once = new Simulation(40, 10, 500, 7).of(RULES);
        assertThat(new Simulation(40, 10, 500, 7).of(RULES)).isEqualTo(once);
        assertThat(new Simulation(40, 10, 500, 8).of(RULES)).isNotEqualTo(once);
    }

    @Test
    void fewSchoolsLeavePlacesEmptyAndNobodyIsTied() {
        var gardener = new Simulation(8, 2, 500, 1).of(RULES).getFirst();
        assertThat(gardener.candidates()).isEqualTo(8);
        assertThat(gardener.chosen()).isEqualTo(8);
        assertThat(gardener.empty()).isEqualTo(2);
        assertThat(gardener.tied()).isZero();
        assertThat(gardener.schoolsWithout()).isZero();
    }

    @Test
    void coarseScoresMakeTiesAtTheEdgeAndEveryPlaceIsAccountedFor() {
        var outcomes = new Simulation(200, 50, 10_000, 3).of(RULES);
        assertThat(outcomes)
                .allSatisfy(one -> {
                    assertThat(one.chosen() + one.left() + one.empty()).isEqualTo(one.quota());
                    assertThat(one.tied()).isGreaterThan(one.left());
                    assertThat(one.candidates()).isBetween(200, 800);
                });
        assertThat(Simulation.sentences(outcomes, Map.of()))
                .anyMatch(sentence -> sentence.contains("同分候选竞争"));
    }

    @Test
    void inATownWithoutKindergartensNoneIsChosen() {
        assertThat(new Simulation(60, 0, 100, 5).of(RULES))
                .extracting(Simulation.Outcome::kindergartens)
                .containsOnly(0);
        assertThat(new Simulation(60, 60, 100, 5).of(RULES))
                .allSatisfy(one -> assertThat(one.kindergartens()).isEqualTo(one.chosen()));
    }
}
