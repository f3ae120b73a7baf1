package cn.sihong.submission.programmes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.sihong.platform.problem.NotPossibleNow;
import cn.sihong.platform.problem.StaleVersion;
import cn.sihong.platform.test.SihongTest;
import cn.sihong.submission.organisations.Town;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

@SihongTest
class ProgrammesTest {

    private static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");

    @Autowired Programmes programmes;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    @Test
    void everyStateIsReadAsItWasWritten() {
        var draft = ProgrammeSamples.aDraft(ProgrammeSamples.alwaysOpen());
        programmes.add(draft);
        assertThat(programmes.get(draft.id())).isEqualTo(draft);

        var published = draft.publish(ProgrammeSamples.PLAIN, NOW);
        programmes.save(published);
        assertThat(programmes.get(draft.id())).isEqualTo(published);
        assertThat(programmes.published(draft.id())).isEqualTo(published);

        var closed = published.close(LocalDate.of(2026, 6, 1), NOW.plusSeconds(60));
        programmes.save(closed);
        assertThat(programmes.get(draft.id())).isEqualTo(closed);
    }

    @Test
    void extensionsAndEditionsAreReadAsTheyWereWritten() {
        var unit = Town.in(jdbc).street().id();
        var draft = ProgrammeSamples.aDraft(ProgrammeSamples.longClosed());
        programmes.add(draft);
        var published = draft.publish(ProgrammeSamples.PLAIN, NOW);
        programmes.save(published);

        var friday = LocalDate.of(2026, 5, 8);
        var extension =
                new Extension(unit, Stage.PLAN, friday, "道路中断", "局党组", UUID.randomUUID(), NOW);
        var extended = published.extend(extension, ProgrammeSamples.PLAIN, friday);
        programmes.save(extended);
        assertThat(programmes.published(draft.id())).isEqualTo(extended);
        assertThat(
                        jdbc.sql("select closes_on(?, 'PLAN', ?)")
                                .params(draft.id().value(), unit.value())
                                .query(LocalDate.class)
                                .single())
                .isEqualTo(friday);

        var corrected =
                extended.correct(ProgrammeSamples.longClosed(), ProgrammeSamples.PLAIN, friday);
        programmes.save(corrected);
        assertThat(programmes.get(draft.id())).isEqualTo(corrected);
        assertThat(corrected.edition()).isEqualTo(2);
        var closed = corrected.close(friday, NOW);
        programmes.save(closed);
        assertThat(programmes.get(draft.id())).isEqualTo(closed);
    }

    @Test
    void aDraftWithGapsIsReadAsItWasWritten() {
        var draft = ProgrammeSamples.aDraft(Seed.of(2031, ProgrammeSamples.PLAIN));
        programmes.add(draft);
        assertThat(programmes.get(draft.id())).isEqualTo(draft);
    }

    @Test
    void otherFeaturesSeeOnlyTheProgrammeInForce() {
        var draft = ProgrammeSamples.aDraft(ProgrammeSamples.alwaysOpen());
        assertThatExceptionOfType(NoSuchProgramme.class)
                .isThrownBy(() -> programmes.published(draft.id()));
        programmes.add(draft);
        assertThatExceptionOfType(NoSuchProgramme.class)
                .isThrownBy(() -> programmes.published(draft.id()));

        var published = draft.publish(ProgrammeSamples.PLAIN, NOW);
        programmes.save(published);
        programmes.save(published.close(LocalDate.of(2026, 6, 1), NOW));
        assertThatExceptionOfType(NotPossibleNow.class)
                .isThrownBy(() -> programmes.published(draft.id()));
    }

    @Test
    void whoeverSavesSecondIsTold() {
        var draft = ProgrammeSamples.aDraft(ProgrammeSamples.alwaysOpen());
        programmes.add(draft);
        var edited = draft.edit(ProgrammeSamples.longClosed());
        programmes.save(edited);
        assertThatExceptionOfType(StaleVersion.class)
                .isThrownBy(() -> transaction.executeWithoutResult(_ -> programmes.save(edited)));
        assertThat(programmes.get(draft.id())).isEqualTo(edited);
    }
}
