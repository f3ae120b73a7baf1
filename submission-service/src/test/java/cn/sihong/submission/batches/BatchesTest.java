package cn.sihong.submission.batches;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sihong.platform.reach.Reach;
import cn.sihong.platform.test.SihongTest;
import cn.sihong.submission.batches.Batch.Entry;
import cn.sihong.submission.batches.Batch.SecondCheck;
import cn.sihong.submission.batches.Batch.SecondChecked;
import cn.sihong.submission.batches.Batch.Submitted;
import cn.sihong.submission.organisations.Town;
import cn.sihong.submission.programmes.Programme;
import cn.sihong.submission.programmes.ProgrammeSamples;
import cn.sihong.submission.programmes.Programmes;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

@SihongTest
class BatchesTest {

    private static final Instant NOW = Instant.parse("2026-10-30T02:00:00Z");

    @Autowired Batches batches;
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
        var direct = (Submitted) added(new Submitted(entry(town.directUnit().id())));
        var check =
                new SecondCheck("同意", Map.of(UUID.randomUUID(), "不符合条件"), UUID.randomUUID(), NOW);
        system(() -> {
            batches.save(direct.check(check));
            return true;
        });
        var checked = (SecondChecked) found(direct);
        assertThat(checked.check()).isEqualTo(check);
        system(() -> {
            batches.save(checked.receive(NOW));
            return true;
        });
        assertThat(found(direct))
                .usingRecursiveComparison()
                .ignoringFields("entry.version")
                .isEqualTo(checked.receive(NOW));

        var street = (Submitted) added(new Submitted(entry(town.street().id())));
        system(() -> {
            batches.save(street.receive(NOW, false));
            return true;
        });
        assertThat(found(street))
                .usingRecursiveComparison()
                .ignoringFields("entry.version")
                .isEqualTo(street.receive(NOW, false));
    }

    private Batch added(Submitted batch) {
        system(() -> {
            batches.add(batch);
            return true;
        });
        var read = found(batch);
        assertThat(read)
                .usingRecursiveComparison()
                .ignoringFields("entry.version")
                .isEqualTo(batch);
        return read;
    }

    private Batch found(Batch batch) {
        return system(() -> batches.find(batch.entry().id()).orElseThrow());
    }

    private Entry entry(cn.sihong.submission.organisations.Organisation.Id unit) {
        return new Entry(
                new Batch.Id(UUID.randomUUID()),
                programme,
                unit,
                3,
                1,
                Map.of(town.school().id().value(), "新建校"),
                UUID.randomUUID(),
                NOW,
                true,
                0);
    }

    private <T> T system(Supplier<T> deed) {
        return Reach.everything().during(() -> transaction.execute(status -> deed.get()));
    }
}
