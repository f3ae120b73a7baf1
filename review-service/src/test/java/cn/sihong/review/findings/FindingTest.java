package cn.sihong.review.findings;

import static cn.sihong.review.findings.Samples.DUE;
import static cn.sihong.review.findings.Samples.TOLD;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.sihong.platform.calendar.WorkingDays;
import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.review.findings.Finding.Word;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

class FindingTest {

    private static final WorkingDays PLAIN_WEEK = new WorkingDays(Map.of());

    @Test
    void itIsClosedByTwoPeopleAndNotByOneTwice() {
        assertThatExceptionOfType(AnotherPersonCloses.class)
                .isThrownBy(() -> Samples.closing().close(new Word(Samples.FIRST, Instant.EPOCH)));
        assertThat(Samples.closed().first().by()).isNotEqualTo(Samples.closed().second().by());
    }

    @Test
    void theWarningTurnsYellowAt30PerCentOrangeAt15AndRedWhenTheTimeIsOver() {
        var finding = Samples.open();
        assertThat(finding.warningOn(TOLD)).isEqualTo(Warning.NONE);
        assertThat(finding.warningOn(DUE.minusDays(7))).isEqualTo(Warning.NONE);
        assertThat(finding.warningOn(DUE.minusDays(6))).isEqualTo(Warning.YELLOW);
        assertThat(finding.warningOn(DUE.minusDays(4))).isEqualTo(Warning.YELLOW);
        assertThat(finding.warningOn(DUE.minusDays(3))).isEqualTo(Warning.ORANGE);
        assertThat(finding.warningOn(DUE)).isEqualTo(Warning.ORANGE);
        assertThat(finding.warningOn(DUE.plusDays(1))).isEqualTo(Warning.RED);
    }

    @Test
    void whatIsAnsweredPressesNobodyHoweverLongItsFinderTakes() {
        assertThat(Samples.answered(DUE).warningOn(DUE.plusYears(1))).isEqualTo(Warning.NONE);
        assertThat(Samples.answered(DUE).standingOn(DUE.plusYears(1))).isEqualTo(Standing.IN_TIME);
    }

    @Test
    void anAnswerIsInTimeOnItsLastDayAndLateTheDayAfter() {
        assertThat(Samples.answered(DUE).inTime()).isTrue();
        assertThat(Samples.answered(DUE.plusDays(1)).inTime()).isFalse();
        assertThat(Samples.answered(DUE.plusDays(1)).standingOn(DUE.plusDays(1)))
                .isEqualTo(Standing.LATE);
    }

    @Test
    void openedAgainItHasANewTermAndIsNotHeldAgainstTheSchoolBeforeThatIsOver() {
        var again = Samples.reopened();
        assertThat(again.standingOn(again.term().dueOn())).isEqualTo(Standing.NOT_YET_DUE);
        assertThat(again.standingOn(again.term().dueOn().plusDays(1))).isEqualTo(Standing.OVERDUE);
    }

    @Test
    void aTermIsInTheFutureEndsOnAWorkingDayAndIsNoLongerThanItsClassAllows() {
        var tuesday = TOLD;
        assertThat(Term.starting(tuesday, tuesday.plusDays(1), TimeClass.AT_ONCE, PLAIN_WEEK))
                .isEqualTo(new Term(tuesday, tuesday.plusDays(1)));
        refused(tuesday, tuesday, TimeClass.AT_ONCE);
        refused(tuesday, tuesday.minusDays(1), TimeClass.DATED);
        refused(tuesday, tuesday.plusDays(8), TimeClass.AT_ONCE);
        refused(tuesday, tuesday.plusDays(91), TimeClass.DATED);
        refused(tuesday, LocalDate.of(2026, 9, 5), TimeClass.DATED);
    }

    @Test
    void aSchoolAtWhichNothingWasFoundHasAllPoints() {
        assertThat(Assessment.of(List.of()).score()).isEqualTo(100_000);
    }

    @Test
    void onlyLateAndOverdueRectificationsAreDeductedNeverTheNumberOfFindings() {
        var many = IntStream.range(0, 80).mapToObj(_ -> Standing.IN_TIME).toList();
        assertThat(Assessment.of(many).score()).isEqualTo(100_000);
        assertThat(
                        Assessment.of(
                                List.of(
                                        Standing.LATE,
                                        Standing.OVERDUE,
                                        Standing.OVERDUE,
                                        Standing.NOT_YET_DUE,
                                        Standing.IN_TIME)))
                .isEqualTo(new Assessment(1, 2, 95_000));
    }

    @Test
    void noAssessmentIsBelowZero() {
        var all = IntStream.range(0, 60).mapToObj(_ -> Standing.OVERDUE).toList();
        assertThat(Assessment.of(all).score()).isZero();
    }

    @Test
    void theSecondLookFollowsFromTheListAndTheSeedAlone() {
        var list = IntStream.range(0, 50).mapToObj(_ -> UUID.randomUUID()).toList();
        var sample = FollowUp.sample(list, 7, "0 7 3");
        assertThat(FollowUp.sample(list.reversed(), 7, "0 7 3")).isEqualTo(sample);
        assertThat(sample).hasSize(7).doesNotHaveDuplicates().isSubsetOf(list);
        assertThat(FollowUp.sample(list, 7, "0 7 4")).isNotEqualTo(sample);
    }

    @Test
    void theSecondLookIsWhatACommandLineFindsToo() {
        // printf '%s\n%s' 073 $id | sha256sum, for each id; the smaller hash comes first
        var one = UUID.fromString("00000000-0000-7000-8000-000000000001");
        var two = UUID.fromString("00000000-0000-7000-8000-000000000002");
        var three = UUID.fromString("00000000-0000-7000-8000-000000000003");
        assertThat(FollowUp.sample(List.of(one, two, three), 2, "073")).containsExactly(three, one);
    }

    private static void refused(LocalDate today, LocalDate dueOn, TimeClass timeClass) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> Term.starting(today, dueOn, timeClass, PLAIN_WEEK));
    }
}
