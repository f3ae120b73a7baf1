package cn.sihong.submission.plans;

import cn.sihong.platform.problem.StaleVersion;
import cn.sihong.submission.organisations.Organisation;
import cn.sihong.submission.plans.SchoolPlan.Batched;
import cn.sihong.submission.plans.SchoolPlan.Draft;
import cn.sihong.submission.plans.SchoolPlan.Entry;
import cn.sihong.submission.plans.SchoolPlan.Filed;
import cn.sihong.submission.plans.SchoolPlan.GatePassed;
import cn.sihong.submission.plans.SchoolPlan.Returned;
import cn.sihong.submission.plans.SchoolPlan.Review;
import cn.sihong.submission.plans.SchoolPlan.Submitted;
import cn.sihong.submission.programmes.Programme;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The table of plans. */
@Repository
class Plans {

    private static final TypeReference<Map<Section, String>> COMMENTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Plans(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<SchoolPlan> find(SchoolPlan.Id id) {
        return jdbc.sql("select * from plans where id = ?")
                .param(id.value())
                .query(this::plan)
                .optional();
    }

    SchoolPlan get(SchoolPlan.Id id) {
        return find(id).orElseThrow(NoSuchPlan::new);
    }

    /** All of a unit's in one state. */
    List<SchoolPlan> of(Programme.Id programme, Organisation.Id unit, State state) {
        return jdbc.sql(
                        """
                        select * from plans where programme_id = ? and unit_id = ? and state = ? order by id
                        """)
                .params(programme.value(), unit.value(), state.name())
                .query(this::plan)
                .list();
    }

    /** The latest plan of the school that was submitted, of programmes before. */
    Optional<SchoolPlan> latestBefore(Programme.Id programme, Organisation.Id school) {
        return jdbc.sql(
                        """
                        select * from plans
                        where school_id = ? and programme_id <> ? and state <> 'DRAFT'
                          and content ->> 'brandName' <> ended_words()
                        order by id desc limit 1
                        """)
                .params(school.value(), programme.value())
                .query(this::plan)
                .optional();
    }

    /**
     * Writes the state over the version it came from, and answers it with its new version.
     *
     * @throws StaleVersion when somebody else was quicker
     * @throws PlanExists when the school has another plan for the programme
     */
    SchoolPlan save(SchoolPlan plan, Instant at) {
        try {
            int written = plan.entry().version() == 0 ? insert(plan, at) : update(plan, at);
            if (written == 0) throw new StaleVersion();
        } catch (DuplicateKeyException e) {
            throw new PlanExists();
        }
        return get(plan.entry().id());
    }

    private int insert(SchoolPlan plan, Instant at) {
        var entry = plan.entry();
        return jdbc.sql(
                        """
                        insert into plans (id, programme_id, school_id, unit_id, state, changed_at, content)
                        values (?, ?, ?, ?, ?, ?, ?::jsonb)
                        on conflict (id) do nothing
                        """)
                .params(
                        entry.id().value(),
                        entry.programme().value(),
                        entry.school().value(),
                        entry.unit().value(),
                        State.of(plan).name(),
                        at.atOffset(ZoneOffset.UTC),
                        json.writeValueAsString(plan.content()))
                .update();
    }

    private int update(SchoolPlan plan, Instant at) {
        return jdbc.sql(
                        """
                        update plans set state = ?, version = version + 1, changed_at = ?, content = ?::jsonb, reason = ?, comments = ?::jsonb
                        where id = ? and version = ?
                        """)
                .param(State.of(plan).name())
                .param(at.atOffset(ZoneOffset.UTC))
                .param(json.writeValueAsString(plan.content()))
                .param(plan instanceof Returned returned ? returned.review().reason() : null)
                .param(
                        plan instanceof Returned returned
                                ? json.writeValueAsString(returned.review().comments())
                                : null)
                .param(plan.entry().id().value())
                .param(plan.entry().version())
                .update();
    }

    private Review review(ResultSet row) throws SQLException {
        return new Review(
                row.getString("reason"), json.readValue(row.getString("comments"), COMMENTS));
    }

    private SchoolPlan plan(ResultSet row, int n) throws SQLException {
        var entry =
                new Entry(
                        new SchoolPlan.Id(row.getObject("id", UUID.class)),
                        new Programme.Id(row.getObject("programme_id", UUID.class)),
                        new Organisation.Id(row.getObject("school_id", UUID.class)),
                        new Organisation.Id(row.getObject("unit_id", UUID.class)),
                        row.getLong("version"));
        var content = json.readValue(row.getString("content"), Content.class);
        return switch (State.valueOf(row.getString("state"))) {
            case DRAFT -> new Draft(entry, content);
            case SUBMITTED -> new Submitted(entry, content);
            case RETURNED -> new Returned(entry, content, review(row));
            case GATE_PASSED -> new GatePassed(entry, content);
            case BATCHED -> new Batched(entry, content);
            case FILED -> new Filed(entry, content);
        };
    }
}
