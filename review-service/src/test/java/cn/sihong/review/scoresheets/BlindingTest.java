package cn.sihong.review.scoresheets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.UUID;

class BlindingTest {

    @Test
    void namesOfTheSchoolAndItsUnitAreTakenOutInFullAndWithoutTheirDistrict() {
        var blinding = Blinding.of(List.of("云岭区翠湖小学", "云岭区五华街道教育中心"));

        assertThat(blinding.of("云岭区翠湖小学在五华街道教育中心指导下，翠湖小学师生参与")).isEqualTo("某校在某校指导下，某校师生参与");
    }

    @Test
    void ordinaryWordsStay() {
        assertThat(Blinding.of(List.of("云岭区一小")).of("一小步也是进步")).isEqualTo("一小步也是进步");
    }

    @Test
    void anAliasSaysNothingAndIsAlwaysTheSame() {
        var round = UUID.randomUUID();
        var sheet = UUID.randomUUID();

        assertThat(Blinding.alias(round, sheet))
                .matches("[0-9A-F]{6}")
                .isEqualTo(Blinding.alias(round, sheet));
    }
}
