package cn.sihong.review.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/**
 * One line of the ledger.
 *
 * @param sequence counts from 1 without a gap
 * @param at when it became true, by the producer's clock
 * @param content the event as JSON with its properties in alphabetical order
 * @param hash SHA-256 of {@link #text()}, hexadecimal
 */
record Entry(
        long sequence,
        UUID eventId,
        String topic,
        String type,
        @Nullable UUID programmeId,
        Instant at,
        String content,
        String previousHash,
        String hash) {

    /** What the first entry names as the hash before it. */
    static final String BEGINNING = "0".repeat(64);

    /** What is told by an event, before the chain gives it a place. */
    record Told(
            UUID eventId,
            String topic,
            String type,
            @Nullable UUID programmeId,
            Instant at,
            String content) {}

    static Entry after(Head head, Told told) {
        long sequence = head.sequence() + 1;
        return new Entry(
                sequence,
                told.eventId(),
                told.topic(),
                told.type(),
                told.programmeId(),
                told.at(),
                told.content(),
                head.hash(),
                sha256(text(sequence, told, head.hash())));
    }

    /** The text that is sealed: one property a line, the content last. */
    String text() {
        return text(
                sequence, new Told(eventId, topic, type, programmeId, at, content), previousHash);
    }

    boolean isSealed() {
        return hash.equals(sha256(text()));
    }

    Head head() {
        return new Head(sequence, hash);
    }

    private static String text(long sequence, Told told, String previousHash) {
        return String.join(
                "\n",
                "sihong-ledger/1",
                Long.toString(sequence),
                previousHash,
                told.eventId().toString(),
                told.topic(),
                told.type(),
                told.programmeId() == null ? "-" : told.programmeId().toString(),
                told.at().toString(),
                told.content());
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
