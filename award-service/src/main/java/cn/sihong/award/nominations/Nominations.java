package cn.sihong.award.nominations;

import cn.sihong.award.nominations.Nomination.Declined;
import cn.sihong.award.nominations.Nomination.Endorsed;
import cn.sihong.award.nominations.Nomination.Entry;
import cn.sihong.award.nominations.Nomination.Member;
import cn.sihong.award.nominations.Nomination.Nominated;
import cn.sihong.award.nominations.Nomination.Withdrawn;
import cn.sihong.platform.paging.PageRequest;
import cn.sihong.platform.problem.StaleVersion;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The nominations; row security shows a school its own, and a unit those of its schools. */
@Repository
class Nominations {

    private final JdbcClient jdbc;

    Nominations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Nomination> find(Nomination.Id id) {
        return jdbc.sql("select * from nominations where id = ?")
                .param(id.value())
                .query((row, n) -> nomination(row))
                .optional();
    }

    /** The latest first. */
    List<Nomination> list(@Nullable UUID programme, PageRequest page) {
        return jdbc.sql(
                        """
                        select * from nominations
                        where (cast(:programme as uuid) is null or programme_id = :programme)
                          and (cast(:after as uuid) is null or sequence < (
                              select sequence from nominations where id = :after))
                        order by sequence desc limit :limit
                        """)
                .param("programme", programme)
                .param("after", page.afterId().orElse(null))
                .param("limit", page.limitAndOne())
                .query((row, n) -> nomination(row))
                .list();
    }

    /** Whether it is the only one of the school. */
    boolean add(Nominated nominated) {
        var entry = nominated.entry();
        var member = entry.member();
        var vote = entry.vote();
        return jdbc.sql(
                                """
                                insert into nominations (id, version, state, programme_id, school_id, unit_id, name,
                                    post, head, deeds, held_on, due, present, in_favour, nominated_by)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                                """)
                        .params(
                                entry.id().value(),
                                entry.version(),
                                nominated.state(),
                                entry.programmeId(),
                                entry.schoolId(),
                                entry.unitId())
                        .params(member.name(), member.post(), member.head(), member.deeds())
                        .params(vote.heldOn(), vote.due(), vote.present(), vote.inFavour())
                        .param(entry.nominatedBy())
                        .update()
                == 1;
    }

    /** Replaces the state before this one, and no other. */
    void save(Nomination nomination) {
        int saved =
                jdbc.sql(
                                """
                                update nominations set version = :version, state = :state, answered_by = :by,
                                    reason = :reason
                                where id = :id and version = :version - 1
                                """)
                        .param("version", nomination.entry().version())
                        .param("state", nomination.state())
                        .param("by", answeredBy(nomination))
                        .param("reason", reason(nomination))
                        .param("id", nomination.entry().id().value())
                        .update();
        if (saved == 0) throw new StaleVersion();
    }

    private static @Nullable UUID answeredBy(Nomination nomination) {
        return switch (nomination) {
            case Nominated _ -> null;
            case Endorsed endorsed -> endorsed.by();
            case Declined declined -> declined.by();
            case Withdrawn withdrawn -> withdrawn.by();
        };
    }

    private static @Nullable String reason(Nomination nomination) {
        return switch (nomination) {
            case Nominated _, Endorsed _ -> null;
            case Declined declined -> declined.reason();
            case Withdrawn withdrawn -> withdrawn.reason();
        };
    }

    private static Nomination nomination(ResultSet row) throws SQLException {
        var entry =
                new Entry(
                        new Nomination.Id(row.getObject("id", UUID.class)),
                        row.getObject("programme_id", UUID.class),
                        row.getObject("school_id", UUID.class),
                        row.getObject("unit_id", UUID.class),
                        new Member(
                                row.getString("name"),
                                row.getString("post"),
                                row.getBoolean("head"),
                                row.getString("deeds")),
                        new BranchVote(
                                row.getObject("held_on", LocalDate.class),
                                row.getInt("due"),
                                row.getInt("present"),
                                row.getInt("in_favour")),
                        row.getObject("nominated_by", UUID.class),
                        row.getLong("version"));
        var by = row.getObject("answered_by", UUID.class);
        return switch (row.getString("state")) {
            case "NOMINATED" -> new Nominated(entry);
            case "ENDORSED" -> new Endorsed(entry, by);
            case "DECLINED" -> new Declined(entry, by, row.getString("reason"));
            case "WITHDRAWN" -> new Withdrawn(entry, by, row.getString("reason"));
            case String other -> throw new IllegalStateException("unknown state " + other);
        };
    }
}
