package cn.sihong.review.scoresheets;

import static cn.sihong.platform.keycloak.Role.DISCIPLINE;
import static cn.sihong.platform.keycloak.Role.PEER_REVIEWER;

import cn.sihong.contracts.MutualReviewEvent.SheetCorrected;
import cn.sihong.contracts.MutualReviewEvent.SheetLocked;
import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.audit.Audit.Deed;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.outbox.Outbox;
import cn.sihong.platform.problem.AlreadyDone;
import cn.sihong.platform.problem.NotPossibleNow;
import cn.sihong.platform.problem.NotYourUnit;
import cn.sihong.platform.problem.StaleVersion;
import cn.sihong.review.draw.Pair;
import cn.sihong.review.register.Organisations;
import cn.sihong.review.register.Programmes;
import cn.sihong.review.register.Recusal;
import cn.sihong.review.register.Seats;
import cn.sihong.review.register.Stage;
import cn.sihong.review.rubrics.Rubrics;
import cn.sihong.review.scoresheets.ScoreSheet.Corrected;
import cn.sihong.review.scoresheets.ScoreSheet.Correction;
import cn.sihong.review.scoresheets.ScoreSheet.Locked;
import cn.sihong.review.scoresheets.ScoreSheet.Open;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The moves of a score sheet; each is one transaction: save, announce, audit. */
@Component
public class ScoreSheetLifecycle {

    private final ScoreSheets sheets;
    private final Papers papers;
    private final Rubrics rubrics;
    private final Programmes programmes;
    private final Organisations organisations;
    private final Seats seats;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    ScoreSheetLifecycle(
            ScoreSheets sheets,
            Papers papers,
            Rubrics rubrics,
            Programmes programmes,
            Organisations organisations,
            Seats seats,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.sheets = sheets;
        this.papers = papers;
        this.rubrics = rubrics;
        this.programmes = programmes;
        this.organisations = organisations;
        this.seats = seats;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** The round is released: every pair gets its sheet. */
    @Transactional
    public void handOut(UUID round, UUID programme, List<Pair> pairs) {
        sheets.open(round, programme, pairs);
    }

    /** How many sheets of a round are locked. */
    @Transactional(readOnly = true)
    public Progress progress(UUID round) {
        return sheets.progress(round);
    }

    /** What each application got from each locked sheet of a round. */
    @Transactional(readOnly = true)
    public List<Given> given(UUID round) {
        return sheets.given(round);
    }

    /** How each application stands by each line of its rubric, and what was said, by nobody. */
    @Transactional(readOnly = true)
    public Map<UUID, Explanation> explanations(UUID round) {
        return sheets.explanations(round);
    }

    /** Who has how much to do. */
    @Transactional(readOnly = true)
    public List<Duty> duties(UUID round) {
        return sheets.duties(round);
    }

    /** Whether anything is on any sheet of a round. */
    @Transactional(readOnly = true)
    public boolean isBegun(UUID round) {
        return !sheets.begun(round).isEmpty();
    }

    /** The sheets that are locked, or have something on them already. */
    @Transactional(readOnly = true)
    public List<Begun> begun(UUID round) {
        return sheets.begun(round);
    }

    /** Pairs of which a sheet is still to be done. */
    @Transactional(readOnly = true)
    public List<Pair> openPairs(UUID round) {
        return sheets.openPairs(round);
    }

    /** Who looks again at what. */
    @Transactional(readOnly = true)
    public List<Again> thirdLooks(UUID round) {
        return sheets.thirdLooks(round);
    }

    /** The run is undone: its sheets are no more. */
    @Transactional
    public void takeBack(UUID round) {
        sheets.takeBack(round);
    }

    /** These pairs are no more; what is locked stays. */
    @Transactional
    public void takeBack(UUID round, List<Pair> pairs) {
        sheets.takeBack(round, pairs);
    }

    /** Reasons given for scores that lie far from the others, by sheet. */
    @Transactional(readOnly = true)
    public Map<UUID, String> reasons(UUID application) {
        return sheets.reasons(application);
    }

    /** One more school looks at an application. */
    @Transactional
    public void lookAgain(
            UUID round, UUID programme, Pair pair, UUID application, String category) {
        sheets.openThirdLook(
                new ScoreSheet.Heading(
                        UUID.randomUUID(),
                        round,
                        programme,
                        pair.reviewing(),
                        pair.judged(),
                        Kind.ofCategory(category),
                        application));
    }

    /** Says why this school scored an application so far from the others; once, after the lock. */
    @Transactional
    public ScoreSheet explain(UUID id, UUID application, String reason, Actor actor) {
        var sheet = mine(id, actor);
        return switch (sheet) {
            case Open _ -> throw new OwnScoreFirst();
            case Corrected _ -> throw new NotPossibleNow("说明理由", "已更正");
            case Locked locked -> {
                if (!locked.answers().items().containsKey(application)) throw new NoReasonAsked();
                if (!sheets.addReason(locked.heading(), application, reason, clock.instant()))
                    throw new AlreadyDone("说明理由");
                record(actor, "score-sheet.explain", locked);
                yield locked;
            }
        };
    }

    /** The sheet, for those who fill it and for discipline. */
    @Transactional(readOnly = true)
    public ScoreSheet read(UUID id, Actor actor) {
        var sheet = get(id);
        if (!actor.is(DISCIPLINE)) seats.require(actor, PEER_REVIEWER, sheet.heading().reviewing());
        return sheet;
    }

    /** Replaces what the sheet says. */
    @Transactional
    public ScoreSheet fill(UUID id, long version, Answers said, Actor actor) {
        var sheet = mine(id, actor);
        return switch (sheet) {
            case Open open -> {
                StaleVersion.unless(version, open.version());
                rubrics.freeze(open.heading().programmeId());
                var paper = papers.of(open.heading());
                var filled = open.fill(said, paper);
                sheets.save(filled, paper);
                record(actor, "score-sheet.fill", filled);
                yield filled;
            }
            case Locked _ -> throw new NotPossibleNow("修改打分", "已锁定");
            case Corrected _ -> throw new NotPossibleNow("修改打分", "已更正");
        };
    }

    /** Makes the sheet final. */
    @Transactional
    public ScoreSheet lock(UUID id, long version, Actor actor) {
        var sheet = mine(id, actor);
        return switch (sheet) {
            case Open open -> {
                StaleVersion.unless(version, open.version());
                var paper = papers.of(open.heading());
                var locked = open.lock(paper, clock.instant());
                sheets.save(locked, paper);
                announce(locked);
                record(actor, "score-sheet.lock", locked);
                yield locked;
            }
            case Locked _, Corrected _ -> throw new AlreadyDone("锁定");
        };
    }

    /**
     * A locked sheet holds a slip: it stays as it is and counts no more, and its school fills a
     * copy of it. Discipline says so and why, since by now the others' scores are seen.
     *
     * @return the school whose sheet it is
     */
    @Transactional
    public UUID correct(UUID id, UUID round, long version, String reason, Actor actor) {
        return switch (get(id)) {
            case Locked locked -> {
                if (!locked.heading().roundId().equals(round)) throw new NoSuchScoreSheet();
                StaleVersion.unless(version, locked.version());
                var heading = locked.heading();
                programmes
                        .get(heading.programmeId())
                        .requireOpen(Stage.MUTUAL_REVIEW, LocalDate.now(clock));
                var corrected =
                        locked.correct(
                                new Correction(
                                        reason,
                                        actor.subject(),
                                        clock.instant(),
                                        UUID.randomUUID()));
                sheets.correct(corrected);
                outbox.announce(
                        new SheetCorrected(
                                outbox.stamp(
                                        DISCIPLINE, corrected.version(), heading.programmeId()),
                                heading.roundId(),
                                heading.id(),
                                corrected.correction().inItsPlace(),
                                heading.judged()));
                audit.record(
                        actor,
                        DISCIPLINE,
                        Deed.of(
                                        "score-sheet.correct",
                                        "score-sheet",
                                        heading.id(),
                                        heading.programmeId())
                                .saying(reason));
                yield heading.reviewing();
            }
            case Open _ -> throw new NotPossibleNow("更正", "未锁定");
            case Corrected _ -> throw new AlreadyDone("更正");
        };
    }

    private ScoreSheet get(UUID id) {
        return sheets.find(id)
                .orElseThrow(() -> sheets.exists(id) ? new NotYourUnit() : new NoSuchScoreSheet());
    }

    /** A sheet that this person may fill today. */
    private ScoreSheet mine(UUID id, Actor actor) {
        var sheet = get(id);
        var heading = sheet.heading();
        seats.require(actor, PEER_REVIEWER, heading.reviewing());
        requireNoStake(heading, actor);
        programmes
                .get(heading.programmeId())
                .requireOpen(Stage.MUTUAL_REVIEW, LocalDate.now(clock));
        return sheet;
    }

    private void requireNoStake(ScoreSheet.Heading heading, Actor actor) {
        var school = organisations.find(heading.judged());
        try {
            school.ifPresent(it -> seats.requireNoStakeIn(it, actor.subject()));
        } catch (Recusal named) {
            throw heading.isBlind() ? new BlindRecusal() : named;
        }
    }

    private void announce(Locked locked) {
        var heading = locked.heading();
        outbox.announce(
                new SheetLocked(
                        outbox.stamp(PEER_REVIEWER, locked.version(), heading.programmeId()),
                        heading.roundId(),
                        heading.id(),
                        heading.judged()));
    }

    private void record(Actor actor, String action, ScoreSheet sheet) {
        var heading = sheet.heading();
        audit.record(
                actor,
                PEER_REVIEWER,
                Deed.of(action, "score-sheet", heading.id(), heading.programmeId()));
    }
}
