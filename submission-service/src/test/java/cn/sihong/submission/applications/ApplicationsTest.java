package cn.sihong.submission.applications;

import static cn.sihong.submission.applications.Samples.MONDAY;
import static cn.sihong.submission.applications.Samples.aSignature;
import static cn.sihong.submission.applications.Samples.complete;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sihong.platform.problem.StaleVersion;
import cn.sihong.platform.reach.Reach;
import cn.sihong.platform.test.SihongTest;
import cn.sihong.submission.applications.Application.ApplicationNumber;
import cn.sihong.submission.applications.Application.Batched;
import cn.sihong.submission.applications.Application.Draft;
import cn.sihong.submission.applications.Application.Entry;
import cn.sihong.submission.applications.Application.FormallyOk;
import cn.sihong.submission.applications.Application.Honoured;
import cn.sihong.submission.applications.Application.InCorrection;
import cn.sihong.submission.applications.Application.NotRecommended;
import cn.sihong.submission.applications.Application.Received;
import cn.sihong.submission.applications.Application.Recommended;
import cn.sihong.submission.applications.Application.Returned;
import cn.sihong.submission.applications.Application.Submitted;
import cn.sihong.submission.organisations.Organisation;
import cn.sihong.submission.organisations.Town;
import cn.sihong.submission.programmes.Category;
import cn.sihong.submission.programmes.Programme;
import cn.sihong.submission.programmes.ProgrammeSamples;
import cn.sihong.submission.programmes.Programmes;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

@SihongTest
class ApplicationsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    @Autowired Applications applications;
    @Autowired Programmes programmes;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    Town town;
    Programme.Id programme;

    @BeforeEach
    void aTownWithAProgramme() {
        town = Town.in(jdbc);
        programme = ProgrammeSamples.published(programmes, ProgrammeSamples.alwaysOpen()).id();
    }

    @Test
    void everyStateIsReadAsItWasWritten() {
        var draft = (Draft) kept(new Draft(anEntry(), complete()));
        var submitted = (Submitted) kept(draft.submit(complete(), aSignature()));
        var returned = (Returned) kept(submitted.sendBack("请补充照片说明", MONDAY));
        var again = (Submitted) kept(returned.submit(complete(), aSignature()));
        var recommended = (Recommended) kept(again.recommend(7));
        var batched = (Batched) kept(recommended.batch(UUID.randomUUID()));
        var number = new ApplicationNumber("2026-JD-" + UUID.randomUUID() + "-0007");
        var received = (Received) kept(batched.receive(number));
        var correction =
                (InCorrection) kept(received.askCorrection("缺公示地点", LocalDate.of(2026, 11, 27)));
        var corrected =
                (Received) kept(correction.revise(complete()).handIn(complete(), aSignature()));
        var admitted = (FormallyOk) kept(corrected.admit());
        var honoured = (Honoured) kept(admitted.honour("红基证〔2026〕" + UUID.randomUUID()));
        kept(honoured.revoke("材料不实，经集体研究撤销"));
    }

    @Test
    void theOtherEndsAreReadAsTheyWereWritten() {
        var submitted = (Submitted) kept(((Draft) begun()).submit(complete(), aSignature()));
        var declined = (NotRecommended) kept(submitted.decline("与本类别不符"));
        kept(declined.withdraw());
        var other = (Submitted) kept(((Draft) begun()).submit(complete(), aSignature()));
        var batched =
                (Batched) kept(((Recommended) kept(other.recommend(8))).batch(UUID.randomUUID()));
        var number = new ApplicationNumber("2026-JD-" + UUID.randomUUID() + "-0008");
        kept(((Received) kept(batched.receive(number))).refuse("不属于本年度申报范围"));
        var third = (Submitted) kept(((Draft) begun()).submit(complete(), aSignature()));
        var reported =
                (Batched) kept(((Recommended) kept(third.recommend(9))).batch(UUID.randomUUID()));
        kept(reported.strike("复核：与申报条件不符"));
    }

    @Test
    void theSlowerOfTwoWritersIsRefused() {
        var draft = (Draft) begun();
        inTransaction(() -> applications.save(draft.submit(complete(), aSignature()), NOW));
        assertThatExceptionOfType(StaleVersion.class)
                .isThrownBy(() -> inTransaction(() -> applications.save(draft.withdraw(), NOW)));
    }

    @Test
    void aRankIsHeldByOneApplicationOfTheUnit() {
        kept(((Draft) begun()).submit(complete(), aSignature()));
        var first = (Submitted) kept(((Draft) begun()).submit(complete(), aSignature()));
        var second = (Submitted) kept(((Draft) begun()).submit(complete(), aSignature()));
        kept(first.recommend(1));
        assertThatExceptionOfType(RankTaken.class)
                .isThrownBy(() -> inTransaction(() -> applications.save(second.recommend(1), NOW)));
        kept(second.recommend(2));
    }

    @Test
    void theTableRefusesAStateWithoutItsColumns() {
        var draft = begun();
        assertThatThrownBy(() ->
                        inTransaction(() ->
                                jdbc.sql("update applications set state = 'RECEIVED' where id = ?")
                                        .param(draft.entry().id().value())
                                        .update()))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasStackTraceContaining("each_state_has_its_columns");
    }

    @Test
    void anotherSchoolDoesNotEvenSeeThatItExists() {
        var draft = begun();
        var stranger = new Reach.Organisations(Set.of(town.stranger().id().value()));
        assertThat(stranger.during(() -> read(draft))).isNull();
        var school = new Reach.Organisations(Set.of(town.school().id().value()));
        assertThat(school.during(() -> read(draft))).isEqualTo(draft);
        var unit = new Reach.Organisations(Set.of(town.street().id().value()));
        assertThat(unit.during(() -> read(draft))).isEqualTo(draft);
    }

    private Application begun() {
        return kept(new Draft(anEntry(), complete()));
    }

    /** Saves, reads back and compares; the version alone moves on. */
    private Application kept(Application application) {
        var saved = inTransaction(() -> applications.save(application, NOW));
        var read = Reach.everything().during(() -> read(saved));
        assertThat(read).isEqualTo(saved);
        assertThat(State.of(saved)).isEqualTo(State.of(application));
        assertThat(saved.entry().version()).isEqualTo(application.entry().version() + 1);
        assertThat(saved)
                .usingRecursiveComparison()
                .ignoringFields("entry.version", "returns")
                .isEqualTo(application);
        return saved;
    }

    private Application read(Application application) {
        return transaction.execute(
                status -> applications.find(application.entry().id()).orElse(null));
    }

    private <T> T inTransaction(Supplier<T> deed) {
        return Reach.everything().during(() -> transaction.execute(status -> deed.get()));
    }

    private Entry anEntry() {
        Organisation.Id school = town.school().id();
        return new Entry(
                new Application.Id(UUID.randomUUID()),
                programme,
                school,
                town.street().id(),
                Category.RED_BASE,
                1,
                0);
    }
}
