package cn.sihong.review.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.sihong.platform.problem.StaleVersion;
import cn.sihong.platform.reach.Reach;
import cn.sihong.platform.test.SihongTest;
import cn.sihong.review.supervision.Visit.Announced;
import cn.sihong.review.supervision.Visit.Held;
import cn.sihong.review.supervision.Visit.Means;
import cn.sihong.review.supervision.Visit.Observation;
import cn.sihong.review.supervision.Visit.Plan;
import cn.sihong.review.supervision.Visit.Report;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

@SihongTest
class VisitsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 15);
    private static final Instant NOW = Instant.parse("2026-10-15T08:00:00Z");

    @Autowired Visits visits;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    @Test
    void everyStateComesBackAsItWasSaved() {
        var announced = announced();
        var held =
                announced.hold(
                        new Observation(Set.of(Means.SITE, Means.TALKS), 12, "察看书屋，座谈党员。"), DAY);
        var kept = (Held) saved(held, 2);
        saved(kept.report(new Report("组织生活规范。", "台账有缺页。", UUID.randomUUID(), NOW)), 3);
    }

    @Test
    void aVisitThatWasCalledOffComesBackWithItsReason() {
        saved(announced().callOff("暴雨停课"), 2);
    }

    @Test
    void whoSavesOverAnotherIsTold() {
        var announced = announced();
        saved(announced.callOff("暴雨停课"), 2);
        assertThatExceptionOfType(StaleVersion.class)
                .isThrownBy(() -> everything(() -> visits.save(announced.callOff("道路中断"))));
    }

    private Announced announced() {
        var plan =
                new Plan(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        item(),
                        DAY,
                        DAY.minusDays(40),
                        Set.of(UUID.randomUUID(), UUID.randomUUID()));
        return (Announced)
                everything(() -> {
                    visits.add(plan);
                    assertThat(visits.get(plan.id())).isEqualTo(new Announced(plan, 1));
                    return visits.get(plan.id());
                });
    }

    private UUID item() {
        var id = UUID.randomUUID();
        everything(() ->
                jdbc.sql("insert into supervision_list_items values (?, 2026, ?, '四红创建督查', '清单')")
                        .params(id, id.toString())
                        .update());
        return id;
    }

    /** What saving answers and what is read afterwards are the state, one version on. */
    private Visit saved(Visit visit, long version) {
        var answered = everything(() -> visits.save(visit));
        assertThat(answered.version()).isEqualTo(version);
        assertThat(answered).usingRecursiveComparison().ignoringFields("version").isEqualTo(visit);
        assertThat(everything(() -> visits.get(visit.plan().id()))).isEqualTo(answered);
        return answered;
    }

    private <T> T everything(Supplier<T> deed) {
        return Objects.requireNonNull(
                Reach.everything().during(() -> transaction.execute(status -> deed.get())));
    }
}
