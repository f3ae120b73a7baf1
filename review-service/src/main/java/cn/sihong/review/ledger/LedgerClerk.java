package cn.sihong.review.ledger;

import cn.sihong.contracts.LedgerEvent;
import cn.sihong.platform.outbox.Outbox;
import cn.sihong.platform.problem.Refusal;
import cn.sihong.platform.store.ObjectStore;
import cn.sihong.review.ledger.Checkpoint.Signed;
import cn.sihong.review.ledger.Checkpoint.Stage;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Gives what arrived its place, and notes down outside where the ledger ends: every minute in which
 * it grew, and when a stage closes.
 */
@Component
class LedgerClerk {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerClerk.class);

    private static final int BATCH = 500;

    private final Ledger ledger;
    private final Checkpoints checkpoints;
    private final LedgerStages stages;
    private final Seal seal;
    private final Digest digest;
    private final ObjectStore store;
    private final Outbox outbox;
    private final Clock clock;
    private final TransactionOperations transactions;

    LedgerClerk(
            Ledger ledger,
            Checkpoints checkpoints,
            LedgerStages stages,
            Seal seal,
            Digest digest,
            ObjectStore store,
            Outbox outbox,
            Clock clock,
            TransactionOperations transactions) {
        this.ledger = ledger;
        this.checkpoints = checkpoints;
        this.stages = stages;
        this.seal = seal;
        this.digest = digest;
        this.store = store;
        this.outbox = outbox;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** Seals all that has arrived. */
    @Scheduled(fixedDelay = 200)
    void seal() {
        int sealed;
        do {
            sealed = sealOneBatch();
        } while (sealed == BATCH);
    }

    /** Writes the checkpoints that are due, and brings outside what is not there yet. */
    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    void checkpoint() {
        transactions.executeWithoutResult(_ -> writeDue());
        store();
    }

    private int sealOneBatch() {
        var sealed = transactions.execute(_ -> ledger.seal(digest, BATCH));
        return sealed == null ? 0 : sealed;
    }

    private void writeDue() {
        ledger.lock();
        var head = ledger.head();
        if (head.equals(Head.NONE)) return;
        for (var close : stages.due(LocalDate.now(clock)))
            write(head, new Stage(close.programme(), close.stage()));
        var last = checkpoints.last().map(Signed::checkpoint);
        if (last.isEmpty() || last.get().head().sequence() < head.sequence()) write(head, null);
    }

    private void write(Head head, @Nullable Stage stage) {
        var last = checkpoints.last();
        var checkpoint =
                new Checkpoint(
                        last.map(signed -> signed.checkpoint().number()).orElse(0L) + 1,
                        head,
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        stage,
                        last.map(Signed::hash).orElse(Checkpoint.BEGINNING));
        checkpoints.add(checkpoint.signed(seal));
        outbox.announce(
                new LedgerEvent.Checkpointed(
                        outbox.systemStamp(
                                checkpoint.number(), stage == null ? null : stage.programme()),
                        head.sequence(),
                        head.hash()));
    }

    /** What the store does not take now it gets the next time. */
    private void store() {
        try {
            for (var signed : checkpoints.notStored()) {
                long number = signed.checkpoint().number();
                store.put(key(number), "text/plain; charset=utf-8", signed.bytes());
                checkpoints.stored(number);
            }
        } catch (Refusal e) {
            LOG.warn("Checkpoints wait: the object store does not answer");
        }
    }

    static String key(long number) {
        return "checkpoints/%012d.txt".formatted(number);
    }
}
