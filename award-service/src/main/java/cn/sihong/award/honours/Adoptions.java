package cn.sihong.award.honours;

import cn.sihong.award.honours.Adoption.Claimed;
import cn.sihong.award.honours.Adoption.Confirmed;
import cn.sihong.award.honours.Adoption.Declined;
import cn.sihong.award.honours.Adoption.Entry;
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

/** The adoptions; row security shows a school those from it and by it. */
@Repository
class Adoptions {

    private final JdbcClient jdbc;

    Adoptions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a brand comes from; found although it is another school's. */
    record Origin(UUID honourId, UUID schoolId, UUID programmeId) {}

    Optional<Origin> originOf(UUID honour) {
        return jdbc.sql("select * from honour_origin(?)")
                .param(honour)
                .query((row, n) ->
                        new Origin(
                                honour,
                                row.getObject("school_id", UUID.class),
                                row.getObject("programme_id", UUID.class)))
                .optional();
    }

    Optional<Adoption> find(Adoption.Id id) {
        return jdbc.sql("select * from adoptions where id = ?")
                .param(id.value())
                .query((row, n) -> adoption(row))
                .optional();
    }

    List<Adoption> list(PageRequest page) {
        return jdbc.sql(
                        """
                        select * from adoptions
                        where cast(:after as uuid) is null or sequence < (
                            select sequence from adoptions where id = :after)
                        order by sequence desc limit :limit
                        """)
                .param("after", page.afterId().orElse(null))
                .param("limit", page.limitAndOne())
                .query((row, n) -> adoption(row))
                .list();
    }

    /** Whether this school does not say so already. */
    boolean add(Claimed claimed) {
        var entry = claimed.entry();
        return jdbc.sql(
                                """
                                insert into adoptions (id, version, state, honour_id, origin_id, adopter_id,
                                    adopter_name, what_changed, claimed_on)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                                """)
                        .params(
                                entry.id().value(),
                                entry.version(),
                                claimed.state(),
                                entry.honourId(),
                                entry.originId(),
                                entry.adopterId(),
                                entry.adopterName(),
                                entry.whatChanged(),
                                entry.claimedOn())
                        .update()
                == 1;
    }

    void save(Confirmed confirmed) {
        save(confirmed, null, confirmed.on());
    }

    void save(Declined declined) {
        save(declined, declined.remark(), declined.on());
    }

    private void save(Adoption adoption, @Nullable String remark, LocalDate on) {
        int saved =
                jdbc.sql(
                                """
                                update adoptions set version = :version, state = :state, remark = :remark,
                                    answered_on = :on
                                where id = :id and version = :version - 1
                                """)
                        .param("version", adoption.entry().version())
                        .param("state", adoption.state())
                        .param("remark", remark)
                        .param("on", on)
                        .param("id", adoption.entry().id().value())
                        .update();
        if (saved == 0) throw new StaleVersion();
    }

    private static Adoption adoption(ResultSet row) throws SQLException {
        var entry =
                new Entry(
                        new Adoption.Id(row.getObject("id", UUID.class)),
                        row.getObject("honour_id", UUID.class),
                        row.getObject("origin_id", UUID.class),
                        row.getObject("adopter_id", UUID.class),
                        row.getString("adopter_name"),
                        row.getString("what_changed"),
                        row.getObject("claimed_on", LocalDate.class),
                        row.getLong("version"));
        return switch (row.getString("state")) {
            case "CLAIMED" -> new Claimed(entry);
            case "CONFIRMED" -> new Confirmed(entry, row.getObject("answered_on", LocalDate.class));
            case "DECLINED" ->
                    new Declined(
                            entry,
                            row.getString("remark"),
                            row.getObject("answered_on", LocalDate.class));
            case String other -> throw new IllegalStateException("unknown state " + other);
        };
    }
}
