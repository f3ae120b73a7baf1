package cn.sihong.submission.programmes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sihong.contracts.ProgrammeEvent;
import cn.sihong.contracts.Stamp;
import cn.sihong.platform.calendar.WorkingDays;
import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.problem.NotPossibleNow;
import cn.sihong.platform.problem.Refusal.FieldError;
import cn.sihong.submission.organisations.Organisation;
import cn.sihong.submission.programmes.LegalBasis.Mode;
import cn.sihong.submission.programmes.LegalBasis.Words;
import cn.sihong.submission.programmes.Programme.Draft;
import cn.sihong.submission.programmes.SelectionRules.Tie;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;

class ProgrammeTest {

    private static final WorkingDays PLAIN = ProgrammeSamples.PLAIN;
    private static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");
    private static final Stamp STAMP =
            new Stamp(UUID.randomUUID(), 1, UUID.randomUUID(), "party-office", NOW);

    @Test
    void theSeedOfAYearNeedsOnlyItsLegalBasis() {
        var draft = ProgrammeSamples.aDraft(Seed.of(2027, PLAIN));
        assertThat(faultsOf(draft.terms()))
                .extracting(FieldError::field)
                .containsExactly(
                        "legalBasis.documentNumber",
                        "legalBasis.approvedBy",
                        "legalBasis.approvedOn",
                        "legalBasis.listItem");

        var complete = withBasis(draft.terms(), ProgrammeSamples.BASIS);
        assertThatNoException()
                .isThrownBy(() -> ProgrammeSamples.aDraft(complete).publish(PLAIN, NOW));
    }

    @Test
    void theSeedFollowsTheCalendarOfTheSeedText() {
        var windows = Seed.of(2018, PLAIN).windows();
        assertThat(windows).hasSize(Stage.values().length);
        assertThat(windows)
                .contains(
                        // 30 June 2018 is a Saturday
                        new Window(Stage.PLAN, day(6, 1), day(6, 29)),
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
        var terms = withBasis(Seed.of(2027, PLAIN), ProgrammeSamples.BASIS);
        var early =
                new Window(Stage.ACCEPTANCE, LocalDate.of(2027, 10, 1), LocalDate.of(2027, 12, 1));
        assertThat(faultsOf(withWindow(terms, early)))
                .containsExactly(new FieldError("windows.ACCEPTANCE", "“现场考核验收”的开始日期早于前一阶段的开始日期。"));
        assertThat(faultsOf(demonstration(withWindow(terms, early), "演示"))).isEmpty();
    }

    @Test
    void aDemonstrationSaysSoInItsTitle() {
        var terms = withBasis(Seed.of(2027, PLAIN), ProgrammeSamples.BASIS);
        assertThat(faultsOf(demonstration(terms, "2027年度方案")))
                .extracting(FieldError::field)
                .containsExactly("title");
    }

    @Test
    void weightsAddUpToAHundredAndNoneIsNegative() {
        var terms = withBasis(Seed.of(2027, PLAIN), ProgrammeSamples.BASIS);
        assertThat(faultsOf(withWeights(terms, new Weights(30, 0, 69, 0)))).hasSize(1);
        assertThat(faultsOf(withWeights(terms, new Weights(20, 20, 50, 10)))).isEmpty();
        assertThat(faultsOf(withWeights(terms, new Weights(-10, 0, 110, 0)))).hasSize(1);
    }

    @Test
    void notEvenADraftContradictsItself() {
        var terms = Seed.of(2027, PLAIN);
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
    void aUnitWithMoreTimeIsOpenUntilItsOwnLastDayAndNobodyElseIs() {
        var friday = LocalDate.of(2027, 7, 9);
        var extended = published().extend(extension(friday), PLAIN, LocalDate.of(2027, 7, 2));
        assertThatNoException().isThrownBy(() -> extended.mustBeOpen(Stage.PLAN, friday, UNIT));
        assertThatExceptionOfType(WindowClosed.class)
                .isThrownBy(() -> extended.mustBeOpen(Stage.PLAN, friday.plusDays(1), UNIT))
                .withMessageContaining("2027年6月1日至2027年7月9日");
        assertThatExceptionOfType(WindowClosed.class)
                .isThrownBy(() -> extended.mustBeOpen(Stage.PLAN, friday, OTHER));
        assertThat(extended.isOpen(Stage.APPLICATION, LocalDate.of(2027, 11, 1), UNIT)).isFalse();
        assertThat(extended.isOpen(Stage.PLAN, LocalDate.of(2027, 5, 31), UNIT)).isFalse();
    }

    @Test
    void anExtensionGivesMoreTimeUntilAWorkingDayStillToCome() {
        var programme = published();
        var today = LocalDate.of(2027, 7, 5);
        for (var until :
                List.of(
                        LocalDate.of(2027, 6, 30), // no more than before
                        LocalDate.of(2027, 7, 2), // over already
                        LocalDate.of(2027, 7, 10))) // a Saturday
        assertThatExceptionOfType(ExtensionNotPossible.class)
                    .isThrownBy(() -> programme.extend(extension(until), PLAIN, today))
                    .satisfies(refusal ->
                            assertThat(refusal.errors())
                                    .extracting(FieldError::field)
                                    .containsExactly("until"));
    }

    @Test
    void aCorrectionMakesTheNextEditionOfTheSameUndertaking() {
        var programme = published();
        var june = LocalDate.of(2027, 6, 15);
        var later =
                withWindow(
                        programme.terms(),
                        new Window(
                                Stage.PLAN, LocalDate.of(2027, 6, 1), LocalDate.of(2027, 6, 25)));
        assertThat(programme.correct(later, PLAIN, june).edition()).isEqualTo(2);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> programme.correct(demonstration(later, "演示"), PLAIN, june))
                .satisfies(refusal ->
                        assertThat(refusal.errors())
                                .extracting(FieldError::field)
                                .containsExactly("demonstration"));
    }

    @Test
    void howWorkIsJudgedStandsOnceJudgingHasBegun() {
        var programme = published();
        var weighed = withWeights(programme.terms(), new Weights(30, 10, 50, 10));
        assertThatNoException()
                .isThrownBy(() -> programme.correct(weighed, PLAIN, LocalDate.of(2027, 10, 31)));
        assertThatExceptionOfType(RulesFrozen.class)
                .isThrownBy(() -> programme.correct(weighed, PLAIN, LocalDate.of(2027, 11, 1)));
    }

    @Test
    void theRulesOfSelectionAreFrozenWithTheWeightsAndSaidToEverybody() {
        var programme = published();
        var terms = programme.terms();
        var limited =
                with(terms, new SelectionRules(60, 80, List.of(Tie.ACCEPTANCE), 2, 20, 1, 3, 5));
        assertThatExceptionOfType(RulesFrozen.class)
                .isThrownBy(() -> programme.correct(limited, PLAIN, LocalDate.of(2027, 11, 1)));
        var corrected = programme.correct(limited, PLAIN, LocalDate.of(2027, 6, 1));
        assertThat(Difference.between(terms, limited))
                .contains(
                        new Difference("校领导比例上限（%）", "不限", "20"),
                        new Difference("突出党员名额", "0", "5"));
        var said = (ProgrammeEvent.Published) Announcement.of(corrected, STAMP);
        assertThat(said.rules())
                .isEqualTo(
                        new ProgrammeEvent.Rules(
                                60_000L,
                                80_000L,
                                List.of("ACCEPTANCE"),
                                new ProgrammeEvent.Caps(2, 20, 1),
                                3,
                                5));
    }

    @Test
    void rulesThatCannotBeAreRefusedBesideTheirField() {
        var terms = Seed.of(2027, PLAIN);
        for (var bad :
                Map.of(
                                "selection.minimumAcceptance",
                                new SelectionRules(101, 80, List.of(), null, null, null, 0, 0),
                                "selection.tieBreak",
                                new SelectionRules(
                                        60,
                                        80,
                                        List.of(Tie.ACCEPTANCE, Tie.ACCEPTANCE),
                                        null,
                                        null,
                                        null,
                                        0,
                                        0),
                                "selection.limits",
                                new SelectionRules(60, 80, List.of(), 0, null, null, 0, 0),
                                "selection.outstandingMembers",
                                new SelectionRules(60, 80, List.of(), null, null, null, 0, -1))
                        .entrySet())
            assertThatExceptionOfType(InvalidInput.class)
                    .isThrownBy(() ->
                            Draft.begin(
                                    new Programme.Id(UUID.randomUUID()),
                                    with(terms, bad.getValue())))
                    .satisfies(refused ->
                            assertThat(refused.errors())
                                    .extracting(FieldError::field)
                                    .containsExactly(bad.getKey()));
    }

    private static Terms with(Terms terms, SelectionRules rules) {
        return new Terms(
                terms.title(),
                terms.year(),
                terms.demonstration(),
                terms.legalBasis(),
                terms.windows(),
                terms.categories(),
                terms.weights(),
                rules,
                terms.burden());
    }

    @Test
    void whatAsksForMoreTimeThanAllowedNeedsSomebodyWhoAllowsIt() {
        FormEditions fortyMinutesEach = (category, edition) -> OptionalInt.of(40);
        var terms = withBasis(Seed.of(2027, PLAIN), ProgrammeSamples.BASIS);

        // 60 + 20 + 30 for plan and sheets, and five forms at the least: 1, 1, 2 and 1
        assertThat(Estimate.of(terms, fortyMinutesEach).minutes()).isEqualTo(310);
        Completeness.mustBeReasonable(
                terms.withBurden(new Burden(310, null, null)), fortyMinutesEach);
        Completeness.mustBeReasonable(
                terms.withBurden(new Burden(309, "张局长", "首次开展。")), fortyMinutesEach);
        for (var nobody :
                List.of(
                        new Burden(309, null, null),
                        new Burden(309, " ", "首次开展。"),
                        new Burden(309, "张局长", null)))
            assertThatThrownBy(() ->
                            Completeness.mustBeReasonable(
                                    terms.withBurden(nobody), fortyMinutesEach))
                    .isInstanceOfSatisfying(
                            InvalidInput.class,
                            refusal ->
                                    assertThat(refusal.errors())
                                            .containsExactly(
                                                    new FieldError(
                                                            "burden.approvedBy",
                                                            "预计每校填报 310 分钟，超过上限 309 分钟；请精简申报表，或填写批准人和理由。")));
    }

    @Test
    void aProgrammeIsIssuedOnlyWithFormsThatExist() {
        var terms = withBasis(Seed.of(2027, PLAIN), ProgrammeSamples.BASIS);

        assertThatThrownBy(() ->
                        Completeness.mustBeReasonable(
                                terms, (category, edition) -> OptionalInt.empty()))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.errors()).hasSize(Category.values().length));
    }

    @Test
    void deadlinesAreWorkingDaysExceptInADemonstration() {
        var terms = withBasis(Seed.of(2027, PLAIN), ProgrammeSamples.BASIS);
        var sunday =
                new Window(Stage.APPLICATION, LocalDate.of(2027, 7, 1), LocalDate.of(2027, 10, 31));
        assertThat(faultsOf(withWindow(terms, sunday)))
                .containsExactly(
                        new FieldError("windows.APPLICATION", "“申报推荐”的结束日期不是工作日，请避开周末和节假日。"));
        assertThat(faultsOf(demonstration(withWindow(terms, sunday), "演示"))).isEmpty();
    }

    @Test
    void theNoticeWindowHoldsFiveWorkingDays() {
        var terms = withBasis(Seed.of(2027, PLAIN), ProgrammeSamples.BASIS);
        var four = new Window(Stage.NOTICE, LocalDate.of(2027, 12, 20), LocalDate.of(2027, 12, 23));
        var five = new Window(Stage.NOTICE, LocalDate.of(2027, 12, 20), LocalDate.of(2027, 12, 24));
        // the order of the year wants 表彰 not before 公示
        var commended =
                withWindow(
                        terms,
                        new Window(
                                Stage.COMMENDATION,
                                LocalDate.of(2027, 12, 27),
                                LocalDate.of(2027, 12, 31)));
        assertThat(faultsOf(withWindow(commended, four))).hasSize(1);
        assertThat(faultsOf(withWindow(commended, five))).isEmpty();
    }

    @Test
    void windowsLieWithinWhatWasApproved() {
        var terms = withBasis(Seed.of(2027, PLAIN), ProgrammeSamples.BASIS);
        var period = new Period(LocalDate.of(2027, 7, 1), LocalDate.of(2028, 6, 30));
        var basis =
                new LegalBasis(
                        Mode.APPROVED, "区委〔2027〕1号", "区委", LocalDate.of(2027, 3, 1), "第1项", period);
        assertThat(faultsOf(withBasis(terms, basis)))
                .containsExactly(new FieldError("windows.PLAN", "“实施方案报送”超出批准有效期，请调整时间或更新立项依据。"));
    }

    @Test
    void withoutAnApprovedCommendationNobodyIsCommendedNorGetsAPlaque() {
        for (var mode : List.of(Mode.INTERNAL_ASSESSMENT, Mode.EXCHANGE)) {
            assertThat(mode.modules()).doesNotContain(Module.PLAQUE);
            assertThat(Stage.COMMENDATION.chinese(mode.words())).doesNotContain("表彰");
            var basis =
                    new LegalBasis(
                            mode, "区教〔2027〕1号", "局党组", LocalDate.of(2027, 3, 1), "第1项", null);
            var terms = withBasis(Seed.of(2027, PLAIN), basis);
            assertThat(faultsOf(terms)).isEmpty();
            for (var word : List.of("表彰", "授牌", "命名", "创建示范"))
                assertThat(faultsOf(titled(terms, "2027年度" + word + "方案")))
                        .extracting(FieldError::field)
                        .containsExactly("title");
        }
        for (var mode : List.of(Mode.APPROVED, Mode.INNER_PARTY))
            assertThat(mode.modules()).contains(Module.PLAQUE);
    }

    @Test
    void aProgrammeIsClonedIntoAnotherYearWithItsEndsOnWorkingDaysAndNoApproval() {
        var clone = Shift.of(published().terms(), 2028, PLAIN);
        assertThat(clone.title()).startsWith("2028年度");
        assertThat(clone.legalBasis().documentNumber()).isNull();
        assertThat(clone.windows())
                .hasSize(Stage.values().length)
                .allSatisfy(window -> assertThat(PLAIN.isWorkingDay(window.closesOn())).isTrue())
                .contains(
                        new Window(
                                Stage.PLAN, LocalDate.of(2028, 6, 1), LocalDate.of(2028, 6, 30)));
        assertThat(faultsOf(withBasis(clone, ProgrammeSamples.BASIS))).isEmpty();
    }

    @Test
    void fiftyOfTwiceAsManyIsEasierThanTenAndThatIsSaid() {
        var forty = Selectivity.of(Seed.of(2027, PLAIN).categories(), 40);
        assertThat(forty).extracting(Selectivity::perMille).containsExactly(250, 250, 625, 250);
        assertThat(Selectivity.sentences(forty))
                .containsExactly(
                        "各类别入选难度不一：“红色课堂” 50 个名额选自 80 个候选（62.5%），“红色园丁” 10 个名额选自 40"
                                + " 个候选（25.0%）；请确认这是有意的安排。");
        var eight = Selectivity.of(Seed.of(2027, PLAIN).categories(), 8);
        assertThat(eight).extracting(Selectivity::empty).containsExactly(2, 2, 34, 2);
        assertThat(Selectivity.of(Seed.of(2027, PLAIN).categories(), 0))
                .extracting(Selectivity::perMille)
                .containsOnly(0);
    }

    @Test
    void anOldApprovalAndUnknownHolidaysAreMentioned() {
        var terms = withBasis(Seed.of(2027, PLAIN), ProgrammeSamples.BASIS);
        assertThat(Advice.of(terms, 40, PLAIN, LocalDate.of(2031, 3, 1)))
                .extracting(Advice::code)
                .contains("old-approval", "unknown-holidays", "overlap", "selectivity");
        assertThat(Advice.of(terms, 40, PLAIN, LocalDate.of(2031, 2, 28)))
                .extracting(Advice::code)
                .doesNotContain("old-approval");
    }

    @Test
    void twoVersionsDifferInWhatWasChangedAndNothingElse() {
        var terms = published().terms();
        assertThat(Difference.between(terms, terms)).isEmpty();
        assertThat(
                        Difference.between(
                                terms,
                                withWeights(titled(terms, "新标题"), new Weights(30, 10, 50, 10))))
                .containsExactly(
                        new Difference("标题", terms.title(), "新标题"),
                        new Difference("互查互评权重", "20%", "30%"),
                        new Difference("党员群众评议权重", "20%", "10%"));
    }

    @Test
    void onlyACommendationSpeaksOfCommending() {
        assertThat(Mode.APPROVED.words()).isEqualTo(Words.COMMENDING);
        assertThat(Mode.INNER_PARTY.words()).isEqualTo(Words.COMMENDING);
        assertThat(Mode.INTERNAL_ASSESSMENT.words().honour()).isEqualTo("表扬");
        assertThat(Mode.EXCHANGE.words().ceremony()).isEqualTo("交流");
    }

    private static final Organisation.Id UNIT = new Organisation.Id(UUID.randomUUID());
    private static final Organisation.Id OTHER = new Organisation.Id(UUID.randomUUID());

    private static Extension extension(LocalDate until) {
        return new Extension(UNIT, Stage.PLAN, until, "暴雨停课", "局党组", UUID.randomUUID(), NOW);
    }

    private static Terms titled(Terms terms, String title) {
        return new Terms(
                title,
                terms.year(),
                terms.demonstration(),
                terms.legalBasis(),
                terms.windows(),
                terms.categories(),
                terms.weights());
    }

    private static Programme.Published published() {
        return ProgrammeSamples.aDraft(withBasis(Seed.of(2027, PLAIN), ProgrammeSamples.BASIS))
                .publish(PLAIN, NOW);
    }

    private static List<FieldError> faultsOf(Terms terms) {
        try {
            ProgrammeSamples.aDraft(terms).publish(PLAIN, NOW);
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
