package cn.sihong.review.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.bouncycastle.crypto.digests.SM3Digest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** How an entry is sealed. */
enum Digest {
    SHA_256("SHA-256") {
        @Override
        byte[] of(byte[] bytes) {
            try {
                return MessageDigest.getInstance("SHA-256").digest(bytes);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
    },
    /** GB/T 32905, in software. */
    SM3("SM3") {
        @Override
        byte[] of(byte[] bytes) {
            var sm3 = new SM3Digest();
            sm3.update(bytes, 0, bytes.length);
            var hash = new byte[sm3.getDigestSize()];
            sm3.doFinal(hash, 0);
            return hash;
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

    abstract byte[] of(byte[] bytes);

    String hex(String text) {
        return HexFormat.of().formatHex(of(text.getBytes(UTF_8)));
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
