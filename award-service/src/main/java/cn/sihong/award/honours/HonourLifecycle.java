package cn.sihong.award.honours;

import cn.sihong.award.honours.Honour.Granted;
import cn.sihong.award.honours.Honour.Revocation;
import cn.sihong.award.honours.Honour.Revoked;
import cn.sihong.award.honours.Honour.Valid;
import cn.sihong.award.honours.Revalidations.Filing;
import cn.sihong.award.register.Seats;
import cn.sihong.contracts.HonourEvent;
import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.audit.Audit.Deed;
import cn.sihong.platform.calendar.WorkingDays;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.outbox.Outbox;
import cn.sihong.platform.problem.AlreadyDone;
import cn.sihong.platform.problem.NotPossibleNow;
import cn.sihong.platform.problem.NotYourUnit;
import cn.sihong.platform.problem.StaleVersion;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** What becomes of an honour after it was granted (R64): the yearly look, and taking it back. */
@Component
class HonourLifecycle {

    private final Honours honours;
    private final Revalidations revalidations;
    private final Seats seats;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    HonourLifecycle(
            Honours honours,
            Revalidations revalidations,
            Seats seats,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.honours = honours;
        this.revalidations = revalidations;
        this.seats = seats;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Takes an honour back by a decision of the Party group; nothing is deleted. */
    @Transactional
    public Honour revoke(Honour.Id id, long seen, String reason, String document, Actor actor) {
        return switch (get(id)) {
            case Valid valid -> {
                StaleVersion.unless(seen, valid.entry().version());
                var revoked = valid.revoke(new Revocation(reason, document, today()));
                honours.save(revoked);
                honours.remember(id, clock.instant(), "REVOKED", document + "：" + reason);
                var entry = revoked.entry();
                outbox.announce(
                        new HonourEvent.Revoked(
                                outbox.stamp(
                                        Role.PARTY_GROUP_MEMBER,
                                        entry.version(),
                                        entry.programmeId()),
                                id.value(),
                                entry.applicationId(),
                                entry.schoolId(),
                                revoked.certificate().number(),
                                reason));
                audit.record(
                        actor,
                        Role.PARTY_GROUP_MEMBER,
                        Deed.of("honour.revoke", "honour", id.value(), entry.programmeId())
                                .saying(document));
                yield revoked;
            }
            case Granted _ -> throw new NotPossibleNow("撤销荣誉", "证书尚未编号");
            case Revoked _ -> throw new AlreadyDone("撤销这项荣誉");
        };
    }

    /**
     * A school says once a year, in a sentence, whether what was honoured still lives.
     *
     * @param living whether it is still kept up
     */
    @Transactional
    public Filing file(Honour.Id id, boolean living, String account, Actor actor) {
        var valid = valid(id, "申报年度复核");
        var entry = valid.entry();
        if (!seats.of(actor.subject()).contains(entry.schoolId())) throw new NotYourUnit();
        var filing = new Filing(id, today().getYear(), 1, living, account, today(), null);
        if (!revalidations.add(filing, entry.schoolId(), entry.unitId()))
            throw new AlreadyDone("申报%d年度的复核".formatted(filing.year()));
        audit.record(
                actor,
                Role.SCHOOL_SECRETARY,
                Deed.of("honour.file-revalidation", "honour", id.value(), entry.programmeId()));
        return filing;
    }

    /** The bureau answers; what passed is valid for a year from today at least. */
    @Transactional
    public Filing answer(
            Honour.Id id, int year, long seen, boolean passed, String remark, Actor actor) {
        var valid = valid(id, "办理年度复核");
        var filing = revalidations.find(id, year).orElseThrow(NoSuchHonour::new);
        if (filing.answer() != null) throw new AlreadyDone("办理%d年度的复核".formatted(year));
        StaleVersion.unless(seen, filing.version());
        var answered = filing.answered(new Revalidations.Answer(passed, remark, today()));
        revalidations.save(answered);
        honours.remember(
                id,
                clock.instant(),
                passed ? "REVALIDATED" : "NOT_REVALIDATED",
                "%d年度：%s".formatted(year, remark));
        if (passed) keepOn(valid);
        audit.record(
                actor,
                Role.PARTY_OFFICE,
                Deed.of(
                        "honour.answer-revalidation",
                        "honour",
                        id.value(),
                        valid.entry().programmeId()));
        return answered;
    }

    private void keepOn(Valid valid) {
        var kept = valid.revalidated(today());
        honours.save(kept);
        var entry = kept.entry();
        outbox.announce(
                new HonourEvent.Revalidated(
                        outbox.stamp(Role.PARTY_OFFICE, entry.version(), entry.programmeId()),
                        entry.id().value(),
                        entry.applicationId(),
                        entry.schoolId(),
                        kept.certificate().validUntil()));
    }

    /** An honour with all that became of it. */
    record Past(Honour honour, List<Honours.Happening> history, List<Filing> revalidations) {}

    @Transactional(readOnly = true)
    public Past past(Honour.Id id) {
        return new Past(get(id), honours.history(id), revalidations.of(id));
    }

    private Valid valid(Honour.Id id, String deed) {
        return switch (get(id)) {
            case Valid valid -> valid;
            case Granted _ -> throw new NotPossibleNow(deed, "证书尚未编号");
            case Revoked _ -> throw new NotPossibleNow(deed, "荣誉已撤销");
        };
    }

    private Honour get(Honour.Id id) {
        return honours.find(id).orElseThrow(NoSuchHonour::new);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingDays.BEIJING);
    }
}
