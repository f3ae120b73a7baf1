package cn.sihong.submission.programmes;

import cn.sihong.platform.keycloak.Actor;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** What the terms of a programme were, version by version. */
@Repository
class ProgrammeVersions {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ProgrammeVersions(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * One version.
     *
     * @param edition which issue it is; nothing for a draft
     * @param reason why an issued programme was corrected
     */
    record Version(
            long number,
            @Nullable Integer edition,
            Terms terms,
            @Nullable String reason,
            Instant savedAt) {}

    void keep(Programme programme, @Nullable String reason, Actor actor, Instant at) {
        jdbc.sql(
                        """
                        insert into programme_versions (programme_id, version, edition, terms, reason, saved_by, saved_at)
                        values (?, ?, ?, ?::jsonb, ?, ?, ?)
                        """)
                .param(programme.id().value())
                .param(programme.version())
                .param(Programmes.Row.of(programme).edition())
                .param(json.writeValueAsString(programme.terms()))
                .param(reason)
                .param(actor.subject())
                .param(at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** All versions, the latest first. */
    List<Version> of(Programme.Id programme) {
        return jdbc.sql(
                        "select * from programme_versions where programme_id = ? order by version desc")
                .param(programme.value())
                .query((row, n) -> version(row))
                .list();
    }

    Optional<Version> find(Programme.Id programme, long number) {
        return jdbc.sql("select * from programme_versions where programme_id = ? and version = ?")
                .params(programme.value(), number)
                .query((row, n) -> version(row))
                .optional();
    }

    private Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getLong("version"),
                row.getObject("edition", Integer.class),
                json.readValue(row.getString("terms"), Terms.class),
                row.getString("reason"),
                row.getObject("saved_at", OffsetDateTime.class).toInstant());
    }
}
