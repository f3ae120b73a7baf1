package cn.sihong.submission.attachments;

import cn.sihong.platform.reach.Reach;
import cn.sihong.platform.store.ObjectStore;
import cn.sihong.platform.store.StoreAway;
import cn.sihong.submission.attachments.Attachment.Kept;
import cn.sihong.submission.attachments.Attachment.Quarantined;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.IOException;
import java.time.Clock;

/**
 * Lets a file out when the scanner has seen it. The scanner is asked at once; if it is away the
 * file waits, and is asked about again until it answers. No transaction is open while it reads.
 */
@Component
class Quarantine {

    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);
    private static final int AT_A_TIME = 20;

    private final Attachments attachments;
    private final ObjectStore store;
    private final Clamd clamd;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Quarantine(
            Attachments attachments,
            ObjectStore store,
            Clamd clamd,
            TransactionTemplate transaction,
            Clock clock) {
        this.attachments = attachments;
        this.store = store;
        this.clamd = clamd;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What has become of it: released, condemned, or still waiting for an answer. */
    Kept examine(Kept kept) {
        if (!clamd.isOn())
            return kept instanceof Quarantined waiting ? saved(waiting.release(null)) : kept;
        Clamd.Verdict verdict;
        try (var bytes = store.open(kept.entry().key())) {
            verdict = clamd.scan(bytes);
        } catch (IOException | StoreAway e) {
            LOG.warn("{} could not be scanned and waits: {}", kept.entry().id(), e.toString());
            return kept;
        }
        var finding = verdict.finding();
        if (finding == null) return saved(kept.release(clock.instant()));
        LOG.warn("{} is infected: {}", kept.entry().id(), finding);
        store.delete(kept.entry().key());
        store.delete(kept.entry().thumbnailKey());
        return saved(kept.condemn(finding, clock.instant()));
    }

    /** Those that wait, and those kept while there was no scanner, if there is one now. */
    @Scheduled(fixedDelayString = "${sihong.scanner.poll:30s}")
    void examineAll() {
        Reach.everything()
                .during(() -> {
                    var waiting =
                            transaction.execute(
                                    status -> attachments.unscanned(clamd.isOn(), AT_A_TIME));
                    for (var one : waiting) examine(one);
                    return waiting.size();
                });
    }

    private Kept saved(Kept after) {
        return transaction.execute(status -> attachments.save(after));
    }
}
