package cn.sihong.review.findings;

import static cn.sihong.platform.keycloak.Role.DISCIPLINE;
import static cn.sihong.platform.keycloak.Role.INFO_OFFICER;
import static cn.sihong.platform.keycloak.Role.PARTY_GROUP_MEMBER;
import static cn.sihong.platform.keycloak.Role.PARTY_OFFICE;
import static cn.sihong.platform.keycloak.Role.SCHOOL_SECRETARY;

import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.audit.Audit.Deed;
import cn.sihong.platform.calendar.CalendarDays;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.outbox.Outbox;
import cn.sihong.platform.problem.AlreadyDone;
import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.problem.NotPossibleNow;
import cn.sihong.platform.problem.NotYourUnit;
import cn.sihong.platform.problem.StaleVersion;
import cn.sihong.review.findings.Finding.Answered;
import cn.sihong.review.findings.Finding.Closed;
import cn.sihong.review.findings.Finding.Closing;
import cn.sihong.review.findings.Finding.Due;
import cn.sihong.review.findings.Finding.Entry;
import cn.sihong.review.findings.Finding.Finder;
import cn.sihong.review.findings.Finding.Matter;
import cn.sihong.review.findings.Finding.Open;
import cn.sihong.review.findings.Finding.Reopened;
import cn.sihong.review.findings.Finding.Settled;
import cn.sihong.review.findings.Finding.Verified;
import cn.sihong.review.findings.Finding.Word;
import cn.sihong.review.findings.Findings.Move;
import cn.sihong.review.findings.Findings.Step;
import cn.sihong.review.register.Organisation;
import cn.sihong.review.register.Organisations;
import cn.sihong.review.register.Programmes;
import cn.sihong.review.register.Seats;
import cn.sihong.review.reminders.Occasion;
import cn.sihong.review.reminders.Occasion.Addressee;
import cn.sihong.review.reminders.Reminders;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The moves of a finding; each is one transaction: whose it is, the move, the row and its step, the
 * event, the audit row, and who is told.
 */
@Component
class FindingLifecycle {

    private static final Role[] CLOSES = {PARTY_OFFICE, PARTY_GROUP_MEMBER, DISCIPLINE};

    private final Findings findings;
    private final Sources sources;
    private final Programmes programmes;
    private final Organisations organisations;
    private final Seats seats;
    private final CalendarDays calendar;
    private final Reminders reminders;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    FindingLifecycle(
            Findings findings,
            Sources sources,
            Programmes programmes,
            Organisations organisations,
            Seats seats,
            CalendarDays calendar,
            Reminders reminders,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.findings = findings;
        this.sources = sources;
        this.programmes = programmes;
        this.organisations = organisations;
        this.seats = seats;
        this.calendar = calendar;
        this.reminders = reminders;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Where a finding comes from.
     *
     * @param sourceId the visit or score sheet; absent where there is none
     */
    record Origin(
            UUID id, UUID programmeId, UUID schoolId, Source source, @Nullable UUID sourceId) {}

    /** Hands a finding to a school; asked again, the same finding is the answer. */
    @Transactional
    Finding open(Origin origin, Matter matter, LocalDate dueOn, Actor actor) {
        programmes.get(origin.programmeId()).requireNotClosed();
        var school =
                organisations
                        .find(origin.schoolId())
                        .filter(Organisation::isSchool)
                        .orElseThrow(() -> new InvalidInput("schoolId", "没有这所学校，请重新选择。"));
        var finder =
                sources.finder(
                        origin.programmeId(), school, origin.source(), origin.sourceId(), actor);
        var opened = findings.find(origin.id());
        if (opened.isPresent()) {
            if (!opened.get().entry().finder().equals(finder)) throw new AlreadyDone("登记这个问题");
            return opened.get();
        }
        var term = term(dueOn, matter);
        var entry =
                new Entry(
                        origin.id(),
                        origin.programmeId(),
                        school.id(),
                        school.unit(),
                        origin.source(),
                        origin.sourceId(),
                        finder,
                        0);
        var open =
                keep(
                        new Open(entry, matter, term),
                        actor,
                        finder.role(),
                        Move.OPEN,
                        new Said(matter.problem(), matter.before(), List.of()));
        tellSchool("review.finding-opened", open);
        return open;
    }

    /** The secretary says how it was put right. */
    @Transactional
    Finding answer(UUID id, long seen, Rectification said, Actor actor) {
        var finding = findings.get(id);
        seats.require(actor, SCHOOL_SECRETARY, finding.entry().schoolId());
        return switch (finding) {
            case Due due -> {
                StaleVersion.unless(seen, due.entry().version());
                var answer = said.signed(actor.subject(), today());
                var answered =
                        keep(
                                due.answer(answer),
                                actor,
                                SCHOOL_SECRETARY,
                                Move.ANSWER,
                                new Said(answer.measures(), answer.before(), answer.after()));
                tell("review.finding-answered", answered, finderOf(answered));
                yield answered;
            }
            case Answered _ -> throw new AlreadyDone("答复");
            case Verified _, Closing _, Closed _ -> throw notNow("答复", finding);
        };
    }

    /** Its finder looked and agrees. */
    @Transactional
    Finding verify(UUID id, long seen, String note, Actor actor) {
        var finding = findings.get(id);
        requireFinder(finding, actor);
        return switch (finding) {
            case Answered answered -> {
                StaleVersion.unless(seen, answered.entry().version());
                var verified =
                        keep(
                                answered.verify(word(actor)),
                                actor,
                                finding.entry().finder().role(),
                                Move.VERIFY,
                                Said.only(note));
                tell("review.finding-to-close", verified, new Addressee.Bureau(PARTY_OFFICE));
                yield verified;
            }
            case Verified _, Closing _, Closed _ -> throw new AlreadyDone("核实");
            case Open _, Reopened _ -> throw notNow("核实", finding);
        };
    }

    /** The first of two people closes it, or the second (销号). */
    @Transactional
    Finding close(UUID id, long seen, Actor actor) {
        var finding = findings.get(id);
        var role = closingRole(actor);
        return switch (finding) {
            case Verified verified -> {
                StaleVersion.unless(seen, verified.entry().version());
                yield keep(verified.close(word(actor)), actor, role, Move.CLOSE, Said.only(""));
            }
            case Closing closing -> {
                StaleVersion.unless(seen, closing.entry().version());
                yield keep(closing.close(word(actor)), actor, role, Move.CLOSE, Said.only(""));
            }
            case Closed _ -> throw new AlreadyDone("销号");
            case Open _, Reopened _, Answered _ -> throw notNow("销号", finding);
        };
    }

    /** The answer does not hold, its finder or the bureau says; the school has a new term. */
    @Transactional
    Finding reopen(UUID id, long seen, String reason, LocalDate dueOn, Actor actor) {
        var finding = findings.get(id);
        var role = reopeningRole(finding, actor);
        return switch (finding) {
            case Settled settled -> {
                StaleVersion.unless(seen, settled.entry().version());
                var reopened =
                        keep(
                                settled.reopen(reason, term(dueOn, settled.matter())),
                                actor,
                                role,
                                Move.REOPEN,
                                Said.only(reason));
                tellSchool("review.finding-reopened", reopened);
                yield reopened;
            }
            case Reopened _ -> throw new AlreadyDone("重新打开");
            case Open _ -> throw notNow("重新打开", finding);
        };
    }

    /** Somebody of the bureau takes the place of a finder who cannot look again. */
    @Transactional
    Finding handOver(UUID id, long seen, String reason, Actor actor) {
        var finding = findings.get(id);
        if (finding instanceof Closed) throw notNow("移交核实", finding);
        StaleVersion.unless(seen, finding.entry().version());
        requireNoStake(finding, actor);
        var finder = new Finder(actor.subject(), PARTY_OFFICE, null);
        if (finding.entry().finder().equals(finder)) throw new AlreadyDone("接手核实");
        var handed = finding.with(finding.entry().handedTo(finder));
        return save(handed, actor, PARTY_OFFICE, Move.HAND_OVER, Said.only(reason));
    }

    /** What goes with a step. */
    private record Said(String words, List<UUID> before, List<UUID> after) {
        static Said only(String words) {
            return new Said(words, List.of(), List.of());
        }
    }

    private Finding keep(Finding after, Actor actor, Role role, Move move, Said said) {
        var saved = save(after, actor, role, move, said);
        var entry = saved.entry();
        Announcement.of(saved, outbox.stamp(role, entry.version(), entry.programmeId()))
                .ifPresent(outbox::announce);
        return saved;
    }

    private Finding save(Finding after, Actor actor, Role role, Move move, Said said) {
        var saved = findings.save(after);
        var entry = saved.entry();
        findings.keep(
                new Step(
                        entry.id(),
                        entry.version(),
                        clock.instant(),
                        actor.subject(),
                        role,
                        move,
                        said.words(),
                        saved.term().dueOn(),
                        said.before(),
                        said.after()));
        audit.record(
                actor, role, Deed.of(move.action(), "finding", entry.id(), entry.programmeId()));
        return saved;
    }

    private Term term(LocalDate dueOn, Matter matter) {
        return Term.starting(today(), dueOn, matter.timeClass(), calendar.workingDays());
    }

    private Role closingRole(Actor actor) {
        for (var role : CLOSES) if (actor.is(role)) return role;
        throw new NotYourUnit();
    }

    private Role reopeningRole(Finding finding, Actor actor) {
        return isFinder(finding, actor) ? finding.entry().finder().role() : closingRole(actor);
    }

    private void requireFinder(Finding finding, Actor actor) {
        if (!isFinder(finding, actor)) throw new NotTheFinder();
        requireNoStake(finding, actor);
    }

    /** A seat may have been taken after the finding was opened. */
    private void requireNoStake(Finding finding, Actor actor) {
        organisations
                .find(finding.entry().schoolId())
                .ifPresent(school -> seats.requireNoStakeIn(school, actor.subject()));
    }

    private static boolean isFinder(Finding finding, Actor actor) {
        var finder = finding.entry().finder();
        return finder.subject().equals(actor.subject()) && actor.is(finder.role());
    }

    private Word word(Actor actor) {
        return new Word(actor.subject(), clock.instant());
    }

    private void tellSchool(String template, Finding finding) {
        for (var role : List.of(SCHOOL_SECRETARY, INFO_OFFICER))
            tell(template, finding, new Addressee.SeatOf(finding.entry().schoolId(), role));
    }

    private static Addressee finderOf(Finding finding) {
        return new Addressee.Somebody(finding.entry().finder().subject());
    }

    private void tell(String template, Finding finding, Addressee to) {
        var entry = finding.entry();
        reminders.request(
                new Occasion(
                        template,
                        entry.id(),
                        "" + entry.version(),
                        entry.programmeId(),
                        to,
                        Map.of(
                                "school",
                                organisations
                                        .find(entry.schoolId())
                                        .map(Organisation::name)
                                        .orElse("有关学校"),
                                "dueOn",
                                finding.term().dueOn().toString()),
                        "/app/findings/" + entry.id(),
                        null));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static NotPossibleNow notNow(String what, Finding finding) {
        return new NotPossibleNow(what, State.of(finding).chinese());
    }
}
