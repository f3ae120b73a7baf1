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
import cn.sihong.submission.applications.Reporting.Standing;
import cn.sihong.submission.batches.Batch.Entry;
import cn.sihong.submission.batches.Batch.Received;
import cn.sihong.submission.batches.Batch.Submitted;
import cn.sihong.submission.organisations.Organisation;
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

    BatchLifecycle(
            Batches batches,
            Reporting reporting,
            Programmes programmes,
            Organisations organisations,
            Seats seats,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.batches = batches;
        this.reporting = reporting;
        this.programmes = programmes;
        this.organisations = organisations;
        this.seats = seats;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
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

        programmes.published(programme).mustBeOpen(Stage.APPLICATION, LocalDate.now(clock));
        var preview = previewOf(programme, unit);
        if (!preview.schoolIds().containsAll(reasons.keySet()))
            throw new InvalidInput("reasons", "说明中有不属于本单位的学校，请刷新后重新填写。");
        var unexplained = preview.unexplained(reasons.keySet());
        if (!unexplained.isEmpty()) throw new MinimumUnexplained(unexplained);

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
                                clock.instant(),
                                0));
        batches.add(batch);
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

    @Transactional
    Batch receive(Batch.Id id, long seen, Actor actor) {
        return switch (batches.find(id).orElseThrow(NoSuchBatch::new)) {
            case Submitted submitted -> {
                StaleVersion.unless(seen, submitted.entry().version());
                var received = submitted.receive(clock.instant());
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
        return switch (batches.find(id).orElseThrow(NoSuchBatch::new)) {
            case Submitted _ -> throw new NotPossibleNow("形式审查", "待接收");
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
