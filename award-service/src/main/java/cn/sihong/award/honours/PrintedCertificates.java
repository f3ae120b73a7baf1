package cn.sihong.award.honours;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

/** The certificates as they were printed and signed, and how far each run has come. */
@Repository
class PrintedCertificates {

    private final JdbcClient jdbc;

    PrintedCertificates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<byte[]> find(Honour.Id honour, LocalDate validUntil) {
        return jdbc.sql(
                        "select pdf from printed_certificates where honour_id = ? and valid_until = ?")
                .params(honour.value(), validUntil)
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    /** Whoever prints second keeps what was printed first. */
    void keep(Honour.Id honour, LocalDate validUntil, byte[] pdf) {
        jdbc.sql(
                        """
                        insert into printed_certificates (honour_id, valid_until, pdf, sha256)
                        values (?, ?, ?, ?) on conflict do nothing
                        """)
                .params(honour.value(), validUntil, pdf, digest(pdf))
                .update();
    }

    /**
     * A run of a commendation.
     *
     * @param printed of {@code total}, so far
     */
    record Run(UUID commendationId, int total, int printed, boolean finished) {}

    /** Begins a run, or goes on with the one there is. */
    void begin(UUID commendation) {
        jdbc.sql(
                        """
                        insert into certificate_runs (commendation_id, total)
                        select ?, count(*) from honours where commendation_id = ?
                        on conflict (commendation_id) do update set finished_at = null
                        """)
                .params(commendation, commendation)
                .update();
    }

    void finish(UUID commendation) {
        jdbc.sql("update certificate_runs set finished_at = now() where commendation_id = ?")
                .param(commendation)
                .update();
    }

    Optional<Run> run(UUID commendation) {
        return jdbc.sql(
                        """
                        select total, finished_at is not null as finished,
                            (select count(*) from honours h join printed_certificates p
                                on p.honour_id = h.id and p.valid_until = h.valid_until
                             where h.commendation_id = r.commendation_id) as printed
                        from certificate_runs r where commendation_id = ?
                        """)
                .param(commendation)
                .query((row, n) ->
                        new Run(
                                commendation,
                                row.getInt("total"),
                                row.getInt("printed"),
                                row.getBoolean("finished")))
                .optional();
    }

    List<UUID> unfinished() {
        return jdbc.sql("select commendation_id from certificate_runs where finished_at is null")
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Some honours of a commendation that have no print of today's validity yet. */
    List<UUID> unprinted(UUID commendation, int most) {
        return jdbc.sql(
                        """
                        select h.id from honours h
                        where h.commendation_id = ? and h.state = 'VALID'
                          and not exists (select from printed_certificates p
                                          where p.honour_id = h.id and p.valid_until = h.valid_until)
                        order by h.sequence limit ?
                        """)
                .params(commendation, most)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Each print of a commendation with its number, one after the other. */
    void each(UUID commendation, BiConsumer<String, byte[]> reader) {
        var ids =
                jdbc.sql("select id from honours where commendation_id = ? order by sequence")
                        .param(commendation)
                        .query((row, n) -> row.getObject(1, UUID.class))
                        .list();
        for (var id : ids)
            jdbc.sql(
                            """
                            select h.certificate_number, p.pdf from honours h join printed_certificates p
                                on p.honour_id = h.id and p.valid_until = h.valid_until where h.id = ?
                            """)
                    .param(id)
                    .query((row, n) -> {
                        reader.accept(row.getString(1), row.getBytes(2));
                        return id;
                    })
                    .optional();
    }

    static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
