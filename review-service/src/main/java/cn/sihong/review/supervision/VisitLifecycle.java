package cn.sihong.review.supervision;

import static cn.sihong.platform.keycloak.Role.DISCIPLINE;
import static cn.sihong.platform.keycloak.Role.INFO_OFFICER;
import static cn.sihong.platform.keycloak.Role.PARTY_GROUP_MEMBER;
import static cn.sihong.platform.keycloak.Role.PARTY_OFFICE;
import static cn.sihong.platform.keycloak.Role.SCHOOL_SECRETARY;

import cn.sihong.contracts.SupervisionEvent;
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
import cn.sihong.review.register.Organisation;
import cn.sihong.review.register.Organisations;
import cn.sihong.review.register.Programmes;
import cn.sihong.review.register.Seats;
import cn.sihong.review.reminders.Occasion;
import cn.sihong.review.reminders.Occasion.Addressee;
import cn.sihong.review.reminders.Reminders;
import cn.sihong.review.schoolcalendar.Booking;
import cn.sihong.review.schoolcalendar.SchoolCalendar;
import cn.sihong.review.supervision.Guidance.Reply;
import cn.sihong.review.supervision.Light.Colour;
import cn.sihong.review.supervision.Visit.Announced;
import cn.sihong.review.supervision.Visit.CalledOff;
import cn.sihong.review.supervision.Visit.Held;
import cn.sihong.review.supervision.Visit.Observation;
import cn.sihong.review.supervision.Visit.Plan;
import cn.sihong.review.supervision.Visit.Report;
import cn.sihong.review.supervision.Visit.Reported;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The moves of a supervision visit; each is one transaction: who, whether it may be, the row, the
 * school's calendar, the event, the audit row, and who is told.
 */
@Component
class VisitLifecycle {

    private static final Role[] VISITS = {PARTY_OFFICE, PARTY_GROUP_MEMBER, DISCIPLINE};

    private final Visits visits;
    private final Regime regime;
    private final SchoolCalendar schoolCalendar;
    private final Programmes programmes;
    private final Organisations organisations;
    private final Seats seats;
    private final CalendarDays calendar;
    private final Reminders reminders;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    VisitLifecycle(
            Visits visits,
            Regime regime,
            SchoolCalendar schoolCalendar,
            Programmes programmes,
            Organisations organisations,
            Seats seats,
            CalendarDays calendar,
            Reminders reminders,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.visits = visits;
        this.regime = regime;
        this.schoolCalendar = schoolCalendar;
        this.programmes = programmes;
        this.organisations = organisations;
        this.seats = seats;
        this.calendar = calendar;
        this.reminders = reminders;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** What somebody wants to announce. */
    record Wanted(
            UUID id,
            UUID programmeId,
            UUID schoolId,
            UUID item,
            LocalDate on,
            Set<UUID> visitors) {}

    /** Tells a school that it will be visited; asked again, the same visit is the answer. */
    @Transactional
    Visit announce(Wanted wanted, Actor actor) {
        programmes.get(wanted.programmeId()).requireNotClosed();
        var school = school(wanted.schoolId());
        var known = visits.find(wanted.id());
        if (known.isPresent()) return same(known.get(), wanted);

        var item =
                regime.find(wanted.item())
                        .orElseThrow(() -> new NotOnTheList(wanted.on().getYear()));
        var plan = plan(wanted, school);
        regime.of(wanted.programmeId()).check(plan, item);
        requireWorkingDay(plan);
        wanted.visitors().forEach(visitor -> seats.requireNoStakeIn(school, visitor));
        schoolCalendar.book(booking(plan, school));
        visits.add(plan);
        var announced = new Announced(plan, 1);
        outbox.announce(
                new SupervisionEvent.Announced(
                        outbox.stamp(PARTY_OFFICE, 1, plan.programmeId()),
                        plan.id(),
                        plan.schoolId(),
                        item.number(),
                        plan.on()));
        record(actor, PARTY_OFFICE, "supervision.announce", plan);
        tellSchool("review.supervision-announced", announced, plan.on());
        return announced;
    }

    /** What was done on the spot, written by one of those who came. */
    @Transactional
    Visit hold(UUID id, long seen, Observation what, Actor actor) {
        var visit = visits.get(id);
        var role = asVisitor(visit, actor);
        return switch (visit) {
            case Announced announced -> {
                StaleVersion.unless(seen, announced.version());
                var held = visits.save(announced.hold(what, today()));
                var plan = held.plan();
                outbox.announce(
                        new SupervisionEvent.Held(
                                outbox.stamp(role, held.version(), plan.programmeId()),
                                plan.id(),
                                plan.schoolId(),
                                plan.on()));
                record(actor, role, "supervision.hold", plan);
                yield held;
            }
            case Held _, Reported _ -> throw new AlreadyDone("填写入校记录");
            case CalledOff _ -> throw notNow("填写入校记录", visit);
        };
    }

    /** A piece of advice before it is given. */
    record Advice(UUID id, String text, int workingDays) {}

    /** A colour before it is given. */
    record Signal(Colour colour, String why) {}

    /**
     * Tells the school what was seen: the report, the guidance, and the light, which is private.
     */
    @Transactional
    Visit report(
            UUID id,
            long seen,
            String strengths,
            String problems,
            List<Advice> advice,
            Signal signal,
            Actor actor) {
        var visit = visits.get(id);
        var role = asVisitor(visit, actor);
        return switch (visit) {
            case Held held -> {
                StaleVersion.unless(seen, held.version());
                var report = new Report(strengths, problems, actor.subject(), clock.instant());
                var reported = visits.save(held.report(report));
                give(reported, advice);
                var plan = reported.plan();
                visits.show(
                        new Light(plan.id(), signal.colour(), signal.why(), clock.instant(), null),
                        plan.schoolId());
                outbox.announce(
                        new SupervisionEvent.Reported(
                                outbox.stamp(role, reported.version(), plan.programmeId()),
                                plan.id(),
                                plan.schoolId(),
                                advice.size()));
                record(actor, role, "supervision.report", plan);
                tellSchool("review.supervision-reported", reported, plan.on());
                yield reported;
            }
            case Reported _ -> throw new AlreadyDone("反馈");
            case Announced _, CalledOff _ -> throw notNow("反馈", visit);
        };
    }

    /** Nobody will come. */
    @Transactional
    Visit callOff(UUID id, long seen, String reason, Actor actor) {
        var visit = visits.get(id);
        return switch (visit) {
            case Announced announced -> {
                StaleVersion.unless(seen, announced.version());
                var off = visits.save(announced.callOff(reason));
                schoolCalendar.release(off.plan().id(), off.plan().schoolId());
                record(actor, PARTY_OFFICE, "supervision.call-off", off.plan());
                tellSchool("review.supervision-called-off", off, off.plan().on());
                yield off;
            }
            case CalledOff _ -> throw new AlreadyDone("取消");
            case Held _, Reported _ -> throw notNow("取消", visit);
        };
    }

    /** The school's secretary replies to a piece of guidance. */
    @Transactional
    Guidance reply(UUID guidanceId, String text, Actor actor) {
        var guidance = visits.getGuidance(guidanceId);
        seats.require(actor, SCHOOL_SECRETARY, guidance.schoolId());
        if (!visits.reply(guidanceId, new Reply(text, actor.subject(), today())))
            throw new AlreadyDone("答复这条指导意见");
        if (!(visits.get(guidance.visitId()) instanceof Reported visit))
            throw new IllegalStateException("guidance without a report");
        var plan = visit.plan();
        audit.record(
                actor,
                SCHOOL_SECRETARY,
                Deed.of("guidance.reply", "guidance", guidanceId, plan.programmeId()));
        reminders.request(
                occasion(
                        "review.guidance-replied",
                        guidanceId,
                        visit,
                        new Addressee.Somebody(visit.report().by()),
                        guidance.replyBy()));
        return visits.getGuidance(guidanceId);
    }

    /** The school says something to its light while nobody else has seen it. */
    @Transactional
    Visit explain(UUID id, String word, Actor actor) {
        var visit = visits.get(id);
        seats.require(actor, SCHOOL_SECRETARY, visit.plan().schoolId());
        var light = visits.light(id).orElseThrow(() -> notNow("补充说明", visit));
        if (!light.isPrivateAt(clock.instant())) throw new LightIsPublic();
        visits.say(id, word);
        record(actor, SCHOOL_SECRETARY, "supervision.explain", visit.plan());
        return visit;
    }

    private void give(Visit visit, List<Advice> advice) {
        var days = calendar.workingDays();
        var plan = visit.plan();
        for (var one : advice)
            visits.advise(
                    new Guidance(
                            one.id(),
                            plan.id(),
                            plan.schoolId(),
                            plan.unitId(),
                            one.text(),
                            days.nthAfter(today(), one.workingDays()),
                            null));
    }

    private Plan plan(Wanted wanted, Organisation school) {
        return new Plan(
                wanted.id(),
                wanted.programmeId(),
                school.id(),
                school.unit(),
                wanted.item(),
                wanted.on(),
                today(),
                wanted.visitors());
    }

    private static Visit same(Visit known, Wanted wanted) {
        var plan = known.plan();
        if (!plan.schoolId().equals(wanted.schoolId()) || !plan.on().equals(wanted.on()))
            throw new AlreadyDone("预告这次督查");
        return known;
    }

    private static Booking booking(Plan plan, Organisation school) {
        return new Booking(
                plan.id(), Booking.Kind.SUPERVISION, plan.programmeId(), school, plan.on());
    }

    private void requireWorkingDay(Plan plan) {
        if (!calendar.workingDays().isWorkingDay(plan.on()))
            throw new InvalidInput("on", "入校不能安排在休息日，请改为工作日。");
    }

    private Organisation school(UUID id) {
        return organisations
                .find(id)
                .filter(Organisation::isSchool)
                .orElseThrow(() -> new InvalidInput("schoolId", "没有这所学校，请重新选择。"));
    }

    private Role asVisitor(Visit visit, Actor actor) {
        if (!visit.plan().visitors().contains(actor.subject())) throw new NotAVisitor();
        // a seat may have been taken after the visit was announced
        organisations
                .find(visit.plan().schoolId())
                .ifPresent(school -> seats.requireNoStakeIn(school, actor.subject()));
        for (var role : VISITS) if (actor.is(role)) return role;
        throw new NotYourUnit();
    }

    private void tellSchool(String template, Visit visit, LocalDate day) {
        for (var role : List.of(SCHOOL_SECRETARY, INFO_OFFICER))
            reminders.request(
                    occasion(
                            template,
                            visit.plan().id(),
                            visit,
                            new Addressee.SeatOf(visit.plan().schoolId(), role),
                            day));
    }

    private Occasion occasion(
            String template, UUID about, Visit visit, Addressee to, LocalDate day) {
        var plan = visit.plan();
        return new Occasion(
                template,
                about,
                "",
                plan.programmeId(),
                to,
                Map.of("school", school(plan.schoolId()).name(), "on", day.toString()),
                "/app/supervision/" + plan.id(),
                null);
    }

    private void record(Actor actor, Role role, String action, Plan plan) {
        audit.record(
                actor, role, Deed.of(action, "supervision-visit", plan.id(), plan.programmeId()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static NotPossibleNow notNow(String what, Visit visit) {
        return new NotPossibleNow(what, visit.inWords());
    }
}
