package cn.sihong.submission.programmes;

import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.calendar.CalendarDays;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.outbox.Outbox;
import cn.sihong.platform.problem.AlreadyDone;
import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.problem.NotPossibleNow;
import cn.sihong.platform.problem.StaleVersion;
import cn.sihong.submission.organisations.Organisation;
import cn.sihong.submission.organisations.Organisations;
import cn.sihong.submission.programmes.Programme.Closed;
import cn.sihong.submission.programmes.Programme.Draft;
import cn.sihong.submission.programmes.Programme.Published;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;

/** The party office's moves; who may make them, the access table says. */
@Component
class ProgrammeLifecycle {

    private final Programmes programmes;
    private final ProgrammeVersions versions;
    private final Organisations organisations;
    private final Wiping wiping;
    private final FormEditions forms;
    private final CalendarDays calendar;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    ProgrammeLifecycle(
            Programmes programmes,
            ProgrammeVersions versions,
            Organisations organisations,
            Wiping wiping,
            FormEditions forms,
            CalendarDays calendar,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.programmes = programmes;
        this.versions = versions;
        this.organisations = organisations;
        this.wiping = wiping;
        this.forms = forms;
        this.calendar = calendar;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Begins a draft; the same id again answers what is kept. */
    @Transactional
    public Programme draft(Actor actor, Programme.Id id, Terms terms) {
        var kept = programmes.find(id);
        if (kept.isPresent()) return kept.get();
        var draft = Draft.begin(id, terms);
        programmes.add(draft);
        versions.keep(draft, null, actor, clock.instant());
        record(actor, "programme.draft", draft);
        return draft;
    }

    @Transactional
    public Draft edit(Actor actor, Programme.Id id, long seen, Terms terms) {
        var edited =
                switch (programmes.get(id)) {
                    case Draft draft -> unlessStale(draft, seen).edit(terms);
                    case Published _ -> throw new NotPossibleNow("修改", "已发布");
                    case Closed _ -> throw new NotPossibleNow("修改", "已结束");
                };
        programmes.save(edited);
        versions.keep(edited, null, actor, clock.instant());
        record(actor, "programme.edit", edited);
        return edited;
    }

    @Transactional
    public Published publish(Actor actor, Programme.Id id, long seen) {
        var published =
                switch (programmes.get(id)) {
                    case Draft draft ->
                            unlessStale(draft, seen)
                                    .publish(calendar.workingDays(), clock.instant());
                    case Published _ -> throw new AlreadyDone("发布");
                    case Closed _ -> throw new NotPossibleNow("发布", "已结束");
                };
        Completeness.mustBeReasonable(published.terms(), forms);
        programmes.save(published);
        versions.keep(published, null, actor, clock.instant());
        outbox.announce(
                Announcement.of(
                        published,
                        outbox.stamp(Role.PARTY_OFFICE, published.version(), id.value())));
        record(actor, "programme.publish", published);
        return published;
    }

    /** Issues a corrected edition; schools are asked to read it anew. */
    @Transactional
    public Published correct(
            Actor actor, Programme.Id id, long seen, Terms corrected, String reason) {
        var edition = inForce(id, seen, "更正").correct(corrected, calendar.workingDays(), today());
        Completeness.mustBeReasonable(edition.terms(), forms);
        programmes.save(edition);
        versions.keep(edition, reason, actor, clock.instant());
        outbox.announce(
                Announcement.of(
                        edition, outbox.stamp(Role.PARTY_OFFICE, edition.version(), id.value())));
        record(actor, "programme.correct", edition);
        return edition;
    }

    /** Gives one unit more time in one stage, for a reason, by somebody who may. */
    @Transactional
    public Published extend(
            Actor actor,
            Programme.Id id,
            long seen,
            Organisation.Id unit,
            Stage stage,
            LocalDate until,
            String reason,
            String approvedBy) {
        if (!organisations.get(unit).kind().isUnit())
            throw new ExtensionNotPossible("unitId", "延期按街道教育中心或直属学校办理，请选择上级审核单位。");
        var extension =
                new Extension(
                        unit, stage, until, reason, approvedBy, actor.subject(), clock.instant());
        var extended = inForce(id, seen, "延期").extend(extension, calendar.workingDays(), today());
        programmes.save(extended);
        outbox.announce(
                Announcement.of(
                        extended,
                        extension,
                        outbox.stamp(Role.PARTY_OFFICE, extended.version(), id.value())));
        audit.record(
                actor,
                Role.PARTY_OFFICE,
                Audit.Deed.of("programme.extend", "programme", id.value(), id.value())
                        .saying(
                                "%s %s 至 %s；批准人：%s；理由：%s"
                                        .formatted(
                                                stage, unit.value(), until, approvedBy, reason)));
        return extended;
    }

    /**
     * Takes a demonstration away with all that came of it, here and at the other services.
     *
     * @param title typed again, so that nobody wipes by a slip
     * @return how many rows are gone
     */
    @Transactional
    public long wipe(Actor actor, Programme.Id id, long seen, String title) {
        var programme = unlessStale(programmes.get(id), seen);
        if (!programme.terms().demonstration()) throw new NotADemonstration();
        if (!programme.terms().title().equals(title))
            throw new InvalidInput("title", "输入的标题与方案标题不一致，没有清除。");
        long rows = wiping.wipe(id);
        outbox.announce(
                Announcement.wiped(id, outbox.stamp(Role.PARTY_OFFICE, seen + 1, id.value())));
        audit.record(
                actor,
                Role.PARTY_OFFICE,
                Audit.Deed.of("programme.wipe", "programme", id.value(), id.value())
                        .saying(rows + " rows"));
        return rows;
    }

    private Published inForce(Programme.Id id, long seen, String what) {
        return switch (programmes.get(id)) {
            case Published published -> unlessStale(published, seen);
            case Draft _ -> throw new NotPossibleNow(what, "草稿");
            case Closed _ -> throw new NotPossibleNow(what, "已结束");
        };
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    @Transactional
    public Closed close(Actor actor, Programme.Id id, long seen) {
        var closed =
                switch (programmes.get(id)) {
                    case Published published ->
                            unlessStale(published, seen).close(today(), clock.instant());
                    case Draft _ -> throw new NotPossibleNow("结束", "草稿");
                    case Closed _ -> throw new AlreadyDone("结束");
                };
        programmes.save(closed);
        outbox.announce(
                Announcement.of(
                        closed, outbox.stamp(Role.PARTY_OFFICE, closed.version(), id.value())));
        record(actor, "programme.close", closed);
        return closed;
    }

    private static <P extends Programme> P unlessStale(P programme, long seen) {
        StaleVersion.unless(seen, programme.version());
        return programme;
    }

    private void record(Actor actor, String action, Programme programme) {
        var id = programme.id().value();
        audit.record(actor, Role.PARTY_OFFICE, Audit.Deed.of(action, "programme", id, id));
    }
}
