package cn.sihong.review.inspections;

import static cn.sihong.review.inspections.Notes.ANNA;
import static cn.sihong.review.inspections.Notes.BORIS;
import static cn.sihong.review.inspections.Notes.ITEM;
import static cn.sihong.review.inspections.Notes.SCHOOL;
import static cn.sihong.review.inspections.Notes.adjusted;
import static cn.sihong.review.inspections.Notes.guide;
import static cn.sihong.review.inspections.Notes.ids;
import static cn.sihong.review.inspections.Notes.note;
import static cn.sihong.review.inspections.Notes.plan;
import static cn.sihong.review.inspections.Notes.used;
import static cn.sihong.review.inspections.Notes.work;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sihong.review.inspections.FieldRecord.Absent;
import cn.sihong.review.inspections.FieldRecord.Excepted;
import cn.sihong.review.inspections.FieldRecord.Scored;
import cn.sihong.review.inspections.FieldRecord.ScoresLocked;
import cn.sihong.review.inspections.FieldRecord.SignedOff;
import cn.sihong.review.inspections.Sheet.Status;
import cn.sihong.review.rubrics.Method;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

class FieldbookTest {

    private static final FieldRecord LOCK = note(4, ANNA, new ScoresLocked(ids(1, 2, 3)));

    @Test
    void aRecordThatKnowsAnotherTakesItsPlace() {
        var book = book(note(1, ANNA, plan(5_000)), note(2, ANNA, plan(6_000), 1));
        assertThat(book.sheetOf(ANNA).answers().about(SCHOOL)).isEqualTo(Map.of("plan", 6_000));
        assertThat(book.conflicts()).isEmpty();
        assertThat(book.records()).hasSize(2);
    }

    @Test
    void twoDevicesThatDoNotKnowEachOtherAreAConflictAndNeitherIsOverwritten() {
        var book = book(note(1, ANNA, plan(5_000)), note(2, ANNA, plan(6_000)));
        assertThat(book.conflicts().values().iterator().next())
                .extracting(FieldRecord::id)
                .containsExactlyElementsOf(ids(1, 2));
        assertThat(book.sheetOf(ANNA).answers().about(SCHOOL)).isEmpty();

        var settled = book.with(List.of(note(3, ANNA, plan(5_500), 1, 2)));
        assertThat(settled.conflicts()).isEmpty();
        assertThat(settled.sheetOf(ANNA).answers().about(SCHOOL)).isEqualTo(Map.of("plan", 5_500));
    }

    @Test
    void twoDevicesThatSayTheSameAreNoConflict() {
        var book = book(note(1, ANNA, plan(5_000)), note(2, ANNA, plan(5_000)));
        assertThat(book.conflicts()).isEmpty();
        assertThat(book.sheetOf(ANNA).answers().about(SCHOOL)).isEqualTo(Map.of("plan", 5_000));
    }

    @Test
    void nobodyReplacesTheWordOfAnother() {
        var book = book(note(1, ANNA, plan(5_000)), note(2, BORIS, plan(9_000), 1));
        assertThat(book.sheetOf(ANNA).answers().about(SCHOOL)).isEqualTo(Map.of("plan", 5_000));
    }

    @Test
    void whatIsTakenBackIsMissingAndNotZero() {
        var book =
                book(
                        note(1, ANNA, plan(5_000)),
                        note(2, ANNA, new Scored(SCHOOL, "plan", null), 1));
        assertThat(book.sheetOf(ANNA).answers().about(SCHOOL)).isEmpty();
    }

    @Test
    void lockedScoresStayAndWhatComesLaterIsShownAndCountedNowhere() {
        var book = annas().with(List.of(LOCK, note(5, ANNA, plan(10_000), 1)));
        assertThat(book.sheetOf(ANNA).status()).isEqualTo(Status.LOCKED);
        assertThat(book.sheetOf(ANNA).answers().scoreOf(SCHOOL)).isEqualTo(13_000);
        assertThat(book.late()).containsExactlyElementsOf(ids(5));

        var relocked = book.with(List.of(note(6, ANNA, new ScoresLocked(ids(5, 2, 3)), 4)));
        assertThat(relocked.sheetOf(ANNA).status()).isEqualTo(Status.CONFLICT);
    }

    @Test
    void twoLocksThatDisagreeEndByChoosingOne() {
        var book =
                annas().with(
                                List.of(
                                        LOCK,
                                        note(5, ANNA, plan(10_000)),
                                        note(6, ANNA, new ScoresLocked(ids(5, 2, 3)))));
        assertThat(book.sheetOf(ANNA).status()).isEqualTo(Status.CONFLICT);
        assertThat(book.conflicts()).containsKey("lock/" + ANNA);

        var chosen = book.with(List.of(note(7, ANNA, new ScoresLocked(ids(5, 2, 3)), 4, 6)));
        assertThat(chosen.sheetOf(ANNA).status()).isEqualTo(Status.LOCKED);
        assertThat(chosen.sheetOf(ANNA).answers().scoreOf(SCHOOL)).isEqualTo(18_000);
    }

    @Test
    void aLockLocksNothingUntilAllItSealsIsHereAndAnswersAll() {
        var early = book(LOCK, note(1, ANNA, plan(5_000)));
        assertThat(early.sheetOf(ANNA).status()).isEqualTo(Status.OPEN);
        assertThat(early.with(annas().records()).sheetOf(ANNA).status()).isEqualTo(Status.LOCKED);

        var partial = annas().with(List.of(note(4, ANNA, new ScoresLocked(ids(1, 2)))));
        assertThat(partial.sheetOf(ANNA).status()).isEqualTo(Status.OPEN);
        assertThat(
                        partial.with(List.of(note(8, ANNA, new ScoresLocked(ids(1, 2, 3)), 4)))
                                .sheetOf(ANNA)
                                .status())
                .isEqualTo(Status.LOCKED);
    }

    @Test
    void whatCouldNotBeJudgedOnTheSpotNeedsAReasonAndNoPoints() {
        var book =
                book(
                        note(1, ANNA, plan(5_000)),
                        note(2, ANNA, work(8_000)),
                        note(3, ANNA, new Excepted(ITEM, "讲解员外出参训")),
                        LOCK);
        assertThat(book.sheetOf(ANNA).status()).isEqualTo(Status.LOCKED);
        assertThat(Result.of(List.of(ANNA), book).scoreOf(ITEM)).isEmpty();
    }

    @Test
    void theTeamsScoreIsTheMeanOfThoseWhoLockedHalfUpAndAbsenceIsNoZero() {
        var both =
                annas().with(
                                List.of(
                                        LOCK,
                                        note(11, BORIS, plan(5_500)),
                                        note(12, BORIS, work(8_000)),
                                        note(13, BORIS, guide(9_500)),
                                        note(14, BORIS, new ScoresLocked(ids(11, 12, 13)))));
        var team = List.of(ANNA, BORIS);
        assertThat(Result.of(team, both).scoreOf(SCHOOL)).hasValue(13_250);
        assertThat(Result.of(team, both).pointsOf(SCHOOL))
                .isEqualTo(Map.of("plan", 5_250, "work", 8_000));

        var alone = annas().with(List.of(LOCK, note(21, ANNA, new Absent(BORIS, "因公出差"))));
        assertThat(alone.sheetOf(BORIS).status()).isEqualTo(Status.ABSENT);
        assertThat(Result.of(team, alone).scoreOf(SCHOOL)).hasValue(13_000);
        assertThat(both.with(alone.records()).sheetOf(BORIS).status()).isEqualTo(Status.LOCKED);
    }

    @Test
    void bonusesCountUpToTheirLimitAndDeductionsInFullForTheSchoolAlone() {
        var book = annas().with(List.of(LOCK, note(61, ANNA, adjusted("adopted", 7))));
        var team = List.of(ANNA, BORIS);
        assertThat(Result.of(team, book).scoreOf(SCHOOL)).hasValue(13_000 + 5_000);
        assertThat(Result.of(team, book).scoreOf(ITEM)).hasValue(9_000);

        var late = book.with(List.of(note(62, BORIS, adjusted("late", 4))));
        assertThat(Result.of(team, late).scoreOf(SCHOOL)).hasValue(13_000 + 5_000 - 8_000);
        var worse = late.with(List.of(note(63, BORIS, adjusted("late", 20), 62)));
        assertThat(Result.of(team, worse).scoreOf(SCHOOL)).hasValue(0);
        var none = late.with(List.of(note(64, ANNA, adjusted("late", 0), 62)));
        assertThat(Result.of(team, none).scoreOf(SCHOOL)).hasValue(18_000);
    }

    @Test
    void twoWhoDisagreeAboutABonusAreAConflictAndItCountsNothingYet() {
        var book =
                annas().with(
                                List.of(
                                        LOCK,
                                        note(61, ANNA, adjusted("adopted", 1)),
                                        note(62, BORIS, adjusted("adopted", 2))));
        assertThat(book.conflicts()).containsKey("adjustment/adopted");
        assertThat(Result.of(List.of(ANNA), book).scoreOf(SCHOOL)).hasValue(13_000);
        assertThat(book.signable()).contains(new UUID(9, 61), new UUID(9, 62));
    }

    @Test
    void aSignatureWaitsForWhatItSignsAndTwoOfThemAreNone() {
        var signed = new ArrayList<>(annas().records());
        signed.add(LOCK);
        int id = 30;
        for (var method : Method.values()) signed.add(note(id++, ANNA, used(method, 3)));
        var signature = note(40, ANNA, new SignedOff("双方认可", "王校长", ids(4, 30, 31, 32, 33)));

        var early = book(signature);
        assertThat(early.signature()).isEmpty();
        var whole = early.with(signed);
        assertThat(whole.signature()).contains(signature);
        assertThat(Result.of(List.of(ANNA), whole.under(signature)).unused()).isEmpty();
        assertThat(whole.with(List.of(note(50, ANNA, used(Method.INTERVIEW, 9), 32))).late())
                .containsExactly(new UUID(9, 50));

        var other = note(41, BORIS, new SignedOff("另有意见", "李书记", ids(4)));
        assertThat(whole.with(List.of(other)).signature()).isEmpty();
        assertThat(whole.with(List.of(other)).conflicts()).containsKey("signature");
    }

    @Test
    void peopleAndBallotsAddUp() {
        assertThat(
                        Count.fault(
                                Method.INTERVIEW,
                                12,
                                Map.of(Count.PARTY_MEMBERS, 5, Count.PARENTS, 7)))
                .isEmpty();
        assertThat(Count.fault(Method.INTERVIEW, 12, Map.of(Count.PARENTS, 7))).isPresent();
        assertThat(Count.fault(Method.MASS_SURVEY, 46, Map.of(Count.ISSUED, 40))).isPresent();
        assertThat(
                        Count.fault(
                                Method.MASS_SURVEY,
                                46,
                                Map.of(Count.ISSUED, 50, Count.VALID, 45, Count.SATISFIED, 44)))
                .isEmpty();
        assertThat(Count.fault(Method.SITE_VISIT, 3, Map.of(Count.STAFF, 3))).isPresent();
    }

    /** All that Anna has to say of the school and its application. */
    private static Fieldbook annas() {
        return book(
                note(1, ANNA, plan(5_000)),
                note(2, ANNA, work(8_000)),
                note(3, ANNA, guide(9_000)));
    }

    private static Fieldbook book(FieldRecord... records) {
        return Fieldbook.of(Notes.checklist(), List.of(records));
    }
}
