package cn.sihong.review.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.bouncycastle.jcajce.provider.digest.SM3;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** How an entry is sealed. */
enum Digest {
    SHA_256("SHA-256") {
        @Override
        MessageDigest fresh() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
    },
    /** GB/T 32905, in software. */
    SM3("SM3") {
        @Override
        MessageDigest fresh() {
            return new SM3.Digest();
        }
    };

    private final String word;

    Digest(String word) {
        this.word = word;
    }

    /** As it stands in entries, exports and settings. */
    String word() {
        return word;
    }

    abstract MessageDigest fresh();

    String hex(String text) {
        return HexFormat.of().formatHex(fresh().digest(text.getBytes(UTF_8)));
    }

    /**
     * The digest of this name.
     *
     * @throws IllegalArgumentException there is none
     */
    static Digest named(String word) {
        return Arrays.stream(values())
                .filter(digest -> digest.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no digest called " + word));
    }
}
