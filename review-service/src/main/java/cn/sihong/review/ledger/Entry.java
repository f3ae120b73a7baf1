package cn.sihong.review.ledger;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * One line of the ledger.
 *
 * @param sequence counts from 1 without a gap
 * @param at when it became true, by the producer's clock
 * @param content the event as JSON with its properties in alphabetical order
 * @param digest how it is sealed
 * @param hash digest of {@link #text()}, hexadecimal
 */
record Entry(
        long sequence,
        Digest digest,
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

    static Entry after(Head head, Digest digest, Told told) {
        long sequence = head.sequence() + 1;
        return new Entry(
                sequence,
                digest,
                told.eventId(),
                told.topic(),
                told.type(),
                told.programmeId(),
                told.at(),
                told.content(),
                head.hash(),
                digest.hex(text(sequence, digest, told, head.hash())));
    }

    /** The text that is sealed: one property a line, the content last. */
    String text() {
        return text(sequence, digest, told(), previousHash);
    }

    boolean isSealed() {
        return hash.equals(digest.hex(text()));
    }

    Head head() {
        return new Head(sequence, hash);
    }

    private Told told() {
        return new Told(eventId, topic, type, programmeId, at, content);
    }

    private static String text(long sequence, Digest digest, Told told, String previousHash) {
        return String.join(
                "\n",
                "sihong-ledger/2",
                digest.word(),
                Long.toString(sequence),
                previousHash,
                told.eventId().toString(),
                told.topic(),
                told.type(),
                told.programmeId() == null ? "-" : told.programmeId().toString(),
                told.at().toString(),
                told.content());
    }
}
