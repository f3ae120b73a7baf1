package cn.sihong.review.inspections;

import cn.sihong.platform.reach.Reach;
import cn.sihong.platform.store.ObjectStore;
import cn.sihong.platform.store.StoreAway;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * Takes the bytes of ended photographs out of the store. One counts as cleared when the store has
 * said so, and not before; done twice, the same is gone.
 */
@Component
class Clearance {

    private static final Logger LOG = LoggerFactory.getLogger(Clearance.class);
    private static final int AT_A_TIME = 50;

    private final JdbcClient jdbc;
    private final ObjectStore store;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Clearance(JdbcClient jdbc, ObjectStore store, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Ended(UUID id, UUID inspectionId) {}

    @Scheduled(cron = "${sihong.photographs.clear:0 51 * * * *}", zone = "Asia/Shanghai")
    void sweep() {
        try {
            Reach.everything().during(this::clearAll);
        } catch (StoreAway away) {
            LOG.warn("The store is away; ended photographs stay in it until the next sweep");
        }
    }

    private int clearAll() {
        int cleared = 0;
        List<Ended> some;
        do {
            some = transaction.execute(_ -> uncleared());
            some.forEach(this::clear);
            cleared += some.size();
        } while (some.size() == AT_A_TIME);
        return cleared;
    }

    private List<Ended> uncleared() {
        return jdbc.sql(
                        """
                        select id, inspection_id from field_photos
                        where ended and cleared_at is null order by id limit ?
                        """)
                .param(AT_A_TIME)
                .query((row, n) ->
                        new Ended(
                                row.getObject("id", UUID.class),
                                row.getObject("inspection_id", UUID.class)))
                .list();
    }

    private void clear(Ended photo) {
        store.erase(Photographs.key(photo.inspectionId(), photo.id()));
        transaction.executeWithoutResult(_ ->
                jdbc.sql("update field_photos set cleared_at = ? where id = ?")
                        .params(clock.instant().atOffset(ZoneOffset.UTC), photo.id())
                        .update());
    }
}
