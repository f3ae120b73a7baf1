package cn.sihong.submission.attachments;

import cn.sihong.submission.organisations.Organisation;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** A file of a school, or what is left of one. */
sealed interface Attachment {

    Entry entry();

    /**
     * What never changes about it.
     *
     * @param size in bytes, as kept
     * @param sha256 of the bytes as kept, hexadecimal
     * @param sentSha256 of the bytes as the school sent them: its receipt
     */
    record Entry(
            UUID id,
            Organisation.Id school,
            Organisation.Id unit,
            String name,
            FileFormat format,
            long size,
            String sha256,
            String sentSha256,
            UUID uploadedBy,
            Instant uploadedAt) {

        /** Where the bytes lie: made of ids alone, never of a name somebody typed. */
        String key() {
            return "%s/%s%s".formatted(school.value(), id, format.ending());
        }

        String thumbnailKey() {
            return "%s/%s.thumbnail.jpg".formatted(school.value(), id);
        }
    }

    /** One that the school finds among its files. */
    sealed interface Kept extends Attachment {

        default Released release(@Nullable Instant scannedAt) {
            return new Released(entry(), scannedAt);
        }

        default Condemned condemn(String finding, Instant scannedAt) {
            return new Condemned(entry(), finding, scannedAt);
        }
    }

    /** Kept, and opened by nobody before the scanner. */
    record Quarantined(Entry entry) implements Kept {}

    /**
     * To be seen by those who may.
     *
     * @param scannedAt null where there was no scanner to ask
     */
    record Released(Entry entry, @Nullable Instant scannedAt) implements Kept {}

    /** The scanner found something; only the row is left, to say so. */
    record Condemned(Entry entry, String finding, Instant scannedAt) implements Kept {}

    /** Past its term: the name is gone, and the bytes are or are about to be. */
    record Ended(Entry entry) implements Attachment {}
}
