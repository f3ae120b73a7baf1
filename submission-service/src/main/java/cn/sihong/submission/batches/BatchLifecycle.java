package cn.sihong.submission.batches;

import cn.sihong.contracts.BatchEvent;
import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.audit.Audit.Deed;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.outbox.Outbox;
import cn.sihong.platform.problem.AlreadyDone;
import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.problem.NotPossibleNow;
import cn.sihong.platform.problem.StaleVersion;
import cn.sihong.submission.applications.Reporting;
import cn.sihong.submission.applications.Reporting.Line;
import cn.sihong.submission.applications.Reporting.Standing;
import cn.sihong.submission.batches.Batch.Entry;
import cn.sihong.submission.batches.Batch.Received;
import cn.sihong.submission.batches.Batch.SecondCheck;
import cn.sihong.submission.batches.Batch.SecondChecked;
import cn.sihong.submission.batches.Batch.Submitted;
import cn.sihong.submission.organisations.Organisation;
import cn.sihong.submission.organisations.OrganisationKind;
import cn.sihong.submission.organisations.Organisations;
import cn.sihong.submission.organisations.Seats;
import cn.sihong.submission.programmes.Programme;
import cn.sihong.submission.programmes.Programmes;
import cn.sihong.submission.programmes.Stage;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The unit reports, the bureau receives; the applications move with their batch or not at all. */
@Component
class BatchLifecycle {

    private final Batches batches;
    private final Reporting reporting;
    private final Programmes programmes;
    private final Organisations organisations;
    private final Seats seats;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;
    private final Summaries summaries;

    BatchLifecycle(
            Batches batches,
            Reporting reporting,
            Programmes programmes,
            Organisations organisations,
            Seats seats,
            Outbox outbox,
            Audit audit,
            Clock clock,
            Summaries summaries) {
        this.batches = batches;
        this.reporting = reporting;
        this.programmes = programmes;
        this.organisations = organisations;
        this.seats = seats;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
        this.summaries = summaries;
    }

    @Transactional(readOnly = true)
    Preview preview(Programme.Id programme, Organisation.Id unit, Actor actor) {
        mustReview(actor, unit);
        return previewOf(programme, unit);
    }

    @Transactional(readOnly = true)
    List<Batch> of(Programme.Id programme) {
        return batches.of(programme);
    }

    /**
     * Reports all the unit recommends; asked again with the same id, the same batch is the answer.
     */
    @Transactional
    Batch submit(
            Batch.Id id,
            Programme.Id programme,
            Organisation.Id unit,
            Map<UUID, String> reasons,
            Actor actor) {
        var role = mustReview(actor, unit);
        var known = batches.find(id);
        if (known.isPresent()) return known.get();

        var published = programmes.published(programme);
        var today = LocalDate.now(clock);
        published.mustBeOpen(Stage.APPLICATION, today, unit);
        var preview = previewOf(programme, unit);
        if (!preview.schoolIds().containsAll(reasons.keySet()))
            throw new InvalidInput("reasons", "说明中有不属于本单位的学校，请刷新后重新填写。");
        var unexplained = preview.unexplained(reasons.keySet());
        if (!unexplained.isEmpty()) throw new MinimumUnexplained(unexplained);

        var lines = reporting.lines(programme, unit);
        int recommended = reporting.batch(programme, unit, id.value(), role);
        var batch =
                new Submitted(
                        new Entry(
                                id,
                                programme,
                                unit,
                                recommended,
                                preview.notRecommended(),
                                reasons,
                                actor.subject(),
                                clock.instant(),
                                !published.isOpen(Stage.APPLICATION, today),
                                0));
        batches.add(batch);
        batches.addLines(id, unit, lines);
        outbox.announce(
                new BatchEvent.Submitted(
                        outbox.stamp(role, 1, programme.value()),
                        id.value(),
                        unit.value(),
                        recommended,
                        preview.notRecommended()));
        audit.record(actor, role, deed("batch.submit", batch));
        return batches.find(id).orElseThrow();
    }

    /**
     * The bureau looks again at what a direct unit said of itself; what it does not uphold leaves
     * the batch, and the unit and its school read why.
     */
    @Transactional
    Batch check(Batch.Id id, long seen, String opinion, Map<UUID, String> struck, Actor actor) {
        return switch (get(id)) {
            case Submitted submitted -> {
                StaleVersion.unless(seen, submitted.entry().version());
                programmes.published(submitted.entry().programme());
                if (!screensItself(submitted)) throw new SecondCheckNotNeeded();
                var checked =
                        submitted.check(
                                new SecondCheck(opinion, struck, actor.subject(), clock.instant()));
                batches.save(checked);
                reporting.strike(id.value(), struck, Role.PARTY_OFFICE);
                audit.record(actor, Role.PARTY_OFFICE, deed("batch.second-check", checked));
                yield get(id);
            }
            case SecondChecked _, Received _ -> throw new AlreadyDone("复核");
        };
    }

    @Transactional
    Batch receive(Batch.Id id, long seen, Actor actor) {
        var batch = get(id);
        return switch (batch) {
            case Submitted _, SecondChecked _ -> {
                StaleVersion.unless(seen, batch.entry().version());
                var received =
                        batch instanceof SecondChecked checked
                                ? checked.receive(clock.instant())
                                : new Submitted(batch.entry())
                                        .receive(clock.instant(), screensItself(batch));
                batches.save(received);
                int applications = reporting.receive(id.value(), Role.PARTY_OFFICE);
                outbox.announce(
                        new BatchEvent.Received(
                                outbox.stamp(
                                        Role.PARTY_OFFICE,
                                        received.entry().version() + 1,
                                        received.entry().programme().value()),
                                id.value(),
                                received.entry().unit().value(),
                                applications));
                audit.record(actor, Role.PARTY_OFFICE, deed("batch.receive", received));
                yield batches.find(id).orElseThrow();
            }
            case Received _ -> throw new AlreadyDone("受理");
        };
    }

    /**
     * All of the batch that wait for the formal check are in order; single ones are corrected or
     * refused before.
     *
     * @param seen how many wait, as the officer saw it
     */
    @Transactional
    Batch admit(Batch.Id id, int seen, Actor actor) {
        return switch (get(id)) {
            case Submitted _, SecondChecked _ -> throw new NotPossibleNow("形式审查", "待接收");
            case Received received -> {
                programmes.published(received.entry().programme());
                reporting.admit(id.value(), seen, Role.PARTY_OFFICE);
                audit.record(
                        actor,
                        Role.PARTY_OFFICE,
                        deed("batch.admit", received).saying(seen + " applications"));
                yield received;
            }
        };
    }

    @Transactional(readOnly = true)
    Map<UUID, Standing> standings(Programme.Id programme) {
        return reporting.standings(programme);
    }

    /** What a unit reported, as it was reported; units see their own, the bureau all. */
    @Transactional(readOnly = true)
    Summary summary(Batch.Id id) {
        return summaries.of(get(id), batches.lines(id));
    }

    /** What would be reported, item by item. */
    @Transactional(readOnly = true)
    List<Line> lines(Programme.Id programme, Organisation.Id unit, Actor actor) {
        mustReview(actor, unit);
        return reporting.lines(programme, unit);
    }

    /** Units that look at their own applications are looked at again. */
    @Transactional(readOnly = true)
    boolean screensItself(Batch batch) {
        return organisations.get(batch.entry().unit()).kind() == OrganisationKind.DIRECT_UNIT;
    }

    private Batch get(Batch.Id id) {
        return batches.find(id).orElseThrow(NoSuchBatch::new);
    }

    private Preview previewOf(Programme.Id programme, Organisation.Id unit) {
        return Preview.of(
                organisations.schoolsOf(unit),
                reporting.tallies(programme, unit),
                programmes.published(programme).terms().categories());
    }

    private Role mustReview(Actor actor, Organisation.Id unit) {
        return seats.mustHold(actor, unit, Role.STREET_REVIEWER, Role.DIRECT_UNIT_REVIEWER);
    }

    private static Deed deed(String action, Batch batch) {
        var entry = batch.entry();
        return Deed.of(action, "batch", entry.id().value(), entry.programme().value());
    }
}
