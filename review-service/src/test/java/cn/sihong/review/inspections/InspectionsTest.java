package cn.sihong.review.inspections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.sihong.platform.problem.StaleVersion;
import cn.sihong.platform.reach.Reach;
import cn.sihong.platform.test.SihongTest;
import cn.sihong.review.inspections.Inspection.Scheduled;
import cn.sihong.review.inspections.Inspection.Signature;
import cn.sihong.review.inspections.Inspection.Visit;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

@SihongTest
class InspectionsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 8);
    private static final Instant NOW = Instant.parse("2026-12-08T08:00:00Z");

    @Autowired Inspections inspections;
    @Autowired TransactionTemplate transaction;

    private final UUID inspector = UUID.randomUUID();

    @Test
    void everyStateComesBackAsItWasSaved() {
        var moved = kept(scheduled().moveTo(DAY.plusDays(1)));
        var onSite = kept(kept(moved.start()).written());
        var signature = new Signature(UUID.randomUUID(), inspector, "张校长", "创建扎实，同意验收。", NOW);
        var signed = kept(onSite.sign(signature));
        kept(kept(signed.written()).lock(inspector, NOW.plusSeconds(60)));
    }

    @Test
    void whatIsDoubtedIsOpenAgain() {
        var signature = new Signature(UUID.randomUUID(), inspector, "张校长", "创建扎实，同意验收。", NOW);
        kept(kept(kept(scheduled().start()).sign(signature)).doubt());
    }

    @Test
    void whoSavesOverAnotherIsTold() {
        var scheduled = scheduled();
        kept(scheduled.start());
        assertThatExceptionOfType(StaleVersion.class)
                .isThrownBy(() -> kept(scheduled.moveTo(DAY.plusDays(1))));
    }

    private Scheduled scheduled() {
        var scheduled =
                new Scheduled(
                        new Visit(
                                UUID.randomUUID(),
                                UUID.randomUUID(),
                                UUID.randomUUID(),
                                DAY,
                                Set.of(inspector, UUID.randomUUID()),
                                null),
                        1);
        assertThat(everything(() -> inspections.add(scheduled))).isTrue();
        same(scheduled);
        return scheduled;
    }

    private <I extends Inspection> I kept(I inspection) {
        everything(() -> {
            inspections.save(inspection);
            return true;
        });
        same(inspection);
        return inspection;
    }

    private void same(Inspection inspection) {
        assertThat(everything(() -> inspections.find(inspection.visit().id()).orElseThrow()))
                .isEqualTo(inspection);
    }

    private <T> T everything(Supplier<T> deed) {
        return Objects.requireNonNull(
                Reach.everything().during(() -> transaction.execute(status -> deed.get())));
    }
}
