package cn.sihong.award.register;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sihong.contracts.ApplicationEvent;
import cn.sihong.contracts.AppraisalEvent;
import cn.sihong.contracts.Event;
import cn.sihong.contracts.FindingEvent;
import cn.sihong.contracts.InspectionEvent;
import cn.sihong.contracts.LedgerEvent;
import cn.sihong.contracts.MutualReviewEvent;
import cn.sihong.contracts.OrganisationEvent;
import cn.sihong.contracts.ProgrammeEvent;
import cn.sihong.contracts.Stamp;
import cn.sihong.contracts.SupervisionEvent;
import cn.sihong.platform.test.SihongTest;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** What is heard from others: each thing twice, in any order, always with the same end. */
@SihongTest
class RegisterTest {

    private static final Instant JUNE = Instant.parse("2026-06-01T02:00:00Z");
    private static final Instant NOVEMBER = Instant.parse("2026-11-20T02:00:00Z");
    private static final Instant DECEMBER = Instant.parse("2026-12-01T02:00:00Z");

    @Autowired Vetoes vetoes;
    @Autowired ProgrammeListener programmes;
    @Autowired OrganisationListener organisations;
    @Autowired ApplicationListener applications;
    @Autowired MutualReviewListener mutualReviews;
    @Autowired InspectionListener inspections;
    @Autowired AppraisalListener appraisals;
    @Autowired SupervisionListener supervision;
    @Autowired FindingListener findings;
    @Autowired LedgerListener ledger;
    @Autowired Candidates candidates;
    @Autowired Declarations declarations;
    @Autowired Explanations explanations;
    @Autowired Checkpoints checkpoints;
    @Autowired Inspections visits;
    @Autowired Appraisals ballots;

    final UUID programme = UUID.randomUUID();
    final UUID school = UUID.randomUUID();
    final UUID unit = UUID.randomUUID();
    final UUID application = UUID.randomUUID();
    final UUID round = UUID.randomUUID();
    final UUID inspection = UUID.randomUUID();

    @Test
    void allThatDecidesIsKnownInWhateverOrderItIsHeard() {
        var random = new Random(4);
        hear(shuffledTwice(everything(), random));
        var one = candidate();
        assertThat(one)
                .isEqualTo(
                        new Candidate(
                                application,
                                "2026-JD-1",
                                "RED_BASE",
                                school,
                                85_000L,
                                90_000L,
                                // members 90, staff of the item 80.001, parents of the school 86
                                85_334L,
                                88_000L,
                                75_000L,
                                83_001L,
                                17_500L,
                                true,
                                true,
                                0,
                                false));
        assertThat(explanations.mutualReview(programme, application))
                .containsExactly(
                        new Indicator("place", "阵地环境", 7_500, 8_000),
                        new Indicator("books", "藏书", 9_000, 12_000));
        assertThat(explanations.comments(programme, application)).containsExactly("很好", "再接再厉");
        assertThat(explanations.onSite(programme, school, application))
                .containsExactly(new Indicator("place", "阵地环境", 8_000, 8_000));
        assertThat(explanations.adjustments(programme, school)).containsExactly("扣 1 分：逾期报送（迟交三天）");
        assertThat(visits.waiting(programme)).isZero();
        assertThat(ballots.open(programme, LocalDate.of(2026, 11, 10))).isZero();
    }

    @Test
    void theSchoolStandsForItselfWithWhatWasSaidOfItAsAWhole() {
        hear(everything());
        assertThat(candidates.schoolsOf(programme))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.applicationId()).isEqualTo(Candidates.idOf(programme, school));
                    assertThat(one.category()).isEqualTo(Candidate.OUTSTANDING_SCHOOL);
                    assertThat(one.acceptance()).isEqualTo(85_000L);
                    assertThat(one.mutualReview()).isEqualTo(90_000L);
                    // members 90, parents 86; of the staff only an item was counted
                    assertThat(one.appraisal()).isEqualTo(88_000L);
                    assertThat(one.supervision()).isEqualTo(75_000L);
                });
    }

    @Test
    void aCountThatIsAdvisoryOrHiddenIsNoScore() {
        hear(
                List.of(
                        published(1, JUNE, 20, 50),
                        received(),
                        counted("STAFF", null, 70_000L, true),
                        counted("PARENTS", null, null, false)));
        assertThat(candidate().appraisal()).isNull();
        assertThat(candidate().satisfaction()).isNull();
    }

    @Test
    void aBallotThatIsOpenAndNotCountedIsWaitedForUntilItsLastDay() {
        var ballot = UUID.randomUUID();
        hear(
                List.of(
                        new AppraisalEvent.Opened(
                                stamp(1, NOVEMBER),
                                ballot,
                                school,
                                "STAFF",
                                LocalDate.of(2026, 11, 1),
                                LocalDate.of(2026, 11, 30))));
        assertThat(ballots.open(programme, LocalDate.of(2026, 11, 30))).isEqualTo(1);
        assertThat(ballots.open(programme, LocalDate.of(2026, 12, 1))).isZero();
    }

    @Test
    void aSchoolWithoutAResultOnSiteIsWaitedFor() {
        hear(List.of(published(1, JUNE, 20, 50), received()));
        assertThat(visits.waiting(programme)).isEqualTo(1);
        hear(List.of(locked()));
        assertThat(visits.waiting(programme)).isZero();
        hear(
                List.of(
                        new InspectionEvent.Scheduled(
                                stamp(1, DECEMBER),
                                UUID.randomUUID(),
                                school,
                                LocalDate.of(2026, 12, 9))));
        assertThat(visits.waiting(programme)).isEqualTo(1);
    }

    @Test
    void aFindingHoldsItsSchoolUntilTwoPeopleHaveClosedIt() {
        var finding = UUID.randomUUID();
        hear(
                List.of(
                        published(1, JUNE, 20, 50),
                        received(),
                        new FindingEvent.Opened(
                                stamp(1, NOVEMBER),
                                finding,
                                school,
                                "INSPECTION",
                                "DATED",
                                LocalDate.of(2026, 12, 1)),
                        new FindingEvent.Answered(stamp(2, NOVEMBER), finding, school),
                        new FindingEvent.Verified(stamp(3, NOVEMBER), finding, school)));
        assertThat(candidate().openFindings()).isEqualTo(1);
        hear(List.of(new FindingEvent.Closed(stamp(4, DECEMBER), finding, school, true)));
        assertThat(candidate().openFindings()).isZero();
        hear(List.of(new FindingEvent.Reopened(stamp(5, DECEMBER), finding, school)));
        assertThat(candidate().openFindings()).isEqualTo(1);
    }

    /** A veto of the school as a whole rules out all that stands for it, and the school itself. */
    @Test
    void whoIsRuledOutIsKnownAndWhatIsNotDecidedIsWaitedFor() {
        var veto = UUID.randomUUID();
        var ofAnother = UUID.randomUUID();
        hear(
                List.of(
                        published(1, JUNE, 20, 50),
                        received(),
                        new SupervisionEvent.VetoProposed(
                                stamp(1, NOVEMBER), veto, school, null, "fraud"),
                        new SupervisionEvent.VetoDecided(
                                stamp(2, NOVEMBER),
                                ofAnother,
                                school,
                                UUID.randomUUID(),
                                "fraud",
                                true)));
        assertThat(vetoes.pending(programme)).isEqualTo(1);
        assertThat(candidate().vetoed()).isFalse();
        hear(
                List.of(
                        new SupervisionEvent.VetoDecided(
                                stamp(2, NOVEMBER), veto, school, null, "fraud", true)));
        assertThat(vetoes.pending(programme)).isZero();
        assertThat(candidate().vetoed()).isTrue();
        assertThat(candidates.schoolsOf(programme)).allMatch(Candidate::vetoed);
        hear(
                List.of(
                        new SupervisionEvent.VetoAppealed(
                                stamp(3, NOVEMBER), veto, school, null, "fraud")));
        assertThat(vetoes.pending(programme)).isEqualTo(1);
        hear(
                List.of(
                        new SupervisionEvent.VetoReviewed(
                                stamp(4, DECEMBER), veto, school, null, "fraud", false)));
        assertThat(candidate().vetoed()).isFalse();
        assertThat(vetoes.pending(programme)).isZero();
    }

    /** Invariant 24: in every order in which editions and the first score can be heard. */
    @Test
    void theRulesThatStoodAtTheFirstScoreDecideWhateverIsPublishedLater() {
        var random = new Random(6);
        for (int run = 0; run < 12; run++) {
            var other = new RegisterTest();
            var said =
                    new ArrayList<Event>(
                            List.of(
                                    published(other.programme, 1, JUNE, 30, 40),
                                    published(other.programme, 2, JUNE.plusSeconds(60), 20, 50),
                                    published(other.programme, 3, DECEMBER, 0, 70),
                                    new SupervisionEvent.Assessed(
                                            new Stamp(
                                                    UUID.randomUUID(),
                                                    1,
                                                    other.programme,
                                                    "system",
                                                    NOVEMBER),
                                            school,
                                            70_000)));
            hear(shuffledTwice(said, random));
            var decides = declarations.of(other.programme);
            assertThat(decides.weights().acceptance()).isEqualTo(50);
            assertThat(decides.superseded()).isTrue();
            assertThat(decides.limits().headsPercent()).isEqualTo(20);
            assertThat(decides.quotas()).containsExactly(new Declaration.Places("RED_BASE", 10));
        }
    }

    @Test
    void beforeTheFirstScoreTheLatestEditionCounts() {
        hear(List.of(published(1, JUNE, 20, 50), published(2, NOVEMBER, 0, 70)));
        assertThat(declarations.of(programme).weights().acceptance()).isEqualTo(70);
        assertThat(declarations.of(programme).superseded()).isFalse();
    }

    @Test
    void theCheckpointNeverGoesBack() {
        var far = 1_000_000 + new Random().nextInt(1_000_000);
        hear(
                List.of(
                        new LedgerEvent.Checkpointed(stamp(far, NOVEMBER), far, "bb"),
                        new LedgerEvent.Checkpointed(stamp(1, NOVEMBER), 1, "aa")));
        assertThat(checkpoints.last().orElseThrow().sequence()).isGreaterThanOrEqualTo(far);
    }

    private List<Event> everything() {
        return List.of(
                published(1, JUNE, 20, 50),
                new OrganisationEvent.Registered(
                        stamp(1, JUNE),
                        school,
                        "XX01",
                        "实验幼儿园",
                        "SCHOOL",
                        "KINDERGARTEN",
                        unit,
                        unit),
                received(),
                new MutualReviewEvent.ApplicationScored(
                        stamp(8, NOVEMBER), round, application, 90_000, 5),
                new MutualReviewEvent.ApplicationExplained(
                        stamp(8, NOVEMBER),
                        round,
                        application,
                        List.of(
                                new MutualReviewEvent.Indicator("place", "阵地环境", 7_500, 8_000),
                                new MutualReviewEvent.Indicator("books", "藏书", 9_000, 12_000)),
                        List.of("很好", "再接再厉")),
                new MutualReviewEvent.Closed(stamp(8, NOVEMBER), round, 5, 1),
                locked(),
                new InspectionEvent.Explained(
                        stamp(4, DECEMBER),
                        inspection,
                        school,
                        List.of(
                                new InspectionEvent.Indicator("plan", "方案制订", 12_000, 15_000),
                                new InspectionEvent.Indicator("effective", "实效性", 17_500, 20_000)),
                        List.of(
                                new InspectionEvent.ItemExplained(
                                        application,
                                        List.of(
                                                new InspectionEvent.Indicator(
                                                        "place", "阵地环境", 8_000, 8_000)))),
                        List.of(new InspectionEvent.Adjustment("late", "逾期报送", -1_000, "迟交三天"))),
                counted("PARTY_MEMBERS", null, 90_000L, false),
                counted("STAFF", application, 80_001L, false),
                counted("PARENTS", null, 86_000L, false),
                new SupervisionEvent.Assessed(stamp(3, DECEMBER), school, 75_000));
    }

    private ProgrammeEvent published(long version, Instant at, int appraisal, int acceptance) {
        return published(programme, version, at, appraisal, acceptance);
    }

    private static ProgrammeEvent published(
            UUID programme, long version, Instant at, int appraisal, int acceptance) {
        return new ProgrammeEvent.Published(
                new Stamp(UUID.randomUUID(), version, programme, "party-office", at),
                programme,
                "2026年度四红创建",
                2026,
                "APPROVED",
                false,
                List.of(new ProgrammeEvent.Category("RED_BASE", "红色基地", 1, 1, 10)),
                List.of(),
                new ProgrammeEvent.Weights(20, appraisal, acceptance, 80 - appraisal - acceptance),
                new ProgrammeEvent.Rules(
                        null, 85_000L, null, new ProgrammeEvent.Caps(null, 20, 1), 3, null));
    }

    private ApplicationEvent received() {
        return new ApplicationEvent.Received(
                stamp(4, NOVEMBER),
                application,
                school,
                unit,
                "RED_BASE",
                "2026-JD-1",
                "星火展厅",
                "概要",
                "RECOMMENDED",
                1,
                true);
    }

    private InspectionEvent locked() {
        return new InspectionEvent.Locked(
                stamp(4, DECEMBER),
                inspection,
                school,
                85_000,
                List.of(new InspectionEvent.ItemScore(application, 88_000)));
    }

    private AppraisalEvent counted(
            String electorate, @Nullable UUID item, @Nullable Long satisfaction, boolean advisory) {
        return new AppraisalEvent.Counted(
                stamp(2, NOVEMBER),
                UUID.randomUUID(),
                school,
                electorate,
                item,
                40,
                30,
                30,
                satisfaction,
                null,
                advisory);
    }

    private Candidate candidate() {
        return candidates.of(programme).getFirst();
    }

    private static List<Event> shuffledTwice(List<Event> once, Random random) {
        var said = new ArrayList<>(once);
        said.addAll(once);
        Collections.shuffle(said, random);
        return said;
    }

    private void hear(List<? extends Event> said) {
        for (var event : said)
            switch (event) {
                case ProgrammeEvent it -> programmes.on(it);
                case OrganisationEvent it -> organisations.on(it);
                case ApplicationEvent it -> applications.on(it);
                case MutualReviewEvent it -> mutualReviews.on(it);
                case InspectionEvent it -> inspections.on(it);
                case AppraisalEvent it -> appraisals.on(it);
                case SupervisionEvent it -> supervision.on(it);
                case FindingEvent it -> findings.on(it);
                case LedgerEvent it -> ledger.on(it);
                default -> throw new AssertionError(event);
            }
    }

    private Stamp stamp(long version, Instant at) {
        return new Stamp(UUID.randomUUID(), version, programme, "party-office", at);
    }
}
