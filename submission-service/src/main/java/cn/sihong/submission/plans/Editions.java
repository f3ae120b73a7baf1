package cn.sihong.submission.plans;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** What a plan said each time it was submitted; added to, never changed. */
@Repository
class Editions {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Editions(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * A plan as it was submitted once.
     *
     * @param number from 1
     */
    record Edition(int number, Instant submittedAt, Content content) {}

    void add(SchoolPlan.Submitted plan, Instant at) {
        var entry = plan.entry();
        jdbc.sql(
                        """
                        insert into plan_editions (plan_id, school_id, unit_id, number, submitted_at, content)
                        select :plan, :school, :unit, 1 + count(*), :at, :content::jsonb
                        from plan_editions where plan_id = :plan
                        """)
                .param("plan", entry.id().value())
                .param("school", entry.school().value())
                .param("unit", entry.unit().value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("content", json.writeValueAsString(plan.content()))
                .update();
    }

    List<Edition> of(SchoolPlan.Id plan) {
        return jdbc.sql(
                        """
                        select number, submitted_at, content from plan_editions where plan_id = ? order by number
                        """)
                .param(plan.value())
                .query((row, n) ->
                        new Edition(
                                row.getInt("number"),
                                row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                                json.readValue(row.getString("content"), Content.class)))
                .list();
    }
}
