package cn.sihong.review.inspections;

import cn.sihong.review.inspections.Inspection.Stop;
import cn.sihong.review.inspections.Inspection.Visit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** All teams. */
@Repository
class Teams {

    private final JdbcClient jdbc;

    Teams(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False if this id or this name is taken. */
    boolean add(Team team) {
        return jdbc.sql(
                                """
                                insert into inspection_teams (id, programme_id, name, lead, members)
                                values (?, ?, ?, ?, ?) on conflict do nothing
                                """)
                        .params(
                                team.id(),
                                team.programmeId(),
                                team.name(),
                                team.lead(),
                                team.members().stream().sorted().toArray(UUID[]::new))
                        .update()
                == 1;
    }

    List<Team> of(UUID programme) {
        return jdbc.sql("select * from inspection_teams where programme_id = ? order by name")
                .param(programme)
                .query((row, n) ->
                        new Team(
                                row.getObject("id", UUID.class),
                                programme,
                                row.getString("name"),
                                row.getObject("lead", UUID.class),
                                Set.of((UUID[]) row.getArray("members").getArray())))
                .list();
    }

    /** Whether all of these belong to a team of the programme. */
    boolean hasAll(UUID team, UUID programme, Collection<UUID> inspectors) {
        return jdbc.sql(
                        """
                        select exists (select from inspection_teams
                                       where id = ? and programme_id = ? and members @> ?::uuid[])
                        """)
                .params(team, programme, inspectors.toArray(UUID[]::new))
                .query(Boolean.class)
                .single();
    }

    /** Whether the team is at another school then. */
    boolean isElsewhere(Stop stop, Visit visit) {
        return jdbc.sql(
                        """
                        select exists (select from inspections
                                       where team_id = ? and visit_on = ? and place = ? and id <> ?)
                        """)
                .params(stop.teamId(), visit.on(), stop.place(), visit.id())
                .query(Boolean.class)
                .single();
    }
}
