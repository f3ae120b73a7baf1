package cn.sihong.platform.retention;

import cn.sihong.platform.reach.Reach;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionOperations;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ends each night what is past its term: in small transactions, so that nobody waits for it, and by
 * one replica at a time. Where it is only to look ({@code sihong.retention.dry-run}), it says in
 * the log and in {@code sihong.retention.due} what it would have ended.
 */
public class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int AT_A_TIME = 500;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final List<Term> terms;
    private final boolean dryRun;
    private final Clock clock;
    private final MeterRegistry meters;
    private final ConcurrentHashMap<String, AtomicLong> left = new ConcurrentHashMap<>();

    Retention(
            JdbcClient jdbc,
            TransactionOperations transactions,
            List<Term> terms,
            boolean dryRun,
            Clock clock,
            MeterRegistry meters) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.terms = terms;
        this.dryRun = dryRun;
        this.clock = clock;
        this.meters = meters;
    }

    @Scheduled(cron = "${sihong.retention.at:0 40 3 * * *}", zone = "Asia/Shanghai")
    void goRound() {
        goRound(LocalDate.now(clock.withZone(ZONE)));
    }

    /** As the night before {@code today} would. */
    public void goRound(LocalDate today) {
        for (var term : terms) Reach.everything().during(() -> look(term, today));
    }

    private long look(Term term, LocalDate today) {
        var before = today.minus(term.kept());
        long due = due(term, before);
        long ended = 0;
        if (dryRun) {
            if (due > 0)
                LOG.info("{} of {} are from before {} and would end", due, term.what(), before);
        } else if (due > 0) {
            ended = endAll(term, before);
            LOG.info("{} of {} were from before {} and ended", ended, term.what(), before);
        }
        left.computeIfAbsent(term.what(), this::gauge).set(Math.max(0, due - ended));
        return ended;
    }

    private long endAll(Term term, LocalDate before) {
        long ended = 0;
        long some;
        do {
            some = Objects.requireNonNull(transactions.execute(_ -> endSome(term, before)));
            ended += some;
        } while (some == AT_A_TIME);
        return ended;
    }

    /** Nothing, while another replica is at it. */
    private long endSome(Term term, LocalDate before) {
        boolean alone =
                jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended('retention', 0))")
                        .query(Boolean.class)
                        .single();
        if (!alone) return 0;
        return jdbc.sql(term.end())
                .param("before", before)
                .param("most", AT_A_TIME)
                .query(Long.class)
                .single();
    }

    private long due(Term term, LocalDate before) {
        return Objects.requireNonNull(
                transactions.execute(_ ->
                        jdbc.sql(term.due()).param("before", before).query(Long.class).single()));
    }

    private AtomicLong gauge(String what) {
        var due = new AtomicLong();
        Gauge.builder("sihong.retention.due", due, AtomicLong::doubleValue)
                .description("Past its term, and still there")
                .tag("what", what)
                .register(meters);
        return due;
    }
}
