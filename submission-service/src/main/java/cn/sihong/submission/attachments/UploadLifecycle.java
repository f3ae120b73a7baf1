package cn.sihong.submission.attachments;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.reach.Reach;
import cn.sihong.platform.store.ObjectStore;
import cn.sihong.submission.attachments.Attachment.Kept;
import cn.sihong.submission.attachments.Uploads.Piece;
import cn.sihong.submission.organisations.Organisation;
import cn.sihong.submission.organisations.Seats;

import org.bouncycastle.crypto.digests.SHA256Digest;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * An upload over a bad line: begun, continued from where it broke, finished. What came lies in the
 * store, so that any replica goes on with it; the digest of all that came is in every answer.
 */
@Component
class UploadLifecycle {

    static final Duration FORGOTTEN = Duration.ofDays(2);

    private static final int AT_A_TIME = 50;

    private final Uploads uploads;
    private final AttachmentLifecycle attachments;
    private final ObjectStore store;
    private final Seats seats;
    private final TransactionTemplate transaction;
    private final Clock clock;

    UploadLifecycle(
            Uploads uploads,
            AttachmentLifecycle attachments,
            ObjectStore store,
            Seats seats,
            TransactionTemplate transaction,
            Clock clock) {
        this.uploads = uploads;
        this.attachments = attachments;
        this.store = store;
        this.seats = seats;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Begun again under the same id, it goes on where it was. */
    Upload begin(UUID id, Organisation.Id school, String name, long size, Actor actor) {
        if (size > Kind.VIDEO.most()) throw new FileTooLarge(Kind.VIDEO);
        return transaction.execute(status -> {
            mustBeOfTheSchool(actor, school);
            var known = uploads.find(id);
            if (known.isPresent()) return mineOf(known.get(), school);
            if (uploads.announced(school) + size > AttachmentLifecycle.QUOTA)
                throw new QuotaExhausted(AttachmentLifecycle.QUOTA);
            uploads.add(Upload.begin(id, school, name, size, actor.subject()), clock.instant());
            return mineOf(uploads.find(id).orElseThrow(NoSuchUpload::new), school);
        });
    }

    Upload find(UUID id, Actor actor) {
        return transaction.execute(status -> {
            var upload = uploads.find(id).orElseThrow(NoSuchUpload::new);
            mustBeOfTheSchool(actor, upload.school());
            return upload;
        });
    }

    /**
     * Takes what comes, up to the announced size. If the line breaks, what came until then is kept.
     *
     * @param from how much the sender believes is here already
     */
    Upload append(UUID id, long from, InputStream bytes, Actor actor) throws IOException {
        var upload = find(id, actor);
        if (from != upload.received()) throw new UploadStandsElsewhere(upload.received());
        var spool = Files.createTempFile("upload", ".piece");
        try {
            var digest = upload.running();
            long size = take(bytes, spool, upload.rest(), digest);
            if (size == 0) return upload;
            var key = "uploads/%s/%s/%s".formatted(upload.school().value(), id, UUID.randomUUID());
            store.put(key, "application/octet-stream", spool);
            var piece = new Piece(key, size, Upload.state(digest), Upload.sha256(digest));
            boolean added =
                    transaction.execute(status -> uploads.add(id, from, piece, clock.instant()));
            if (!added) {
                store.delete(key);
                throw new UploadStandsElsewhere(find(id, actor).received());
            }
            return find(id, actor);
        } finally {
            Files.deleteIfExists(spool);
        }
    }

    /** Makes it an attachment of the same id; finished twice, the same attachment is the answer. */
    Kept finish(UUID id, Optional<String> sha256, Actor actor) throws IOException {
        var begun = transaction.execute(status -> uploads.find(id));
        if (begun.isEmpty()) return finishedBefore(id, actor);
        var upload = find(id, actor);
        if (!upload.isWhole()) throw new UploadStandsElsewhere(upload.received());
        if (sha256.isPresent() && !sha256.get().equals(upload.sha256())) {
            forget(upload);
            throw new TornUpload();
        }
        try (var bytes = whole(upload)) {
            var kept = attachments.upload(id, upload.school(), upload.name(), bytes, actor);
            forget(upload);
            return kept;
        } catch (FileTooLarge | TooManyPixels | UnsafeFile | UnsupportedFile refused) {
            forget(upload); // sent again it would be refused again
            throw refused;
        }
    }

    /** Only who may write for the school hears that it was finished. */
    private Kept finishedBefore(UUID id, Actor actor) {
        var attachment = attachments.find(id, actor);
        mustBeOfTheSchool(actor, attachment.entry().school());
        return attachment;
    }

    /** Nobody comes back after days. */
    @Scheduled(cron = "${sihong.uploads.sweep:0 17 * * * *}", zone = "Asia/Shanghai")
    void sweep() {
        Reach.everything()
                .during(() -> {
                    var old =
                            transaction.execute(status ->
                                    uploads.untouchedSince(
                                            clock.instant().minus(FORGOTTEN), AT_A_TIME));
                    old.forEach(this::forget);
                    return old.size();
                });
    }

    private void forget(Upload upload) {
        upload.pieces().forEach(store::delete);
        transaction.executeWithoutResult(status -> uploads.remove(upload.id()));
    }

    /** Piece after piece, each opened when the one before has ended. */
    private InputStream whole(Upload upload) {
        return new Joined(upload.pieces().stream().map(store::open).iterator());
    }

    private static long take(InputStream from, Path to, long most, SHA256Digest digest)
            throws IOException {
        long total = 0;
        try (var out = Files.newOutputStream(to)) {
            var piece = new byte[64 * 1024];
            while (true) {
                int read;
                try {
                    read = from.read(piece);
                } catch (IOException broken) {
                    return total; // the line broke; the sender asks how far we are
                }
                if (read < 0) return total;
                if (total + read > most) throw new TornUpload();
                digest.update(piece, 0, read);
                out.write(piece, 0, read);
                total += read;
            }
        }
    }

    private void mustBeOfTheSchool(Actor actor, Organisation.Id school) {
        seats.mustHold(actor, school, Role.INFO_OFFICER, Role.SCHOOL_SECRETARY);
    }

    private static Upload mineOf(Upload known, Organisation.Id school) {
        if (!known.school().equals(school)) throw new NoSuchUpload();
        return known;
    }
}
