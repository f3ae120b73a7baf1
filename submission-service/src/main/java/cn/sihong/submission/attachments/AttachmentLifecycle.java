package cn.sihong.submission.attachments;

import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.audit.Audit.Deed;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.problem.NotYourUnit;
import cn.sihong.platform.store.ObjectStore;
import cn.sihong.submission.organisations.Organisation;
import cn.sihong.submission.organisations.Organisations;
import cn.sihong.submission.organisations.Seats;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.UUID;

/**
 * Uploads and downloads. No database transaction is open while bytes travel: the object is put
 * first, under a key made of ids, and the row that makes it exist comes last. What dies in between
 * leaves an object nobody knows of, and the repeated upload overwrites it.
 */
@Component
class AttachmentLifecycle {

    /** What a school may keep in all, in bytes. */
    static final long QUOTA = 500L * 1024 * 1024;

    private final Attachments attachments;
    private final ObjectStore store;
    private final Organisations organisations;
    private final Seats seats;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AttachmentLifecycle(
            Attachments attachments,
            ObjectStore store,
            Organisations organisations,
            Seats seats,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.attachments = attachments;
        this.store = store;
        this.organisations = organisations;
        this.seats = seats;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Keeps a picture of the school; the same id again answers what is kept and reads nothing. */
    Attachment upload(UUID id, Organisation.Id school, String name, InputStream bytes, Actor actor)
            throws IOException {
        var role = seats.mustHold(actor, school, Role.INFO_OFFICER, Role.SCHOOL_SECRETARY);
        var known = transaction.execute(status -> attachments.find(id));
        if (known.isPresent()) return mineOf(known.get(), school);
        try (var spool = Spool.of(bytes)) {
            var attachment = attachment(id, school, name, spool, actor);
            store.put(attachment.key(), attachment.format().type(), spool.file());
            return transaction.execute(status -> keep(attachment, actor, role));
        }
    }

    /** Whoever may see the school's things may see its pictures; to all others there are none. */
    Attachment find(UUID id, Actor actor) {
        return transaction.execute(status ->
                attachments
                        .find(id)
                        .filter(attachment -> maySee(actor, attachment))
                        .orElseThrow(NoSuchAttachment::new));
    }

    InputStream open(Attachment attachment) {
        return store.open(attachment.key());
    }

    private Attachment attachment(
            UUID id, Organisation.Id school, String name, Spool spool, Actor actor)
            throws IOException {
        var unit = organisations.get(school).unitId();
        if (unit == null) throw new NotYourUnit();
        return new Attachment(
                id,
                school,
                unit,
                name,
                spool.format(),
                spool.size(),
                spool.sha256(),
                actor.subject(),
                clock.instant());
    }

    private Attachment keep(Attachment attachment, Actor actor, Role role) {
        if (attachments.lockAndSum(attachment.school()) + attachment.size() > QUOTA)
            throw new QuotaExhausted(QUOTA);
        attachments.add(attachment);
        audit.record(
                actor, role, Deed.of("attachment.upload", "attachment", attachment.id(), null));
        return attachments.find(attachment.id()).orElseThrow(NoSuchAttachment::new);
    }

    private boolean maySee(Actor actor, Attachment attachment) {
        if (actor.isAny(
                Role.PARTY_OFFICE,
                Role.PARTY_GROUP_MEMBER,
                Role.DISCIPLINE,
                Role.ARCHIVIST,
                Role.AUDITOR)) return true;
        var mine = seats.organisationsOf(actor);
        return mine.contains(attachment.school().value())
                || mine.contains(attachment.unit().value());
    }

    private static Attachment mineOf(Attachment known, Organisation.Id school) {
        if (!known.school().equals(school)) throw new NoSuchAttachment();
        return known;
    }
}
