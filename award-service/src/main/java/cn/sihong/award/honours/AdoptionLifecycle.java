package cn.sihong.award.honours;

import cn.sihong.award.honours.Adoption.Claimed;
import cn.sihong.award.honours.Adoption.Confirmed;
import cn.sihong.award.honours.Adoption.Declined;
import cn.sihong.award.honours.Adoption.Entry;
import cn.sihong.award.notifications.Secretaries;
import cn.sihong.award.register.Organisations;
import cn.sihong.award.register.Seats;
import cn.sihong.contracts.HonourEvent;
import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.audit.Audit.Deed;
import cn.sihong.platform.calendar.WorkingDays;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.outbox.Outbox;
import cn.sihong.platform.problem.AlreadyDone;
import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.problem.NotYourUnit;
import cn.sihong.platform.problem.StaleVersion;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** A school says that it took up a brand; the brand's own school says whether that is so. */
@Component
class AdoptionLifecycle {

    private final Adoptions adoptions;
    private final Organisations organisations;
    private final Seats seats;
    private final Secretaries secretaries;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    AdoptionLifecycle(
            Adoptions adoptions,
            Organisations organisations,
            Seats seats,
            Secretaries secretaries,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.adoptions = adoptions;
        this.organisations = organisations;
        this.seats = seats;
        this.secretaries = secretaries;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Adoption claim(
            Adoption.Id id, UUID honour, UUID adopter, String whatChanged, Actor actor) {
        if (!seats.of(actor.subject()).contains(adopter)) throw new NotYourUnit();
        var origin = adoptions.originOf(honour).orElseThrow(NoSuchHonour::new);
        if (origin.schoolId().equals(adopter))
            throw new InvalidInput("honourId", "这是本校的品牌，不能登记为借鉴。");
        var claimed =
                new Claimed(
                        new Entry(
                                id,
                                honour,
                                origin.schoolId(),
                                adopter,
                                organisations.nameOf(adopter),
                                whatChanged,
                                today(),
                                1));
        if (!adoptions.add(claimed)) throw new AlreadyDone("登记借鉴这个品牌");
        audit(actor, "adoption.claim", claimed, origin.programmeId());
        tell(origin.schoolId(), "claimed", claimed, claimed.entry().adopterName());
        return claimed;
    }

    @Transactional
    public Adoption confirm(Adoption.Id id, long seen, Actor actor) {
        var claimed = claimed(id, seen, actor);
        var confirmed = claimed.confirm(today());
        adoptions.save(confirmed);
        var entry = confirmed.entry();
        var programme =
                adoptions.originOf(entry.honourId()).orElseThrow(NoSuchHonour::new).programmeId();
        outbox.announce(
                new HonourEvent.Adopted(
                        outbox.stamp(Role.SCHOOL_SECRETARY, entry.version(), programme),
                        id.value(),
                        entry.honourId(),
                        entry.originId(),
                        entry.adopterId()));
        audit(actor, "adoption.confirm", confirmed, programme);
        answered(confirmed, "confirmed");
        return confirmed;
    }

    @Transactional
    public Adoption decline(Adoption.Id id, long seen, String remark, Actor actor) {
        var declined = claimed(id, seen, actor).decline(remark, today());
        adoptions.save(declined);
        audit(actor, "adoption.decline", declined, null);
        answered(declined, "declined");
        return declined;
    }

    private void answered(Adoption adoption, String what) {
        var entry = adoption.entry();
        tell(entry.adopterId(), what, adoption, organisations.nameOf(entry.originId()));
    }

    /** Asks that the secretary of a school be told of what the other school said. */
    private void tell(UUID school, String what, Adoption adoption, String other) {
        var occasion = "adoption/" + adoption.entry().id().value() + "/" + what;
        secretaries.tell(
                school,
                "award.adoption-" + what,
                occasion,
                null,
                Map.of("school", other),
                "/app/adoptions");
    }

    private Claimed claimed(Adoption.Id id, long seen, Actor actor) {
        return switch (adoptions.find(id).orElseThrow(NoSuchAdoption::new)) {
            case Claimed claimed -> {
                if (!seats.of(actor.subject()).contains(claimed.entry().originId()))
                    throw new NotYourUnit();
                StaleVersion.unless(seen, claimed.entry().version());
                yield claimed;
            }
            case Confirmed _, Declined _ -> throw new AlreadyDone("答复这项借鉴");
        };
    }

    private void audit(Actor actor, String action, Adoption adoption, @Nullable UUID programme) {
        audit.record(
                actor,
                Role.SCHOOL_SECRETARY,
                Deed.of(action, "adoption", adoption.entry().id().value(), programme));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingDays.BEIJING);
    }
}
