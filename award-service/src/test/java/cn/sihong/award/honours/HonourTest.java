package cn.sihong.award.honours;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sihong.award.honours.Honour.Revocation;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;

class HonourTest {

    private final Honour.Valid honour = Samples.valid("红色基地", "星火展厅", "实验小学", 1);

    @Test
    void itIsValidForThreeYearsToTheDay() {
        assertThat(honour.certificate().validUntil()).isEqualTo(LocalDate.of(2029, 12, 19));
        assertThat(honour.certificate().expiredOn(LocalDate.of(2029, 12, 19))).isFalse();
        assertThat(honour.certificate().expiredOn(LocalDate.of(2029, 12, 20))).isTrue();
    }

    @Test
    void aLookThatWasPassedKeepsItForAYearAtLeastAndNeverShortensIt() {
        assertThat(honour.revalidated(LocalDate.of(2027, 12, 1)).certificate().validUntil())
                .isEqualTo(LocalDate.of(2029, 12, 19));
        assertThat(honour.revalidated(LocalDate.of(2029, 12, 1)).certificate().validUntil())
                .isEqualTo(LocalDate.of(2030, 12, 1));
    }

    @Test
    void whatIsRevokedKeepsItsNumberAndItsReason() {
        var revoked =
                honour.revoke(new Revocation("材料不实", "云教党〔2027〕3号", LocalDate.of(2027, 3, 1)));
        assertThat(revoked.state()).isEqualTo("REVOKED");
        assertThat(revoked.certificate()).isEqualTo(honour.certificate());
        assertThat(revoked.entry().version()).isEqualTo(2);
    }
}
