package cn.sihong.award.objections;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who objects, encrypted. Anybody may add; row security shows a row only to a transaction that says
 * for which of the two confidants it acts.
 */
@Repository
class Objectors {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final JsonMapper json;

    Objectors(JdbcClient jdbc, Vault vault, JsonMapper json) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
    }

    /** A paper or a picture: a unit's paper with its seal, a piece of evidence. */
    @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
    record Scan(String type, byte[] bytes) {}

    void add(Objection.Id id, Objector objector) {
        jdbc.sql("insert into objectors (objection_id, locked) values (?, ?)")
                .params(id.value(), vault.lock(json.writeValueAsBytes(objector)))
                .update();
    }

    void addScan(Objection.Id id, Scan scan) {
        jdbc.sql("insert into objector_scans (objection_id, type, locked) values (?, ?, ?)")
                .params(id.value(), scan.type(), vault.lock(scan.bytes()))
                .update();
    }

    /**
     * Adds a piece of evidence; the same once more changes nothing.
     *
     * @throws EvidenceFull if there are as many as there may be
     */
    void addEvidence(Objection.Id id, UUID piece, Scan scan) {
        lock(id);
        var there = evidenceOf(id);
        if (there.contains(piece)) return;
        if (there.size() >= EvidenceFull.MOST) throw new EvidenceFull();
        jdbc.sql(
                        """
                        insert into objection_evidence (id, objection_id, place, type, locked)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(piece, id.value(), there.size() + 1, scan.type(), vault.lock(scan.bytes()))
                .update();
    }

    /** Which pieces there are, in the order in which they came; anybody may count them. */
    List<UUID> evidenceOf(Objection.Id id) {
        return jdbc.sql("select id from evidence_of(?) as id")
                .param(id.value())
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Until the transaction ends nobody else adds to this objection. */
    private void lock(Objection.Id id) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('evidence/' || ?, 0))")
                .param(id.toString())
                .query((row, n) -> "")
                .single();
    }

    /** From here to the end of the transaction the database lets this confidant read. */
    void actFor(UUID confidant) {
        jdbc.sql("select set_config('sihong.confidant', ?, true)")
                .param(confidant.toString())
                .query(String.class)
                .single();
    }

    Optional<Objector> find(Objection.Id id) {
        return jdbc.sql("select locked from objectors where objection_id = ?")
                .param(id.value())
                .query((row, n) -> row.getBytes("locked"))
                .optional()
                .map(locked -> json.readValue(vault.unlock(locked), Objector.class));
    }

    Optional<Scan> scan(Objection.Id id) {
        return scan(
                jdbc.sql("select type, locked from objector_scans where objection_id = ?")
                        .param(id.value()));
    }

    Optional<Scan> evidence(Objection.Id id, UUID piece) {
        return scan(
                jdbc.sql(
                                "select type, locked from objection_evidence where objection_id = ? and id = ?")
                        .params(id.value(), piece));
    }

    private Optional<Scan> scan(JdbcClient.StatementSpec kept) {
        return kept.query((row, n) ->
                        new Scan(row.getString("type"), vault.unlock(row.getBytes("locked"))))
                .optional();
    }
}
