package cn.sihong.review.mutualreview;

import static cn.sihong.platform.keycloak.Role.PARTY_OFFICE;

import cn.sihong.contracts.MutualReviewEvent;
import cn.sihong.contracts.Stamp;
import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.audit.Audit.Deed;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.outbox.Outbox;
import cn.sihong.platform.problem.AlreadyDone;
import cn.sihong.platform.problem.NotPossibleNow;
import cn.sihong.platform.problem.StaleVersion;
import cn.sihong.review.draw.Draw;
import cn.sihong.review.draw.DrawList;
import cn.sihong.review.draw.DrawRule;
import cn.sihong.review.draw.DrawVerifier;
import cn.sihong.review.mutualreview.Round.Closed;
import cn.sihong.review.mutualreview.Round.Committed;
import cn.sihong.review.mutualreview.Round.Drawn;
import cn.sihong.review.mutualreview.Round.Plan;
import cn.sihong.review.mutualreview.Round.Prepared;
import cn.sihong.review.mutualreview.Round.Released;
import cn.sihong.review.mutualreview.Round.Witnesses;
import cn.sihong.review.register.Organisations;
import cn.sihong.review.register.Programmes;
import cn.sihong.review.scoresheets.ScoreSheetLifecycle;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.UUID;

/** The moves of a round, all of the party office; each is one transaction. */
@Component
class RoundLifecycle {

    private final Rounds rounds;
    private final Programmes programmes;
    private final Organisations organisations;
    private final ScoreSheetLifecycle sheets;
    private final Outbox outbox;
    private final Audit audit;

    RoundLifecycle(
            Rounds rounds,
            Programmes programmes,
            Organisations organisations,
            ScoreSheetLifecycle sheets,
            Outbox outbox,
            Audit audit) {
        this.rounds = rounds;
        this.programmes = programmes;
        this.organisations = organisations;
        this.sheets = sheets;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** Sets the programme's one round up; the same call again finds what it made. */
    @Transactional
    public Round prepare(Plan plan, Actor actor) {
        programmes.get(plan.programmeId()).requireNotClosed();
        var prepared = new Prepared(plan, 1);
        if (rounds.add(prepared)) {
            record(actor, "mutual-review.prepare", prepared);
            return prepared;
        }
        return rounds.ofProgramme(plan.programmeId())
                .filter(round -> round.plan().equals(plan))
                .orElseThrow(OneRoundOnly::new);
    }

    /** Seals who takes part, the rules, and where the seed will come from. */
    @Transactional
    public Round commit(UUID id, long version, String seedSource, Actor actor) {
        return switch (get(id)) {
            case Prepared prepared -> {
                StaleVersion.unless(version, prepared.version());
                var list = listOf(prepared.plan(), seedSource);
                DrawRule.requireAll(list);
                var committed = prepared.commit(list);
                rounds.save(committed);
                announce(committed);
                record(actor, "mutual-review.commit", committed);
                yield committed;
            }
            case Committed _, Drawn _, Released _, Closed _ -> throw new AlreadyDone("公布承诺");
        };
    }

    /** Draws from the seed that two people saw. */
    @Transactional
    public Round draw(UUID id, long version, String seed, Witnesses witnesses, Actor actor) {
        return switch (get(id)) {
            case Committed committed -> {
                StaleVersion.unless(version, committed.version());
                var draw = checked(Draw.of(committed.sealed().list(), seed), committed);
                var drawn = committed.drawn(draw, witnesses);
                rounds.save(drawn);
                rounds.addPairs(id, draw.pairs());
                announce(drawn, draw.pairs().size());
                record(actor, "mutual-review.draw", drawn);
                yield drawn;
            }
            case Prepared prepared -> throw new NotPossibleNow("抽签", prepared.inWords());
            case Drawn _, Released _, Closed _ -> throw new AlreadyDone("抽签");
        };
    }

    /** Hands the score sheets out. */
    @Transactional
    public Round release(UUID id, long version, Actor actor) {
        return switch (get(id)) {
            case Drawn drawn -> {
                StaleVersion.unless(version, drawn.version());
                var released = drawn.release();
                rounds.save(released);
                sheets.handOut(id, released.plan().programmeId(), rounds.pairs(id));
                outbox.announce(new MutualReviewEvent.Released(stamp(released), id));
                record(actor, "mutual-review.release", released);
                yield released;
            }
            case Prepared early -> throw new NotPossibleNow("下发评分表", early.inWords());
            case Committed early -> throw new NotPossibleNow("下发评分表", early.inWords());
            case Released _, Closed _ -> throw new AlreadyDone("下发评分表");
        };
    }

    /** Ends the round and says what each application got. */
    @Transactional
    public Round close(UUID id, long version, Actor actor) {
        return switch (get(id)) {
            case Released released -> {
                StaleVersion.unless(version, released.version());
                var progress = sheets.progress(id);
                if (progress.missing() > 0) throw new SheetsMissing(progress);
                var closed = released.close();
                rounds.save(closed);
                announce(closed, progress.sheets());
                record(actor, "mutual-review.close", closed);
                yield closed;
            }
            case Prepared early -> throw new NotPossibleNow("结束互查互评", early.inWords());
            case Committed early -> throw new NotPossibleNow("结束互查互评", early.inWords());
            case Drawn early -> throw new NotPossibleNow("结束互查互评", early.inWords());
            case Closed _ -> throw new AlreadyDone("结束互查互评");
        };
    }

    Round get(UUID id) {
        return rounds.find(id).orElseThrow(NoSuchRound::new);
    }

    private DrawList listOf(Plan plan, String seedSource) {
        var schools =
                organisations.schools().stream()
                        .map(school -> new DrawList.School(school.id(), school.unit()))
                        .toList();
        return new DrawList(plan.programmeId(), plan.k(), seedSource, schools);
    }

    /** A draw that its verifier finds fault with is ours to mend, and is never kept. */
    private static Draw checked(Draw draw, Committed committed) {
        var faults = DrawVerifier.faults(draw.sheet(), committed.sealed().commitment());
        if (!faults.isEmpty()) throw new IllegalStateException("a wrong draw: " + faults);
        return draw;
    }

    private void announce(Committed committed) {
        var sealed = committed.sealed();
        outbox.announce(
                new MutualReviewEvent.Committed(
                        stamp(committed),
                        committed.plan().id(),
                        sealed.list().schools().size(),
                        committed.plan().k(),
                        sealed.commitment(),
                        sealed.list().seedSource()));
    }

    private void announce(Drawn drawn, int pairs) {
        outbox.announce(
                new MutualReviewEvent.Drawn(
                        stamp(drawn),
                        drawn.plan().id(),
                        drawn.drawing().seed(),
                        pairs,
                        drawn.drawing().sheetHash()));
    }

    /** An application that nobody scored is not mentioned: missing is never zero. */
    private void announce(Closed closed, int sheetCount) {
        var id = closed.plan().id();
        var totals = sheets.totals(id);
        totals.forEach((application, given) -> {
            var score = Score.of(given);
            outbox.announce(
                    new MutualReviewEvent.ApplicationScored(
                            stamp(closed), id, application, score.trimmedMean(), score.scores()));
        });
        outbox.announce(new MutualReviewEvent.Closed(stamp(closed), id, sheetCount, totals.size()));
    }

    private Stamp stamp(Round round) {
        return outbox.stamp(PARTY_OFFICE, round.version(), round.plan().programmeId());
    }

    private void record(Actor actor, String action, Round round) {
        audit.record(
                actor,
                PARTY_OFFICE,
                Deed.of(action, "mutual-review", round.plan().id(), round.plan().programmeId()));
    }
}
