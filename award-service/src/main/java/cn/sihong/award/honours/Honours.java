package cn.sihong.award.honours;

import cn.sihong.award.honours.Honour.Certificate;
import cn.sihong.award.honours.Honour.Entry;
import cn.sihong.award.honours.Honour.Granted;
import cn.sihong.award.honours.Honour.Revocation;
import cn.sihong.award.honours.Honour.Revoked;
import cn.sihong.award.honours.Honour.Valid;
import cn.sihong.platform.paging.PageRequest;
import cn.sihong.platform.problem.StaleVersion;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The honours; row security shows a school its own. */
@Repository
class Honours {

    private final JdbcClient jdbc;

    Honours(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Honour> find(Honour.Id id) {
        return jdbc.sql("select * from honours where id = ?")
                .param(id.value())
                .query((row, n) -> honour(row))
                .optional();
    }

    /** Ids rise with time: by category and place within a commendation, the newest last. */
    List<Honour> list(@Nullable UUID programme, PageRequest page) {
        return jdbc.sql(
                        """
                        select * from honours
                        where (cast(:programme as uuid) is null or programme_id = :programme)
                          and (cast(:after as uuid) is null or sequence > (
                              select sequence from honours where id = :after))
                        order by sequence limit :limit
                        """)
                .param("programme", programme)
                .param("after", page.afterId().orElse(null))
                .param("limit", page.limitAndOne())
                .query((row, n) -> honour(row))
                .list();
    }

    int count(UUID commendation) {
        return jdbc.sql("select count(*) from honours where commendation_id = ?")
                .param(commendation)
                .query(Integer.class)
                .single();
    }

    void add(Honour honour) {
        var entry = honour.entry();
        @Nullable Certificate certificate =
                switch (honour) {
                    case Granted _ -> null;
                    case Valid valid -> valid.certificate();
                    case Revoked revoked -> revoked.certificate();
                };
        jdbc.sql(
                        """
                        insert into honours (id, state, commendation_id, programme_id, application_id,
                            category, category_name, title, school_id, school_name, unit_id,
                            certificate_number, verify_code, valid_until)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        entry.id().value(),
                        honour.state(),
                        entry.commendationId(),
                        entry.programmeId(),
                        entry.applicationId(),
                        entry.category(),
                        entry.categoryName(),
                        entry.title(),
                        entry.schoolId(),
                        entry.schoolName(),
                        entry.unitId())
                .param(certificate == null ? null : certificate.number())
                .param(certificate == null ? null : certificate.code())
                .param(certificate == null ? null : certificate.validUntil())
                .update();
    }

    /** Replaces the state before this one, and no other. */
    void save(Valid valid) {
        saved(
                jdbc.sql(
                                """
                                update honours set version = ?, valid_until = ?
                                where id = ? and version = ? - 1 and state = 'VALID'
                                """)
                        .params(
                                valid.entry().version(),
                                valid.certificate().validUntil(),
                                valid.entry().id().value(),
                                valid.entry().version())
                        .update());
    }

    void save(Revoked revoked) {
        saved(
                jdbc.sql(
                                """
                                update honours set version = ?, state = 'REVOKED', revoked_on = ?,
                                    revoked_because = ?, revoked_document = ?
                                where id = ? and version = ? - 1 and state = 'VALID'
                                """)
                        .params(
                                revoked.entry().version(),
                                revoked.revocation().on(),
                                revoked.revocation().reason(),
                                revoked.revocation().document(),
                                revoked.entry().id().value(),
                                revoked.entry().version())
                        .update());
    }

    private static void saved(int rows) {
        if (rows == 0) throw new StaleVersion();
    }

    /** One line of what became of an honour. */
    record Happening(Instant at, String deed, String detail) {}

    void remember(Honour.Id id, Instant at, String deed, String detail) {
        jdbc.sql("insert into honour_history (honour_id, at, deed, detail) values (?, ?, ?, ?)")
                .params(id.value(), at.atOffset(ZoneOffset.UTC), deed, detail)
                .update();
    }

    List<Happening> history(Honour.Id id) {
        return jdbc.sql("select * from honour_history where honour_id = ? order by sequence")
                .param(id.value())
                .query((row, n) ->
                        new Happening(
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                row.getString("deed"),
                                row.getString("detail")))
                .list();
    }

    List<Honour> of(UUID commendation) {
        return jdbc.sql("select * from honours where commendation_id = ? order by sequence")
                .param(commendation)
                .query((row, n) -> honour(row))
                .list();
    }

    private static Honour honour(ResultSet row) throws SQLException {
        var granted =
                new Granted(
                        new Entry(
                                new Honour.Id(row.getObject("id", UUID.class)),
                                row.getObject("commendation_id", UUID.class),
                                row.getObject("programme_id", UUID.class),
                                row.getObject("application_id", UUID.class),
                                row.getString("category"),
                                row.getString("category_name"),
                                row.getString("title"),
                                row.getObject("school_id", UUID.class),
                                row.getString("school_name"),
                                row.getObject("unit_id", UUID.class),
                                row.getLong("version")));
        return switch (row.getString("state")) {
            case "GRANTED" -> granted;
            case "VALID" -> granted.certified(certificate(row));
            case "REVOKED" ->
                    new Revoked(
                            granted.entry(),
                            certificate(row),
                            new Revocation(
                                    row.getString("revoked_because"),
                                    row.getString("revoked_document"),
                                    row.getObject("revoked_on", LocalDate.class)));
            case String other -> throw new IllegalStateException("unknown state " + other);
        };
    }

    private static Certificate certificate(ResultSet row) throws SQLException {
        return new Certificate(
                row.getString("certificate_number"),
                row.getString("verify_code"),
                row.getObject("valid_until", LocalDate.class));
    }
}
