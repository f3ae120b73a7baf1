package cn.sihong.review.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.sihong.review.supervision.Light.Colour;
import cn.sihong.review.supervision.Visit.Announced;
import cn.sihong.review.supervision.Visit.Means;
import cn.sihong.review.supervision.Visit.Observation;
import cn.sihong.review.supervision.Visit.Plan;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

class RuleTest {

    private static final LocalDate ON = LocalDate.of(2026, 10, 15);
    private static final ListItem ITEM =
            new ListItem(UUID.randomUUID(), 2026, "3", "四红创建督查", "〔2026〕2号");

    @Test
    void aSchoolIsToldThirtyDaysBeforeUnlessThePartyGroupSaysOtherwise() {
        assertThatCode(() -> Rule.USUAL.check(announced(ON.minusDays(30)), ITEM))
                .doesNotThrowAnyException();
        assertThatExceptionOfType(NotAnnouncedInTime.class)
                .isThrownBy(() -> Rule.USUAL.check(announced(ON.minusDays(29)), ITEM));
        assertThatCode(() -> new Rule(5, "应急督查", 1).check(announced(ON.minusDays(5)), ITEM))
                .doesNotThrowAnyException();
    }

    @Test
    void anItemOfAnotherYearsListAllowsNothing() {
        var last = new ListItem(UUID.randomUUID(), 2025, "3", "四红创建督查", "〔2025〕2号");
        assertThatExceptionOfType(NotOnTheList.class)
                .isThrownBy(() -> Rule.USUAL.check(announced(ON.minusDays(40)), last));
    }

    @Test
    void nobodyWritesTheRecordOfAVisitThatWasNotMadeYet() {
        var visit = new Announced(announced(ON.minusDays(40)), 1);
        var record = new Observation(Set.of(Means.SITE), 3, "");
        assertThatExceptionOfType(NotYetVisited.class)
                .isThrownBy(() -> visit.hold(record, ON.minusDays(1)));
        assertThat(visit.hold(record, ON).record()).isEqualTo(record);
    }

    @Test
    void aLightIsTheSchoolsAloneForSeventyTwoHours() {
        var given = Instant.parse("2026-10-15T08:00:00Z");
        var light = new Light(UUID.randomUUID(), Colour.RED, "台账缺失", given, null);
        assertThat(light.isPrivateAt(given.plusSeconds(72 * 3600 - 1))).isTrue();
        assertThat(light.isPrivateAt(given.plusSeconds(72 * 3600))).isFalse();
    }

    private static Plan announced(LocalDate day) {
        return new Plan(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                ITEM.id(),
                ON,
                day,
                Set.of(UUID.randomUUID()));
    }
}
