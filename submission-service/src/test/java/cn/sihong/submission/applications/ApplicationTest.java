package cn.sihong.submission.applications;

import static cn.sihong.submission.applications.Samples.MONDAY;
import static cn.sihong.submission.applications.Samples.aDraft;
import static cn.sihong.submission.applications.Samples.aSignature;
import static cn.sihong.submission.applications.Samples.aSubmission;
import static cn.sihong.submission.applications.Samples.complete;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.sihong.platform.problem.NotPossibleNow;
import cn.sihong.submission.applications.Application.ApplicationNumber;
import cn.sihong.submission.applications.Application.Received;
import cn.sihong.submission.applications.Application.Screened;
import cn.sihong.submission.applications.Application.Withdrawable;
import cn.sihong.submission.programmes.Category;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.UUID;

class ApplicationTest {

    private static final LocalDate DUE = MONDAY.plusDays(7);

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);

    @Test
    void aDraftTravelsToItsHonour() {
        var honoured =
                aDraft().submit(complete(), aSignature())
                        .recommend(2)
                        .batch(UUID.randomUUID())
                        .receive(ApplicationNumber.of(2026, Category.RED_BASE, "JD03", 2))
                        .admit()
                        .honour("红基证〔2026〕0001号");
        assertThat(honoured.number().value()).isEqualTo("2026-JD-JD03-0002");
        assertThat(honoured.rank()).isEqualTo(2);
        assertThat(honoured.certificate()).isEqualTo("红基证〔2026〕0001号");
    }

    @Test
    void whatWasSentBackKeepsCountingItsReturns() {
        var again = aSubmission().sendBack("照片不清晰", DUE).submit(complete(), aSignature());
        assertThat(again.returns()).isEqualTo(1);
        assertThat(again.sendBack("仍不清晰", DUE).submit(complete(), aSignature()).returns())
                .isEqualTo(2);
    }

    @Test
    void aThirdReturnIsRefused() {
        var twice =
                aSubmission()
                        .sendBack("一", DUE)
                        .submit(complete(), aSignature())
                        .sendBack("二", DUE)
                        .submit(complete(), aSignature());
        assertThatExceptionOfType(ReturnedOftenEnough.class)
                .isThrownBy(() -> twice.sendBack("三", DUE));
    }

    @Test
    void whatWasSentBackIsSubmittedAgainUntilItsLastDay() {
        assertThat(aSubmission().sendBack("补充", MONDAY).submit(complete(), aSignature()))
                .isInstanceOf(Application.Submitted.class);
        var late = aSubmission().sendBack("补充", MONDAY.minusDays(1));
        assertThatExceptionOfType(ReturnOverdue.class)
                .isThrownBy(() -> late.submit(complete(), aSignature()))
                .withMessageContaining("2026年11月22日");
    }

    @Test
    void theUnitDecidesEvenAfterTwoReturns() {
        var twice =
                aSubmission()
                        .sendBack("一", DUE)
                        .submit(complete(), aSignature())
                        .sendBack("二", DUE)
                        .submit(complete(), aSignature());
        assertThat(twice.recommend(1)).isInstanceOf(Screened.class);
        assertThat(twice.decline("不符合本类别要求")).isInstanceOf(Screened.class);
    }

    @Test
    void aSchoolTakesBackWhatIsNotYetReported() {
        assertThat(aDraft()).isInstanceOf(Withdrawable.class);
        assertThat(aSubmission()).isInstanceOf(Withdrawable.class);
        assertThat(aSubmission().recommend(1)).isInstanceOf(Withdrawable.class);
        assertThat(aSubmission().recommend(1).batch(UUID.randomUUID()))
                .isNotInstanceOf(Withdrawable.class);
    }

    @Test
    void aFormalFaultIsPutRightOnceAndThenDecided() {
        var corrected =
                aReceived().askCorrection("缺校内公示地点", FRIDAY).handIn(complete(), aSignature());
        assertThat(corrected.corrections()).isEqualTo(1);
        assertThatExceptionOfType(CorrectedOnce.class)
                .isThrownBy(() -> corrected.askCorrection("仍缺", FRIDAY));
        assertThat(corrected.admit().number()).isEqualTo(corrected.number());
        assertThat(corrected.refuse("仍不符合").reason()).isEqualTo("仍不符合");
    }

    @Test
    void aCorrectionIsInTimeOnItsLastDayAndOutAfterIt() {
        var correction = aReceived().askCorrection("缺校内公示地点", FRIDAY);
        correction.mustBeInTime(FRIDAY);
        assertThatExceptionOfType(NotPossibleNow.class)
                .isThrownBy(() -> correction.refuse("逾期未补正", FRIDAY));
        assertThatExceptionOfType(CorrectionOverdue.class)
                .isThrownBy(() -> correction.mustBeInTime(FRIDAY.plusDays(1)));
        assertThat(correction.refuse("逾期未补正", FRIDAY.plusDays(1))).isNotNull();
    }

    @Test
    void whatTheSecondCheckDoesNotUpholdIsNotRecommended() {
        var struck = aSubmission().recommend(1).batch(UUID.randomUUID()).strike("复核：不符合本类别条件");
        assertThat(struck.reason()).startsWith("复核");
    }

    private static Received aReceived() {
        return aSubmission()
                .recommend(2)
                .batch(UUID.randomUUID())
                .receive(ApplicationNumber.of(2026, Category.RED_BASE, "JD03", 2));
    }

    @Test
    void everyStateHasANameForPeople() {
        assertThat(State.values()).extracting(State::chinese).doesNotHaveDuplicates();
    }
}
