package cn.sihong.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sihong.platform.retention.Retention;
import cn.sihong.platform.retention.Term;

import io.micrometer.core.instrument.MeterRegistry;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.LocalDate;
import java.time.Period;

@SihongTest
class RetentionTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

    @Autowired Retention retention;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired MeterRegistry meters;

    @BeforeEach
    void nothingIsPrinted() {
        jdbc.sql("delete from leaflets").update();
    }

    @Test
    void whatIsPastItsTermGoesAndTheRestStays() {
        print(1, TODAY.minusYears(1).minusDays(1));
        print(1, TODAY.minusYears(1));
        print(1, TODAY);

        retention.goRound(TODAY);
        assertThat(leaflets()).isEqualTo(2);
        retention.goRound(TODAY);
        assertThat(leaflets()).isEqualTo(2);
        assertThat(stillDue()).isZero();
    }

    @Test
    void howeverMuchThereIsItAllGoes() {
        print(1_234, TODAY.minusYears(5));

        retention.goRound(TODAY);

        assertThat(leaflets()).isZero();
    }

    @Test
    void oneReplicaAtATime() {
        print(3, TODAY.minusYears(5));

        transaction.executeWithoutResult(other -> {
            jdbc.sql(
                            "select 1 from"
                                    + " pg_advisory_xact_lock(hashtextextended('retention',"
                                    + " 0))")
                    .query(Integer.class)
                    .single();
            onAnotherThread(() -> retention.goRound(TODAY));
        });

        assertThat(leaflets()).isEqualTo(3);
        assertThat(stillDue()).isEqualTo(3);
    }

    @Test
    void aTermBelowWhatALawAsksForIsRefused() {
        var term = new Term("leaflets", Period.ofDays(30), "select 0", "select 0");

        assertThatThrownBy(() -> term.atLeast(Period.ofMonths(6), "the law says so"))
                .hasMessage("leaflets must be kept for P6M at least: the law says so");
        assertThat(term.atLeast(Period.ofDays(30), "…")).isEqualTo(term);
    }

    @Nested
    @TestPropertySource(properties = "sihong.retention.dry-run=true")
    class OnlyLooking {

        @Test
        void nothingGoesAndTheOperatorSeesHowMuchWould() {
            print(3, TODAY.minusYears(5));

            retention.goRound(TODAY);

            assertThat(leaflets()).isEqualTo(3);
            assertThat(stillDue()).isEqualTo(3);
        }
    }

    private void print(int copies, LocalDate on) {
        jdbc.sql("insert into leaflets (printed_on) select ?::date from generate_series(1, ?)")
                .params(on, copies)
                .update();
    }

    private long leaflets() {
        return jdbc.sql("select count(*) from leaflets").query(Long.class).single();
    }

    private double stillDue() {
        return meters.get("sihong.retention.due").tag("what", "leaflets").gauge().value();
    }

    private static void onAnotherThread(Runnable deed) {
        try {
            Thread.ofVirtual().start(deed).join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
