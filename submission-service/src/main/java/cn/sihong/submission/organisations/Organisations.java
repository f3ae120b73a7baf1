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

    /** The whole tree, by code. */
    List<Organisation> all() {
        return jdbc.sql("select * from organisations order by code")
                .query(Organisations::organisation)
                .list();
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
}
