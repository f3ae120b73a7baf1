package cn.sihong.submission.organisations;

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

    /** The schools whose gate this unit is, a direct unit itself among them, by code. */
    public List<Organisation> schoolsOf(Organisation.Id unit) {
        return jdbc.sql("select * from organisations where unit_id = ? order by code")
                .param(unit.value())
                .query(Organisations::organisation)
                .list();
    }

    /** How many plan and apply. */
    public int countSchools() {
        return jdbc.sql("select count(*) from organisations where unit_id is not null")
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

    /** Writes the organisation; answers it with its new version if that changed anything. */
    Optional<Organisation> put(Organisation organisation) {
        return jdbc.sql(
                        """
                        insert into organisations (id, code, name, kind, phase, parent_id, unit_id)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (code) do update
                        set name = excluded.name, phase = excluded.phase, version = organisations.version + 1
                        where (organisations.name, organisations.phase)
                            is distinct from (excluded.name, excluded.phase)
                        returning *
                        """)
                .params(
                        organisation.id().value(),
                        organisation.code(),
                        organisation.name(),
                        organisation.kind().name())
                .param(organisation.phase() == null ? null : organisation.phase().name())
                .param(value(organisation.parentId()))
                .param(value(organisation.unitId()))
                .query(Organisations::organisation)
                .optional();
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
                row.getLong("version"));
    }

    private static Organisation.@Nullable Id id(@Nullable UUID value) {
        return value == null ? null : new Organisation.Id(value);
    }

    private static @Nullable UUID value(Organisation.@Nullable Id id) {
        return id == null ? null : id.value();
    }
}
