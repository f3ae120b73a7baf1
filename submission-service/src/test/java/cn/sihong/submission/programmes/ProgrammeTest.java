package cn.sihong.submission.programmes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.problem.NotPossibleNow;
import cn.sihong.platform.problem.Refusal.FieldError;
import cn.sihong.submission.programmes.LegalBasis.Mode;
import cn.sihong.submission.programmes.LegalBasis.Words;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

class ProgrammeTest {

    private static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");

    @Test
    void theSeedOfAYearNeedsOnlyItsLegalBasis() {
        var draft = ProgrammeSamples.aDraft(Seed.of(2027));
        assertThat(faultsOf(draft.terms()))
                .extracting(FieldError::field)
                .containsExactly(
                        "legalBasis.documentNumber",
                        "legalBasis.approvedBy",
                        "legalBasis.approvedOn",
                        "legalBasis.listItem");

        var complete = withBasis(draft.terms(), ProgrammeSamples.BASIS);
        assertThatNoException().isThrownBy(() -> ProgrammeSamples.aDraft(complete).publish(NOW));
    }

    @Test
    void theSeedFollowsTheCalendarOfTheSeedText() {
        var windows = Seed.of(2018).windows();
        assertThat(windows).hasSize(Stage.values().length);
        assertThat(windows)
                .contains(
                        new Window(Stage.PLAN, day(6, 1), day(6, 30)),
                        new Window(Stage.APPLICATION, day(7, 1), day(10, 31)),
                        new Window(Stage.MUTUAL_REVIEW, day(11, 1), day(11, 30)),
                        new Window(Stage.COMMENDATION, day(12, 1), day(12, 31)));
    }

    @Test
    void aWindowIsOpenOnItsFirstAndItsLastDayAndNotBesideThem() {
        var programme = published();
        assertThat(programme.isOpen(Stage.PLAN, LocalDate.of(2027, 6, 1))).isTrue();
        assertThat(programme.isOpen(Stage.PLAN, LocalDate.of(2027, 6, 30))).isTrue();
        assertThatExceptionOfType(WindowClosed.class)
                .isThrownBy(() -> programme.mustBeOpen(Stage.PLAN, LocalDate.of(2027, 7, 1)))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("window-closed"))
                .withMessageContaining("2027年6月1日至2027年6月30日");
    }

    @Test
    void stagesMustBeginInTheOrderOfTheYear() {
        var terms = withBasis(Seed.of(2027), ProgrammeSamples.BASIS);
        var early =
                new Window(Stage.ACCEPTANCE, LocalDate.of(2027, 10, 1), LocalDate.of(2027, 12, 1));
        assertThat(faultsOf(withWindow(terms, early)))
                .containsExactly(new FieldError("windows", "“现场考核验收”的开始日期早于前一阶段的开始日期。"));
        assertThat(faultsOf(demonstration(withWindow(terms, early), "演示"))).isEmpty();
    }

    @Test
    void aDemonstrationSaysSoInItsTitle() {
        var terms = withBasis(Seed.of(2027), ProgrammeSamples.BASIS);
        assertThat(faultsOf(demonstration(terms, "2027年度方案")))
                .extracting(FieldError::field)
                .containsExactly("title");
    }

    @Test
    void weightsAddUpToAHundredAndUseOnlyWhatExists() {
        var terms = withBasis(Seed.of(2027), ProgrammeSamples.BASIS);
        assertThat(faultsOf(withWeights(terms, new Weights(30, 0, 69, 0)))).hasSize(1);
        assertThat(faultsOf(withWeights(terms, new Weights(30, 10, 50, 10))))
                .extracting(FieldError::field)
                .containsExactly("weights.appraisal", "weights.supervision");
        assertThat(faultsOf(withWeights(terms, new Weights(-10, 0, 110, 0)))).hasSize(1);
    }

    @Test
    void notEvenADraftContradictsItself() {
        var terms = Seed.of(2027);
        var backwards = new Window(Stage.PLAN, day(6, 30), day(6, 1));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(
                        () -> ProgrammeSamples.aDraft(terms).edit(withWindow(terms, backwards)));
        var twice =
                new Terms(
                        terms.title(),
                        terms.year(),
                        false,
                        terms.legalBasis(),
                        terms.windows(),
                        List.of(
                                new CategoryRule(Category.RED_BASE, "红色基地", 2, 1, 10),
                                new CategoryRule(Category.RED_BASE, "红色基地", 1, 1, 0)),
                        terms.weights());
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> ProgrammeSamples.aDraft(terms).edit(twice))
                .satisfies(refusal -> assertThat(refusal.errors()).hasSize(3));
    }

    @Test
    void aProgrammeEndsOnlyAfterItsLastWindow() {
        var programme = published();
        assertThatExceptionOfType(NotPossibleNow.class)
                .isThrownBy(() -> programme.close(LocalDate.of(2027, 12, 31), NOW));
        assertThat(programme.close(LocalDate.of(2028, 1, 1), NOW).version())
                .isEqualTo(programme.version() + 1);
    }

    @Test
    void onlyACommendationSpeaksOfCommending() {
        assertThat(Mode.APPROVED.words()).isEqualTo(Words.COMMENDING);
        assertThat(Mode.INNER_PARTY.words()).isEqualTo(Words.COMMENDING);
        assertThat(Mode.INTERNAL_ASSESSMENT.words().honour()).isEqualTo("表扬");
        assertThat(Mode.EXCHANGE.words().ceremony()).isEqualTo("交流");
    }

    private static Programme.Published published() {
        return ProgrammeSamples.aDraft(withBasis(Seed.of(2027), ProgrammeSamples.BASIS))
                .publish(NOW);
    }

    private static List<FieldError> faultsOf(Terms terms) {
        try {
            ProgrammeSamples.aDraft(terms).publish(NOW);
            return List.of();
        } catch (InvalidInput refusal) {
            return refusal.errors();
        }
    }

    private static Terms withBasis(Terms terms, LegalBasis basis) {
        return new Terms(
                terms.title(),
                terms.year(),
                terms.demonstration(),
                basis,
                terms.windows(),
                terms.categories(),
                terms.weights());
    }

    private static Terms withWindow(Terms terms, Window replaced) {
        return new Terms(
                terms.title(),
                terms.year(),
                terms.demonstration(),
                terms.legalBasis(),
                terms.windows().stream()
                        .map(window -> window.stage() == replaced.stage() ? replaced : window)
                        .toList(),
                terms.categories(),
                terms.weights());
    }

    private static Terms withWeights(Terms terms, Weights weights) {
        return new Terms(
                terms.title(),
                terms.year(),
                terms.demonstration(),
                terms.legalBasis(),
                terms.windows(),
                terms.categories(),
                weights);
    }

    private static Terms demonstration(Terms terms, String title) {
        return new Terms(
                title,
                terms.year(),
                true,
                terms.legalBasis(),
                terms.windows(),
                terms.categories(),
                terms.weights());
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2018, month, day);
    }
}
