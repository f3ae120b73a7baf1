package cn.sihong.review.mutualreview;

import static cn.sihong.platform.keycloak.Role.DISCIPLINE;
import static cn.sihong.platform.keycloak.Role.PARTY_GROUP_MEMBER;
import static cn.sihong.platform.keycloak.Role.PARTY_OFFICE;

import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.audit.Audit.Deed;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.problem.AlreadyDone;
import cn.sihong.platform.problem.NotPossibleNow;
import cn.sihong.platform.problem.StaleVersion;
import cn.sihong.review.conflicts.ConflictGraph;
import cn.sihong.review.draw.Draw;
import cn.sihong.review.draw.DrawList;
import cn.sihong.review.draw.DrawRule;
import cn.sihong.review.draw.DrawVerifier;
import cn.sihong.review.mutualreview.Round.Closed;
import cn.sihong.review.mutualreview.Round.Committed;
import cn.sihong.review.mutualreview.Round.Drawn;
import cn.sihong.review.mutualreview.Round.Inspected;
import cn.sihong.review.mutualreview.Round.Inspection;
import cn.sihong.review.mutualreview.Round.Plan;
import cn.sihong.review.mutualreview.Round.Prepared;
import cn.sihong.review.mutualreview.Round.Released;
import cn.sihong.review.mutualreview.Round.WithDraw;
import cn.sihong.review.register.Organisations;
import cn.sihong.review.register.Programmes;
import cn.sihong.review.scoresheets.ScoreSheetLifecycle;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.UUID;

/**
 * The moves of a round; each is one transaction. The party office runs it, two witnesses bring the
 * seed, and discipline looks the draw over or undoes it: who runs the draw cannot draw again.
 */
@Component
class RoundLifecycle {

    private static final int WITNESSES = 2;

    private final Rounds rounds;
    private final Witnesses witnesses;
    private final Programmes programmes;
    private final Organisations organisations;
    private final ConflictGraph conflicts;
    private final ScoreSheetLifecycle sheets;
    private final Duties duties;
    private final Results results;
    private final Announcement announcement;
    private final Audit audit;
    private final Clock clock;

    RoundLifecycle(
            Rounds rounds,
            Witnesses witnesses,
            Programmes programmes,
            Organisations organisations,
            ConflictGraph conflicts,
            ScoreSheetLifecycle sheets,
            Duties duties,
            Results results,
            Announcement announcement,
            Audit audit,
            Clock clock) {
        this.rounds = rounds;
        this.witnesses = witnesses;
        this.programmes = programmes;
        this.organisations = organisations;
        this.conflicts = conflicts;
        this.sheets = sheets;
        this.duties = duties;
        this.results = results;
        this.announcement = announcement;
        this.audit = audit;
        this.clock = clock;
    }

    /** Sets the programme's one round up; the same call again finds what it made. */
    @Transactional
    public Round prepare(Plan plan, Actor actor) {
        programmes.get(plan.programmeId()).requireNotClosed();
        var prepared = new Prepared(plan, 1, 1);
        if (rounds.add(prepared)) {
            record(actor, PARTY_OFFICE, "mutual-review.prepare", prepared);
            return prepared;
        }
        return rounds.ofProgramme(plan.programmeId())
                .filter(round -> round.plan().equals(plan))
                .orElseThrow(OneRoundOnly::new);
    }

    /** Seals who takes part, the rules, who must not meet, and where the seed will come from. */
    @Transactional
    public Round commit(UUID id, long version, String seedSource, Actor actor) {
        return switch (get(id)) {
            case Prepared prepared -> {
                StaleVersion.unless(version, prepared.version());
                var list = listOf(prepared.plan(), seedSource);
                DrawRule.requireAll(list);
                var committed = prepared.commit(list);
                rounds.save(committed);
                announcement.committed(committed);
                record(actor, PARTY_OFFICE, "mutual-review.commit", committed);
                yield committed;
            }
            case Committed _, WithDraw _, Closed _ -> throw new AlreadyDone("公布承诺");
        };
    }

    /**
     * Somebody enters the seed as they see it, and what they threw. A slip can be mended until the
     * two agree.
     */
    @Transactional
    public Round witness(UUID id, String seed, String dice, Actor actor) {
        return switch (get(id)) {
            case Committed committed -> {
                if (isReady(committed)) throw new AlreadyDone("录入种子");
                // neither who runs the draw nor both seats in one person
                if (actor.is(PARTY_OFFICE)) throw new WitnessRunsTheDraw();
                var role = actor.is(DISCIPLINE) ? DISCIPLINE : PARTY_GROUP_MEMBER;
                var witness =
                        new Witness(
                                actor.subject(),
                                actor.name(),
                                role,
                                seed.strip().replaceAll("\\s+", " "),
                                dice);
                if (!witnesses.enter(id, committed.run(), witness, clock.instant()))
                    throw new AlreadyDone("由两名见证人录入种子");
                record(actor, role, "mutual-review.witness", committed);
                yield committed;
            }
            case Prepared early -> throw new NotPossibleNow("录入种子", early.inWords());
            case WithDraw _, Closed _ -> throw new AlreadyDone("抽签");
        };
    }

    /** Draws from what the two witnesses brought. */
    @Transactional
    public Round draw(UUID id, long version, Actor actor) {
        return switch (get(id)) {
            case Committed committed -> {
                StaleVersion.unless(version, committed.version());
                var seed = seedOf(committed);
                var draw = checked(Draw.of(committed.sealed().list(), seed), committed);
                var drawn = committed.drawn(draw);
                rounds.save(drawn);
                rounds.addPairs(drawn, 0, draw.pairs());
                announcement.drawn(drawn, draw.pairs().size());
                record(actor, PARTY_OFFICE, "mutual-review.draw", drawn);
                yield drawn;
            }
            case Prepared prepared -> throw new NotPossibleNow("抽签", prepared.inWords());
            case WithDraw _, Closed _ -> throw new AlreadyDone("抽签");
        };
    }

    /** Discipline has the draw checked once more and says what it found. */
    @Transactional
    public Round inspect(UUID id, long version, String note, Actor actor) {
        return switch (get(id)) {
            case Drawn drawn -> {
                StaleVersion.unless(version, drawn.version());
                var sealed = drawn.sealed();
                var kept = new Draw(sealed.list(), drawn.drawing().seed(), rounds.drawn(drawn));
                var faults = DrawVerifier.faults(kept.sheet(), sealed.commitment());
                if (!faults.isEmpty() || !kept.sheetHash().equals(drawn.drawing().sheetHash()))
                    throw new DrawFaulty(faults);
                var inspected = drawn.inspect(new Inspection(actor.subject(), note.strip()));
                rounds.save(inspected);
                announcement.inspected(inspected);
                record(actor, DISCIPLINE, "mutual-review.inspect", inspected);
                yield inspected;
            }
            case Prepared early -> throw new NotPossibleNow("查验抽签", early.inWords());
            case Committed early -> throw new NotPossibleNow("查验抽签", early.inWords());
            case Inspected _, Released _, Closed _ -> throw new AlreadyDone("查验");
        };
    }

    /** Takes the whole run back, as long as nobody has scored anything. */
    @Transactional
    public Round undo(UUID id, long version, String reason, Actor actor) {
        return switch (get(id)) {
            case WithDraw round -> {
                StaleVersion.unless(version, round.version());
                if (sheets.isBegun(id)) throw new ScoringBegun();
                sheets.takeBack(id);
                rounds.addUndone(round, reason.strip(), actor.subject(), clock.instant());
                var prepared = round.undo();
                rounds.save(prepared);
                announcement.undone(prepared, round.run());
                record(actor, DISCIPLINE, "mutual-review.undo", prepared);
                yield prepared;
            }
            case Prepared early -> throw new NotPossibleNow("撤销抽签", early.inWords());
            case Committed early -> throw new NotPossibleNow("撤销抽签", early.inWords());
            case Closed late -> throw new NotPossibleNow("撤销抽签", late.inWords());
        };
    }

    /** Hands the score sheets out. */
    @Transactional
    public Round release(UUID id, long version, Actor actor) {
        return switch (get(id)) {
            case Inspected inspected -> {
                StaleVersion.unless(version, inspected.version());
                var released = inspected.release();
                rounds.save(released);
                sheets.handOut(id, released.plan().programmeId(), rounds.pairs(released));
                announcement.released(released);
                duties.tellAll(released, Duties.Prompt.HANDED_OUT, "");
                record(actor, PARTY_OFFICE, "mutual-review.release", released);
                yield released;
            }
            case Prepared early -> throw new NotPossibleNow("下发评分表", early.inWords());
            case Committed early -> throw new NotPossibleNow("下发评分表", early.inWords());
            case Drawn early -> throw new NotPossibleNow("下发评分表", early.inWords());
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
                int unanswered = results.unansweredGaps(id);
                if (unanswered > 0) throw new GapsUnanswered(unanswered);
                var closed = released.close();
                rounds.save(closed);
                announcement.closed(
                        closed, progress.sheets(), results.settle(closed), sheets.explanations(id));
                record(actor, PARTY_OFFICE, "mutual-review.close", closed);
                yield closed;
            }
            case Prepared early -> throw new NotPossibleNow("结束互查互评", early.inWords());
            case Committed early -> throw new NotPossibleNow("结束互查互评", early.inWords());
            case Drawn early -> throw new NotPossibleNow("结束互查互评", early.inWords());
            case Inspected early -> throw new NotPossibleNow("结束互查互评", early.inWords());
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
        return new DrawList(
                plan.programmeId(),
                plan.k(),
                seedSource,
                schools,
                conflicts.standing(plan.programmeId()),
                rounds.lastYear(programmes.get(plan.programmeId()).year()));
    }

    private boolean isReady(Committed round) {
        var both = witnesses.of(round.plan().id(), round.run());
        return both.size() == WITNESSES && both.getFirst().seed().equals(both.getLast().seed());
    }

    private String seedOf(Committed round) {
        var both = witnesses.of(round.plan().id(), round.run());
        if (both.size() < WITNESSES) throw new WitnessesMissing(WITNESSES - both.size());
        if (!both.getFirst().seed().equals(both.getLast().seed())) throw new SeedsDiffer();
        return Witness.seed(both.getFirst(), both.getLast());
    }

    /** A draw that its verifier finds fault with is ours to mend, and is never kept. */
    private static Draw checked(Draw draw, Committed committed) {
        var faults = DrawVerifier.faults(draw.sheet(), committed.sealed().commitment());
        if (!faults.isEmpty()) throw new IllegalStateException("a wrong draw: " + faults);
        return draw;
    }

    private void record(Actor actor, Role role, String action, Round round) {
        audit.record(
                actor,
                role,
                Deed.of(action, "mutual-review", round.plan().id(), round.plan().programmeId()));
    }
}
