package cn.sihong.review.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.sihong.platform.problem.NotYourUnit;
import cn.sihong.platform.problem.StaleVersion;
import cn.sihong.platform.reach.Reach;
import cn.sihong.platform.test.SihongTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

@SihongTest
class FindingsTest {

    @Autowired Findings findings;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    static Stream<Finding> everyState() {
        return Stream.of(
                Samples.open(),
                Samples.answered(Samples.DUE),
                Samples.verified(),
                Samples.closing(),
                Samples.closed(),
                Samples.reopened());
    }

    @ParameterizedTest
    @MethodSource("everyState")
    void everyStateComesBackAsItWasSaved(Finding finding) {
        var kept = kept(finding);

        assertThat(as(Reach.everything(), () -> findings.get(kept.entry().id()))).isEqualTo(kept);
    }

    @Test
    void whoSavesOverAnotherIsTold() {
        var kept = kept(Samples.closed());

        assertThatExceptionOfType(StaleVersion.class)
                .isThrownBy(() -> kept(kept.with(kept.entry().at(1))));
    }

    @Test
    void theSchoolItsUnitAndTheFindersOwnReachItAndNobodyElse() {
        var kept = kept(Samples.open());
        var entry = kept.entry();

        for (var one :
                new UUID[] {entry.schoolId(), entry.unitId(), entry.finder().organisationId()})
            assertThat(as(of(one), () -> findings.find(entry.id()))).contains(kept);
        assertThatExceptionOfType(NotYourUnit.class)
                .isThrownBy(() -> as(of(UUID.randomUUID()), () -> findings.get(entry.id())));
        assertThatExceptionOfType(NoSuchFinding.class)
                .isThrownBy(() -> as(Reach.everything(), () -> findings.get(UUID.randomUUID())));
    }

    @Test
    void theTableRefusesOnePersonClosingTwice() {
        var kept = kept(Samples.closed());

        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() ->
                        as(
                                Reach.everything(),
                                () ->
                                        jdbc.sql(
                                                        "update findings set second_by = first_by where id = ?")
                                                .param(kept.entry().id())
                                                .update()));
    }

    /**
     * As its moves would have left it: inserted when it was opened, then each state over the last.
     */
    private Finding kept(Finding finding) {
        return as(
                Reach.everything(),
                () -> {
                    if (finding.entry().version() != 0) return findings.save(finding);
                    var open =
                            findings.save(
                                    new Finding.Open(
                                            finding.entry(), finding.matter(), finding.term()));
                    return finding instanceof Finding.Open
                            ? open
                            : findings.save(finding.with(open.entry()));
                });
    }

    private static Reach of(UUID organisation) {
        return new Reach.Organisations(Set.of(organisation));
    }

    private <T> T as(Reach reach, Supplier<T> deed) {
        return reach.during(() -> transaction.execute(_ -> deed.get()));
    }
}
