package cn.sihong.review.inspections;

import static cn.sihong.platform.keycloak.Role.INSPECTOR;

import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.audit.Audit.Deed;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.store.ObjectStore;
import cn.sihong.review.inspections.Inspection.Visit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * The photographs and drawn signatures of visits. Records name them by ids that the device made, so
 * either may arrive first; like records they are added and read, nothing else, until they end. The
 * object is put before the row that makes it exist, and no transaction is open meanwhile.
 */
@Component
class Photographs {

    /** Of one visit: three for each method and inspector, and some to spare. */
    static final int MOST_OF_A_VISIT = 100;

    private final InspectionLifecycle lifecycle;
    private final JdbcClient jdbc;
    private final ObjectStore store;
    private final Audit audit;
    private final TransactionTemplate transaction;

    Photographs(
            InspectionLifecycle lifecycle,
            JdbcClient jdbc,
            ObjectStore store,
            Audit audit,
            TransactionTemplate transaction) {
        this.lifecycle = lifecycle;
        this.jdbc = jdbc;
        this.store = store;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Keeps it; the same id again changes nothing. */
    void bring(UUID inspection, UUID id, byte[] sent, Actor actor) {
        var visit = lifecycle.visitOf(inspection, actor);
        if (transaction.execute(_ -> isKept(visit, id, actor))) return;
        var jpeg = Photograph.redrawn(sent);
        store.put(key(inspection, id), "image/jpeg", jpeg);
        transaction.executeWithoutResult(_ -> add(visit, id, jpeg, actor));
    }

    /** For whoever may read the visit's records. */
    Optional<byte[]> find(UUID inspection, UUID id, Actor actor) {
        lifecycle.read(inspection, actor);
        var ended =
                transaction.execute(_ ->
                        jdbc.sql(
                                        "select ended from field_photos where id = ? and inspection_id = ?")
                                .params(id, inspection)
                                .query(Boolean.class)
                                .optional());
        if (ended.orElse(false)) throw new PhotographEnded();
        return ended.map(_ -> store.read(key(inspection, id)));
    }

    private boolean isKept(Visit visit, UUID id, Actor actor) {
        var kept =
                jdbc.sql("select inspection_id = ? and author = ? from field_photos where id = ?")
                        .params(visit.id(), actor.subject(), id)
                        .query(Boolean.class)
                        .optional();
        if (kept.isPresent() && !kept.get()) throw new InvalidInput("photo", "照片编号已被使用，请重新拍摄或选择。");
        return kept.isPresent();
    }

    private void add(Visit visit, UUID id, byte[] jpeg, Actor actor) {
        long before =
                jdbc.sql("select count(*) from field_photos where inspection_id = ?")
                        .param(visit.id())
                        .query(Long.class)
                        .single();
        if (before >= MOST_OF_A_VISIT)
            throw new InvalidInput("photo", "一次验收最多 %d 张照片。".formatted(MOST_OF_A_VISIT));
        int added =
                jdbc.sql(
                                """
                                insert into field_photos (id, inspection_id, school_id, author, size, sha256)
                                values (?, ?, ?, ?, ?, ?) on conflict (id) do nothing
                                """)
                        .params(
                                id,
                                visit.id(),
                                visit.schoolId(),
                                actor.subject(),
                                jpeg.length,
                                sha256(jpeg))
                        .update();
        if (added == 1)
            audit.record(
                    actor,
                    INSPECTOR,
                    Deed.of(
                            "inspection.photograph",
                            "inspection",
                            visit.id(),
                            visit.programmeId()));
    }

    static String key(UUID inspection, UUID id) {
        return "inspections/%s/%s.jpg".formatted(inspection, id);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
