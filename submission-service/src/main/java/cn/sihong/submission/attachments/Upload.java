package cn.sihong.submission.attachments;

import cn.sihong.submission.organisations.Organisation;

import org.bouncycastle.crypto.digests.SHA256Digest;

import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * An upload in pieces, and how far it is.
 *
 * @param size what is to come in all, in bytes
 * @param received what came so far
 * @param digest where the running SHA-256 stands, so that another replica may go on with it
 * @param pieces the keys under which the pieces lie, in order
 */
record Upload(
        UUID id,
        Organisation.Id school,
        String name,
        long size,
        long received,
        String digest,
        List<String> pieces,
        UUID begunBy) {

    Upload {
        pieces = List.copyOf(pieces);
    }

    static Upload begin(UUID id, Organisation.Id school, String name, long size, UUID begunBy) {
        var nothing = state(new SHA256Digest());
        return new Upload(id, school, name, size, 0, nothing, List.of(), begunBy);
    }

    long rest() {
        return size - received;
    }

    boolean isWhole() {
        return rest() == 0;
    }

    SHA256Digest running() {
        return new SHA256Digest(HexFormat.of().parseHex(digest));
    }

    /** What a running digest has to remember, hexadecimal. */
    static String state(SHA256Digest running) {
        return HexFormat.of().formatHex(running.getEncodedState());
    }

    static String sha256(SHA256Digest running) {
        var sum = new byte[32];
        new SHA256Digest(running).doFinal(sum, 0);
        return HexFormat.of().formatHex(sum);
    }

    /** SHA-256 of what came so far, hexadecimal. */
    String sha256() {
        return sha256(running());
    }
}
