package cn.sihong.review.findings;

import static cn.sihong.platform.keycloak.Role.PARTY_OFFICE;

import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.audit.Audit.Deed;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.problem.AlreadyDone;
import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.problem.StaleVersion;
import cn.sihong.review.findings.FollowUp.Announced;
import cn.sihong.review.findings.FollowUp.Drawn;
import cn.sihong.review.findings.FollowUp.Plan;
import cn.sihong.review.register.Programmes;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The samples and their two moves. */
@Component
class FollowUps {

    private final JdbcClient jdbc;
    private final Findings findings;
    private final Programmes programmes;
    private final Audit audit;
    private final Clock clock;

    FollowUps(JdbcClient jdbc, Findings findings, Programmes programmes, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.findings = findings;
        this.programmes = programmes;
        this.audit = audit;
        this.clock = clock;
    }

    /** Fixes the list and says where the seed will come from; again, the same answer. */
    @Transactional
    public FollowUp announce(UUID id, UUID programme, int size, String seedSource, Actor actor) {
        var announced = find(id);
        if (announced.isPresent()) return announced.get();
        programmes.get(programme);
        var list = findings.closed(programme);
        if (list.isEmpty()) throw new InvalidInput("programmeId", "还没有已销号的问题，暂不能抽查。");
        if (size > list.size())
            throw new InvalidInput("size", "已销号的问题共 %d 个，抽查数量不能超过它。".formatted(list.size()));
        var plan = new Plan(id, programme, list, size, seedSource, clock.instant());
        jdbc.sql(
                        """
                        insert into follow_ups (id, programme_id, state, list, size, seed_source, announced_at)
                        values (?, ?, 'ANNOUNCED', ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        programme,
                        Findings.array(list),
                        size,
                        seedSource,
                        plan.announcedAt().atOffset(ZoneOffset.UTC))
                .update();
        record(actor, "follow-up.announce", plan);
        return new Announced(plan, 1);
    }

    /** The seed is known now. */
    @Transactional
    public FollowUp draw(UUID id, long seen, String seed, Actor actor) {
        return switch (get(id)) {
            case Announced announced -> {
                StaleVersion.unless(seen, announced.version());
                var drawn = announced.draw(seed, clock.instant());
                int written =
                        jdbc.sql(
                                        """
                                        update follow_ups
                                        set state = 'DRAWN', version = version + 1, seed = ?, sample = ?, drawn_at = ?
                                        where id = ? and version = ?
                                        """)
                                .params(
                                        seed,
                                        Findings.array(drawn.sample()),
                                        drawn.at().atOffset(ZoneOffset.UTC),
                                        id,
                                        announced.version())
                                .update();
                if (written == 0) throw new StaleVersion();
                record(actor, "follow-up.draw", drawn.plan());
                yield get(id);
            }
            case Drawn _ -> throw new AlreadyDone("抽取");
        };
    }

    @Transactional(readOnly = true)
    public FollowUp read(UUID id) {
        return get(id);
    }

    @Transactional(readOnly = true)
    public List<FollowUp> of(UUID programme) {
        return jdbc.sql("select * from follow_ups where programme_id = ? order by id desc")
                .param(programme)
                .query((row, n) -> followUp(row))
                .list();
    }

    private FollowUp get(UUID id) {
        return find(id).orElseThrow(NoSuchFollowUp::new);
    }

    private Optional<FollowUp> find(UUID id) {
        return jdbc.sql("select * from follow_ups where id = ?")
                .param(id)
                .query((row, n) -> followUp(row))
                .optional();
    }

    private void record(Actor actor, String action, Plan plan) {
        audit.record(
                actor, PARTY_OFFICE, Deed.of(action, "follow-up", plan.id(), plan.programmeId()));
    }

    private static FollowUp followUp(ResultSet row) throws SQLException {
        var plan =
                new Plan(
                        row.getObject("id", UUID.class),
                        row.getObject("programme_id", UUID.class),
                        Findings.ids(row, "list"),
                        row.getInt("size"),
                        row.getString("seed_source"),
                        row.getObject("announced_at", OffsetDateTime.class).toInstant());
        long version = row.getLong("version");
        return switch (row.getString("state")) {
            case "ANNOUNCED" -> new Announced(plan, version);
            case "DRAWN" ->
                    new Drawn(
                            plan,
                            version,
                            row.getString("seed"),
                            Findings.ids(row, "sample"),
                            row.getObject("drawn_at", OffsetDateTime.class).toInstant());
            default -> throw new IllegalStateException(row.getString("state"));
        };
    }
}
