package cn.sihong.submission.applications;

import static cn.sihong.submission.applications.Samples.aDraft;
import static cn.sihong.submission.applications.Samples.aSignature;
import static cn.sihong.submission.applications.Samples.aSubmission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.sihong.submission.applications.Application.ApplicationNumber;
import cn.sihong.submission.applications.Application.Screened;
import cn.sihong.submission.applications.Application.Withdrawable;
import cn.sihong.submission.programmes.Category;

import org.junit.jupiter.api.Test;

import java.util.UUID;

class ApplicationTest {

    @Test
    void aDraftTravelsToItsHonour() {
        var honoured =
                aDraft().submit(aSignature())
                        .recommend(2)
                        .batch(UUID.randomUUID())
                        .receive(ApplicationNumber.of(2026, Category.RED_BASE, "JD03", 2))
                        .honour("红基证〔2026〕0001号");
        assertThat(honoured.number().value()).isEqualTo("2026-JD-JD03-0002");
        assertThat(honoured.rank()).isEqualTo(2);
        assertThat(honoured.certificate()).isEqualTo("红基证〔2026〕0001号");
    }

    @Test
    void whatWasSentBackKeepsCountingItsReturns() {
        var again = aSubmission().sendBack("照片不清晰").submit(aSignature());
        assertThat(again.returns()).isEqualTo(1);
        assertThat(again.sendBack("仍不清晰").submit(aSignature()).returns()).isEqualTo(2);
    }

    @Test
    void aThirdReturnIsRefused() {
        var twice =
                aSubmission().sendBack("一").submit(aSignature()).sendBack("二").submit(aSignature());
        assertThatExceptionOfType(ReturnedOftenEnough.class).isThrownBy(() -> twice.sendBack("三"));
    }

    @Test
    void theUnitDecidesEvenAfterTwoReturns() {
        var twice =
                aSubmission().sendBack("一").submit(aSignature()).sendBack("二").submit(aSignature());
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
    void everyStateHasANameForPeople() {
        assertThat(State.values()).extracting(State::chinese).doesNotHaveDuplicates();
    }
}
