package cn.sihong.submission.attachments;

import cn.sihong.platform.reach.Reach;
import cn.sihong.platform.store.ObjectStore;
import cn.sihong.platform.store.StoreAway;
import cn.sihong.submission.attachments.Attachment.Ended;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.util.List;

/**
 * Takes the bytes of ended files out of the store. A file counts as cleared when the store has said
 * so, and not before; done twice, the same is gone.
 */
@Component
class Clearance {

    private static final Logger LOG = LoggerFactory.getLogger(Clearance.class);
    private static final int AT_A_TIME = 50;

    private final Attachments attachments;
    private final ObjectStore store;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Clearance(
            Attachments attachments,
            ObjectStore store,
            TransactionTemplate transaction,
            Clock clock) {
        this.attachments = attachments;
        this.store = store;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(cron = "${sihong.attachments.clear:0 47 * * * *}", zone = "Asia/Shanghai")
    void sweep() {
        try {
            Reach.everything().during(this::clearAll);
        } catch (StoreAway away) {
            LOG.warn("The store is away; ended files stay in it until the next sweep");
        }
    }

    private int clearAll() {
        int cleared = 0;
        List<Ended> some;
        do {
            some = transaction.execute(status -> attachments.uncleared(AT_A_TIME));
            some.forEach(this::clear);
            cleared += some.size();
        } while (some.size() == AT_A_TIME);
        return cleared;
    }

    private void clear(Ended attachment) {
        store.erase(attachment.entry().key());
        store.erase(attachment.entry().thumbnailKey());
        transaction.executeWithoutResult(
                status -> attachments.cleared(attachment, clock.instant()));
    }
}
