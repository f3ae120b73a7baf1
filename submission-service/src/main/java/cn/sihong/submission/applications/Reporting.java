package cn.sihong.submission.applications;

import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.problem.AlreadyDone;
import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.problem.StaleVersion;
import cn.sihong.submission.applications.Application.ApplicationNumber;
import cn.sihong.submission.applications.Application.Batched;
import cn.sihong.submission.applications.Application.Received;
import cn.sihong.submission.applications.Application.Recommended;
import cn.sihong.submission.organisations.Organisation;
import cn.sihong.submission.organisations.Organisations;
import cn.sihong.submission.programmes.Category;
import cn.sihong.submission.programmes.Programme;
import cn.sihong.submission.programmes.Programmes;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The moves {@code batches} makes with all applications of a unit at once (统一报送, R45), always
 * inside the transaction of the batch: whoever may report or receive, the batch has asked before,
 * and the batch has the audit row.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Reporting {

    private final Applications applications;
    private final Programmes programmes;
    private final Organisations organisations;
    private final Announcer announcer;
    private final Clock clock;
    private final JdbcClient jdbc;

    Reporting(
            Applications applications,
            Programmes programmes,
            Organisations organisations,
            Announcer announcer,
            Clock clock,
            JdbcClient jdbc) {
        this.applications = applications;
        this.programmes = programmes;
        this.organisations = organisations;
        this.announcer = announcer;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /**
     * How one school of the unit stands in one category. Schools and categories without any
     * application have no tally.
     *
     * @param waiting submitted and not screened yet
     */
    public record Tally(
            Organisation.Id school,
            Category category,
            int recommended,
            int notRecommended,
            int waiting) {

        /** Recommended or built, which is what R44 counts. */
        public int recommendedOrBuilt() {
            return recommended + notRecommended;
        }
    }

    public List<Tally> tallies(Programme.Id programme, Organisation.Id unit) {
        return jdbc.sql(
                        """
                        select school_id, category,
                               count(*) filter (where state in ('RECOMMENDED', 'BATCHED', 'RECEIVED', 'CORRECTION', 'FORMALLY_OK', 'NOT_ADMITTED', 'HONOURED', 'REVOKED')) as recommended,
                               count(*) filter (where state = 'NOT_RECOMMENDED') as not_recommended,
                               count(*) filter (where state = 'SUBMITTED') as waiting
                        from applications
                        where programme_id = ? and unit_id = ? and state not in ('DRAFT', 'RETURNED', 'WITHDRAWN')
                        group by school_id, category order by school_id, category
                        """)
                .params(programme.value(), unit.value())
                .query((row, n) ->
                        new Tally(
                                new Organisation.Id(row.getObject("school_id", UUID.class)),
                                Category.valueOf(row.getString("category")),
                                row.getInt("recommended"),
                                row.getInt("not_recommended"),
                                row.getInt("waiting")))
                .list();
    }

    /**
     * One application in a unit's report.
     *
     * @param origin put forward or built (R44)
     * @param rank the unit's order within the category, for what it recommends
     * @param reason why not, for what it does not
     */
    public record Line(
            UUID applicationId,
            UUID schoolId,
            Category category,
            String title,
            String origin,
            @Nullable Integer rank,
            @Nullable String reason) {}

    /** What the unit decided, by category and rank; what waits for it is not among them. */
    public List<Line> lines(Programme.Id programme, Organisation.Id unit) {
        return jdbc.sql(
                        """
                        select id, school_id, category, title, coalesce(content ->> 'origin', 'RECOMMENDED') as origin,
                               rank, reason
                        from applications
                        where programme_id = ? and unit_id = ? and state in ('RECOMMENDED', 'NOT_RECOMMENDED')
                        order by category, rank nulls last, title, id
                        """)
                .params(programme.value(), unit.value())
                .query((row, n) ->
                        new Line(
                                row.getObject("id", UUID.class),
                                row.getObject("school_id", UUID.class),
                                Category.valueOf(row.getString("category")),
                                row.getString("title"),
                                row.getString("origin"),
                                row.getObject("rank", Integer.class),
                                row.getString("reason")))
                .list();
    }

    /**
     * Takes out of a batch what the bureau's second check does not uphold (G9).
     *
     * @param reasons by application; all of them must be in the batch
     */
    public void strike(UUID batch, Map<UUID, String> reasons, Role role) {
        var struck =
                applications.of(batch).stream()
                        .filter(Batched.class::isInstance)
                        .map(Batched.class::cast)
                        .filter(one -> reasons.containsKey(one.entry().id().value()))
                        .toList();
        if (struck.size() != reasons.size())
            throw new InvalidInput("struck", "复核意见中有不属于本批次的申报，请刷新后重新填写。");
        for (var one : struck) {
            var reason = reasons.get(one.entry().id().value());
            if (reason != null) keep(one.strike(reason), role);
        }
    }

    /**
     * Puts all that the unit recommends into its batch.
     *
     * @return how many
     * @throws ScreeningUnfinished when one is still waiting: a batch is whole or not at all
     */
    public int batch(Programme.Id programme, Organisation.Id unit, UUID batch, Role role) {
        var waiting = applications.of(programme, unit, State.SUBMITTED);
        if (!waiting.isEmpty()) throw new ScreeningUnfinished(waiting.size());
        var recommended = applications.of(programme, unit, State.RECOMMENDED);
        for (var application : recommended)
            if (application instanceof Recommended one) keep(one.batch(batch), role);
        return recommended.size();
    }

    /**
     * The bureau receives a batch: each application gets its number.
     *
     * @return how many
     */
    public int receive(UUID batch, Role role) {
        int received = 0;
        for (var application : applications.of(batch))
            if (application instanceof Batched one) {
                keep(one.receive(number(one)), role);
                received++;
            }
        return received;
    }

    /**
     * How the formal check of a batch's applications stands.
     *
     * @param waiting received, and not looked at yet or corrected since
     */
    public record Standing(int waiting, int inCorrection, int admitted, int notAdmitted) {
        public static final Standing NOTHING = new Standing(0, 0, 0, 0);
    }

    /** By batch; one that nobody received has no standing. */
    public Map<UUID, Standing> standings(Programme.Id programme) {
        var standings = new HashMap<UUID, Standing>();
        jdbc.sql(
                        """
                        select batch_id,
                               count(*) filter (where state = 'RECEIVED') as waiting,
                               count(*) filter (where state = 'CORRECTION') as in_correction,
                               count(*) filter (where state in ('FORMALLY_OK', 'HONOURED', 'REVOKED')) as admitted,
                               count(*) filter (where state = 'NOT_ADMITTED') as not_admitted
                        from applications where programme_id = ? and number is not null group by batch_id
                        """)
                .param(programme.value())
                .query(row -> {
                    standings.put(
                            row.getObject("batch_id", UUID.class),
                            new Standing(
                                    row.getInt("waiting"),
                                    row.getInt("in_correction"),
                                    row.getInt("admitted"),
                                    row.getInt("not_admitted")));
                });
        return standings;
    }

    /**
     * Admits in one go all of a batch that wait for the formal check.
     *
     * @param seen how many that were when the officer looked
     */
    public void admit(UUID batch, int seen, Role role) {
        var waiting =
                applications.of(batch).stream()
                        .filter(Received.class::isInstance)
                        .map(Received.class::cast)
                        .toList();
        if (waiting.isEmpty()) throw new AlreadyDone("形式审查");
        StaleVersion.unless(seen, waiting.size());
        for (var application : waiting) keep(application.admit(), role);
    }

    private ApplicationNumber number(Batched application) {
        var entry = application.entry();
        return ApplicationNumber.of(
                programmes.published(entry.programme()).year(),
                entry.category(),
                organisations.get(entry.unit()).code(),
                application.rank());
    }

    private void keep(Application after, Role role) {
        announcer.announce(applications.save(after, clock.instant()), role);
    }
}
