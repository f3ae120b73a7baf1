package cn.sihong.submission.plans;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.submission.organisations.Seats;
import cn.sihong.submission.programmes.Programme;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.stream.Stream;

/**
 * Tells a school, and nobody else, when its plan reads much like another's (R3): advice that
 * changes nothing, and that never says whose the other is. What is kept for it are {@link
 * Sketch}es, from which neither text nor school can be read.
 */
@Component
class Originality {

    /** From here on there is something to say. */
    private static final int NEAR = 50;

    private final JdbcClient jdbc;
    private final Plans plans;
    private final Seats seats;

    Originality(JdbcClient jdbc, Plans plans, Seats seats) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.seats = seats;
    }

    /**
     * How near the nearest other plan of the programme is.
     *
     * @param likeness in percent, about; absent below what is worth a word
     * @param advice a sentence to go with it
     */
    record Notice(@Nullable Integer likeness, @Nullable String advice) {

        private static final Notice NONE = new Notice(null, null);

        static Notice of(int likeness) {
            if (likeness < NEAR) return NONE;
            return new Notice(
                    likeness,
                    "与另一份方案约有 %d%% 的文字相同，仅供本校参考。请对照本校实际充实内容，写出自己的做法。".formatted(likeness));
        }
    }

    @Transactional(readOnly = true)
    Notice of(SchoolPlan.Id id, Actor actor) {
        var plan = plans.get(id);
        seats.mustHold(actor, plan.entry().school(), Role.INFO_OFFICER, Role.SCHOOL_SECRETARY);
        var own = Sketch.of(plan.content());
        if (own.isBlank()) return Notice.NONE;
        return Notice.of(
                others(id, plan.entry().programme()).mapToInt(own::likeness).max().orElse(0));
    }

    private Stream<Sketch> others(SchoolPlan.Id id, Programme.Id programme) {
        return jdbc
                .sql("select places from plan_sketches where programme_id = ? and plan_id <> ?")
                .params(programme.value(), id.value())
                .query((row, n) -> (Integer[]) row.getArray("places").getArray())
                .list()
                .stream()
                .map(places -> new Sketch(List.of(places)));
    }

    /** Keeps the sketch of what was submitted, over the one before. */
    void remember(SchoolPlan.Submitted plan) {
        jdbc.sql(
                        """
                        insert into plan_sketches (plan_id, programme_id, places) values (?, ?, ?)
                        on conflict (plan_id) do update set places = excluded.places
                        """)
                .params(
                        plan.entry().id().value(),
                        plan.entry().programme().value(),
                        Sketch.of(plan.content()).places().toArray(Integer[]::new))
                .update();
    }
}
