package cn.sihong.submission.attachments;

import cn.sihong.submission.organisations.Organisation;

import java.time.Instant;
import java.util.UUID;

/**
 * A kept picture.
 *
 * @param size in bytes, as kept
 * @param sha256 of the bytes as kept, hexadecimal: the school's receipt
 */
record Attachment(
        UUID id,
        Organisation.Id school,
        Organisation.Id unit,
        String name,
        PictureFormat format,
        long size,
        String sha256,
        UUID uploadedBy,
        Instant uploadedAt) {

    /** Where the bytes lie: made of ids alone, never of a name somebody typed. */
    String key() {
        return "%s/%s%s".formatted(school.value(), id, format.ending());
    }
}
