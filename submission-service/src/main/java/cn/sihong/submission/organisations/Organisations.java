package cn.sihong.submission.organisations;

import cn.sihong.platform.problem.StaleVersion;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The organisation tree. */
@Repository
public class Organisations {

    private final JdbcClient jdbc;

    Organisations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Organisation> find(Organisation.Id id) {
        return jdbc.sql("select * from organisations where id = ?")
                .param(id.value())
                .query(Organisations::organisation)
                .optional();
    }

    public Organisation get(Organisation.Id id) {
        return find(id).orElseThrow(NoSuchOrganisation::new);
    }

    /**
     * The schools whose gate this unit is, a direct unit itself among them, by code; without those
     * that were merged.
     */
    public List<Organisation> schoolsOf(Organisation.Id unit) {
        return jdbc.sql(
                        """
                        select * from organisations where unit_id = ? and successor_id is null order by code
                        """)
                .param(unit.value())
                .query(Organisations::organisation)
                .list();
    }

    /** How many plan and apply. */
    public int countSchools() {
        return jdbc.sql(
                        "select count(*) from organisations where unit_id is not null and successor_id is null")
                .query(Integer.class)
                .single();
    }

    /** The whole tree, by code. */
    List<Organisation> all() {
        return jdbc.sql("select * from organisations order by code")
                .query(Organisations::organisation)
                .list();
    }

    /** Until the end of the transaction nobody else imports. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('organisations'))")
                .query((row, n) -> true)
                .single();
    }

    /**
     * Writes organisations, in one go; answers those that this changed, with their new versions.
     */
    List<Organisation> putAll(List<Organisation> all) {
        if (all.isEmpty()) return List.of();
        return jdbc.sql(
                        """
                        insert into organisations (id, code, name, kind, phase, parent_id, unit_id)
                        select * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::uuid[])
                        on conflict (code) do update
                        set name = excluded.name, phase = excluded.phase, version = organisations.version + 1
                        where (organisations.name, organisations.phase)
                            is distinct from (excluded.name, excluded.phase)
                        returning *
                        """)
                .params(
                        all.stream().map(one -> one.id().value()).toArray(UUID[]::new),
                        all.stream().map(Organisation::code).toArray(String[]::new),
                        all.stream().map(Organisation::name).toArray(String[]::new),
                        all.stream().map(one -> one.kind().name()).toArray(String[]::new),
                        all.stream().map(Organisations::phase).toArray(String[]::new),
                        all.stream().map(one -> value(one.parentId())).toArray(UUID[]::new),
                        all.stream().map(one -> value(one.unitId())).toArray(UUID[]::new))
                .query(Organisations::organisation)
                .list();
    }

    private static @Nullable String phase(Organisation organisation) {
        var phase = organisation.phase();
        return phase == null ? null : phase.name();
    }

    /** Writes a change over the version it came from. */
    Organisation save(Organisation changed) {
        return jdbc.sql(
                        """
                        update organisations set name = ?, parent_id = ?, unit_id = ?, version = version + 1
                        where id = ? and version = ? returning *
                        """)
                .param(changed.name())
                .param(value(changed.parentId()))
                .param(value(changed.unitId()))
                .param(changed.id().value())
                .param(changed.version())
                .query(Organisations::organisation)
                .optional()
                .orElseThrow(StaleVersion::new);
    }

    /** Whoever went on in the merged one before goes on in its successor now. */
    Organisation mergeInto(Organisation merged, Organisation.Id successor) {
        jdbc.sql("update organisations set successor_id = ? where successor_id = ?")
                .params(successor.value(), merged.id().value())
                .update();
        return jdbc.sql(
                        """
                        update organisations set successor_id = ?, version = version + 1 where id = ? returning *
                        """)
                .params(successor.value(), merged.id().value())
                .query(Organisations::organisation)
                .single();
    }

    /** The organisation and those that were merged into it: who sits at it acts for all of them. */
    List<Organisation.Id> withPredecessors(Organisation.Id id) {
        return jdbc.sql(
                        "select id from organisations where id = :id or successor_id = :id order by id")
                .param("id", id.value())
                .query((row, n) -> new Organisation.Id(row.getObject("id", UUID.class)))
                .list();
    }

    /** Its seats belong to an organisation: who sits down or leaves makes its next version. */
    long nextVersion(Organisation.Id id) {
        return jdbc.sql(
                        "update organisations set version = version + 1 where id = ? returning version")
                .param(id.value())
                .query((row, n) -> row.getLong("version"))
                .single();
    }

    private static Organisation organisation(ResultSet row, int n) throws SQLException {
        var phase = row.getString("phase");
        return new Organisation(
                new Organisation.Id(row.getObject("id", UUID.class)),
                row.getString("code"),
                row.getString("name"),
                OrganisationKind.valueOf(row.getString("kind")),
                phase == null ? null : SchoolPhase.valueOf(phase),
                id(row.getObject("parent_id", UUID.class)),
                id(row.getObject("unit_id", UUID.class)),
                id(row.getObject("successor_id", UUID.class)),
                row.getLong("version"));
    }

    private static Organisation.@Nullable Id id(@Nullable UUID value) {
        return value == null ? null : new Organisation.Id(value);
    }

    private static @Nullable UUID value(Organisation.@Nullable Id id) {
        return id == null ? null : id.value();
    }
}
