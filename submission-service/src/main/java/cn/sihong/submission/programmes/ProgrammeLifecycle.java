package cn.sihong.submission.programmes;

import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.outbox.Outbox;
import cn.sihong.platform.problem.AlreadyDone;
import cn.sihong.platform.problem.NotPossibleNow;
import cn.sihong.platform.problem.StaleVersion;
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
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    ProgrammeLifecycle(Programmes programmes, Outbox outbox, Audit audit, Clock clock) {
        this.programmes = programmes;
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
        record(actor, "programme.edit", edited);
        return edited;
    }

    @Transactional
    public Published publish(Actor actor, Programme.Id id, long seen) {
        var published =
                switch (programmes.get(id)) {
                    case Draft draft -> unlessStale(draft, seen).publish(clock.instant());
                    case Published _ -> throw new AlreadyDone("发布");
                    case Closed _ -> throw new NotPossibleNow("发布", "已结束");
                };
        programmes.save(published);
        outbox.announce(
                Announcement.of(
                        published,
                        outbox.stamp(Role.PARTY_OFFICE, published.version(), id.value())));
        record(actor, "programme.publish", published);
        return published;
    }

    @Transactional
    public Closed close(Actor actor, Programme.Id id, long seen) {
        var closed =
                switch (programmes.get(id)) {
                    case Published published ->
                            unlessStale(published, seen)
                                    .close(LocalDate.now(clock), clock.instant());
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
