package cn.sihong.award.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sihong.award.ranking.Samples.Someone;
import cn.sihong.award.register.Declaration.Limits;
import cn.sihong.award.register.Programme.Weights;

import org.junit.jupiter.api.Test;

import java.util.List;

/** What other rules would give, asked of a copy. */
class SensitivityTest {

    @Test
    void whoHangsOnTheWeightsIsNamedAndWhichShiftItTakes() {
        // 30·m + 70·a: ahead by the acceptance as declared, behind once the peers weigh 35
        var onSite = Someone.scored(1, 70_000L, 90_000L).candidate();
        var onPaper = Someone.scored(2, 80_000L, 85_500L).candidate();
        var found = Sensitivity.of(Samples.packageOf(Samples.rules(1), List.of(onSite, onPaper)));
        assertThat(found.variations()).isEqualTo(2);
        assertThat(found.changes())
                .containsOnlyKeys(onSite.applicationId(), onPaper.applicationId());
        assertThat(found.changes().get(onSite.applicationId()))
                .containsExactly(
                        new Sensitivity.Swing(
                                Part.ACCEPTANCE, Part.MUTUAL_REVIEW, Outcome.RESERVE));
    }

    @Test
    void aClearResultHangsOnNothing() {
        var better = Someone.of(1, 90_000L);
        var worse = Someone.of(2, 70_000L);
        assertThat(
                        Sensitivity.of(Samples.packageOf(Samples.rules(1), List.of(better, worse)))
                                .changes())
                .isEmpty();
    }

    @Test
    void aPartThatWeighsLessThanTheShiftGivesAllItHas() {
        assertThat(
                        Sensitivity.shifted(
                                new Weights(3, 0, 97, 0), Part.MUTUAL_REVIEW, Part.ACCEPTANCE))
                .isEqualTo(new Weights(0, 0, 100, 0));
        assertThat(Sensitivity.shifted(Samples.ALL_FOUR, Part.ACCEPTANCE, Part.SUPERVISION))
                .isEqualTo(new Weights(20, 20, 45, 15));
    }

    @Test
    void askingWhatIfChangesNothingOfWhatIsFrozen() {
        var frozen =
                Samples.packageOf(
                        Samples.rules(1), List.of(Someone.of(1, 90_000L), Someone.of(2, 80_000L)));
        var hash = PackageText.of(frozen).hash();
        var tried = Experiment.with(Samples.rules(2, new Limits(1, null, null)), frozen);
        assertThat(tried.changes())
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.before().outcome()).isEqualTo(Outcome.RESERVE);
                    assertThat(change.after().outcome()).isEqualTo(Outcome.SELECTED);
                });
        assertThat(PackageText.of(frozen).hash()).isEqualTo(hash);
    }
}
