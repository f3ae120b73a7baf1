package cn.sihong.review.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Where the ledger ended at some moment, signed, to be kept where nobody can reach who can reach
 * the database. Each names the one before, so that a missing one shows.
 *
 * @param number counts from 1 without a gap
 * @param head the last entry
 * @param stage the stage that closed; absent for the checkpoint of a minute
 * @param previous SHA-256 of the text of the checkpoint before
 */
record Checkpoint(long number, Head head, Instant at, @Nullable Stage stage, String previous) {

    /** A stage of a programme. */
    record Stage(UUID programme, String name) {}

    /** A checkpoint as it lies outside: what was signed, and by which key. */
    record Signed(Checkpoint checkpoint, String text, String key, String signature) {

        boolean holds() {
            return Seal.holds(key, text, signature);
        }

        /** What the next checkpoint names. */
        String hash() {
            return Digest.SHA_256.hex(whole());
        }

        String whole() {
            return text + "key " + key + "\nsignature " + signature + "\n";
        }

        /**
         * Reads what {@link #whole()} wrote.
         *
         * @throws IllegalArgumentException it is no checkpoint
         */
        static Signed read(String whole) {
            var match = WHOLE.matcher(whole);
            if (!match.matches()) throw new IllegalArgumentException("no checkpoint");
            var programme = match.group("programme");
            return new Signed(
                    new Checkpoint(
                            Long.parseLong(match.group("number")),
                            new Head(Long.parseLong(match.group("sequence")), match.group("hash")),
                            Instant.parse(match.group("at")),
                            programme == null
                                    ? null
                                    : new Stage(UUID.fromString(programme), match.group("stage")),
                            match.group("previous")),
                    match.group("text"),
                    match.group("key"),
                    match.group("signature"));
        }

        byte[] bytes() {
            return whole().getBytes(UTF_8);
        }
    }

    /** What the first checkpoint names as the one before. */
    static final String BEGINNING = "0".repeat(64);

    private static final String HEADING = "sihong-checkpoint/1";
    private static final Pattern WHOLE =
            Pattern.compile(
                    """
                    (?<text>sihong-checkpoint/1
                    number (?<number>[0-9]{1,18})
                    sequence (?<sequence>[0-9]{1,18})
                    hash (?<hash>[0-9a-f]{64})
                    at (?<at>\\S+)
                    reason (MINUTE|STAGE (?<programme>[0-9a-f-]{36}) (?<stage>[A-Z_]+))
                    previous (?<previous>[0-9a-f]{64})
                    )key (?<key>\\S+)
                    signature (?<signature>\\S+)
                    """);

    /** The text that is signed: one property a line. */
    String text() {
        return String.join(
                "\n",
                HEADING,
                "number " + number,
                "sequence " + head.sequence(),
                "hash " + head.hash(),
                "at " + at,
                "reason "
                        + (stage == null
                                ? "MINUTE"
                                : "STAGE " + stage.programme() + " " + stage.name()),
                "previous " + previous,
                "");
    }

    Signed signed(Seal seal) {
        return new Signed(this, text(), seal.publicKey(), seal.sign(text()));
    }
}
