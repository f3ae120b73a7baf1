package cn.sihong.submission.attachments;

import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.audit.Audit.Deed;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.paging.PageRequest;
import cn.sihong.platform.problem.NotYourUnit;
import cn.sihong.platform.store.ObjectStore;
import cn.sihong.submission.attachments.Attachment.Condemned;
import cn.sihong.submission.attachments.Attachment.Ended;
import cn.sihong.submission.attachments.Attachment.Entry;
import cn.sihong.submission.attachments.Attachment.Kept;
import cn.sihong.submission.attachments.Attachment.Quarantined;
import cn.sihong.submission.attachments.Attachment.Released;
import cn.sihong.submission.attachments.Lookalikes.Notice;
import cn.sihong.submission.organisations.Organisation;
import cn.sihong.submission.organisations.Organisations;
import cn.sihong.submission.organisations.Seats;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Uploads and downloads. No database transaction is open while bytes travel: the object is put
 * first, under a key made of ids, and the row that makes it exist comes last. What dies in between
 * leaves an object nobody knows of, and the repeated upload overwrites it.
 */
@Component
class AttachmentLifecycle {

    /** What a school may keep in all, in bytes. */
    static final long QUOTA = 1024L * 1024 * 1024;

    private final Attachments attachments;
    private final Lookalikes lookalikes;
    private final Quarantine quarantine;
    private final ObjectStore store;
    private final Organisations organisations;
    private final Seats seats;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AttachmentLifecycle(
            Attachments attachments,
            Lookalikes lookalikes,
            Quarantine quarantine,
            ObjectStore store,
            Organisations organisations,
            Seats seats,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.attachments = attachments;
        this.lookalikes = lookalikes;
        this.quarantine = quarantine;
        this.store = store;
        this.organisations = organisations;
        this.seats = seats;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Keeps a file of the school; the same id again answers what is kept and reads nothing. */
    Kept upload(UUID id, Organisation.Id school, String name, InputStream bytes, Actor actor)
            throws IOException {
        var role = mustBeOfTheSchool(actor, school);
        var known = transaction.execute(status -> attachments.find(id));
        if (known.isPresent()) return mineOf(known.get(), school);
        try (var spool = Spool.of(bytes)) {
            var entry = entry(id, school, name, spool, actor);
            var small =
                    spool.format().kind() == Kind.PICTURE
                            ? Miniature.of(spool.cleaned(), spool.format())
                            : null;
            store.put(entry.key(), entry.format().type(), spool.cleaned());
            if (small != null)
                store.put(entry.thumbnailKey(), FileFormat.JPEG.type(), small.jpeg());
            var kept = transaction.execute(status -> keep(new Quarantined(entry), actor, role));
            if (small != null && small.fingerprint() != null)
                lookalikes.remember(entry, small.fingerprint());
            return kept instanceof Quarantined ? quarantine.examine(kept) : kept;
        }
    }

    /** A file somebody may open: theirs to see, and seen by the scanner. */
    Entry openable(UUID id, Actor actor) {
        return switch (find(id, actor)) {
            case Released released -> released.entry();
            case Quarantined _ -> throw new InQuarantine();
            case Condemned _ -> throw new Infected();
        };
    }

    /** Whoever may see the school's things may see its files; to all others there are none. */
    Kept find(UUID id, Actor actor) {
        return transaction.execute(status ->
                attachments
                        .find(id)
                        .filter(attachment -> maySee(actor, attachment.entry()))
                        .map(AttachmentLifecycle::still)
                        .orElseThrow(NoSuchAttachment::new));
    }

    private static Kept still(Attachment attachment) {
        return switch (attachment) {
            case Kept kept -> kept;
            case Ended _ -> throw new AttachmentEnded();
        };
    }

    /** What the school alone is told of its picture. */
    List<Notice> notices(Kept attachment, Actor actor) {
        return transaction.execute(status ->
                seats.organisationsOf(actor).contains(attachment.entry().school().value())
                        ? lookalikes.of(attachment.entry().id())
                        : List.of());
    }

    /** What the school has, to be used again (one photo, many indicators). */
    List<Kept> of(Organisation.Id school, PageRequest page, Actor actor) {
        return transaction.execute(status -> {
            mustBeOfTheSchool(actor, school);
            return attachments.of(school, page.afterId().orElse(null), page.limitAndOne());
        });
    }

    private Role mustBeOfTheSchool(Actor actor, Organisation.Id school) {
        return seats.mustHold(actor, school, Role.INFO_OFFICER, Role.SCHOOL_SECRETARY);
    }

    private Entry entry(UUID id, Organisation.Id school, String name, Spool spool, Actor actor) {
        var unit = organisations.get(school).unitId();
        if (unit == null) throw new NotYourUnit();
        return new Entry(
                id,
                school,
                unit,
                name,
                spool.format(),
                spool.size(),
                spool.sha256(),
                spool.sentSha256(),
                actor.subject(),
                clock.instant());
    }

    private Kept keep(Quarantined attachment, Actor actor, Role role) {
        var entry = attachment.entry();
        if (attachments.lockAndSum(entry.school()) + entry.size() > QUOTA)
            throw new QuotaExhausted(QUOTA);
        attachments.add(attachment);
        audit.record(actor, role, Deed.of("attachment.upload", "attachment", entry.id(), null));
        return attachments
                .find(entry.id())
                .map(AttachmentLifecycle::still)
                .orElseThrow(NoSuchAttachment::new);
    }

    private boolean maySee(Actor actor, Entry entry) {
        if (actor.isAny(
                Role.PARTY_OFFICE,
                Role.PARTY_GROUP_MEMBER,
                Role.DISCIPLINE,
                Role.ARCHIVIST,
                Role.AUDITOR)) return true;
        var mine = seats.organisationsOf(actor);
        return mine.contains(entry.school().value()) || mine.contains(entry.unit().value());
    }

    private static Kept mineOf(Attachment known, Organisation.Id school) {
        if (!known.entry().school().equals(school)) throw new NoSuchAttachment();
        return still(known);
    }
}
