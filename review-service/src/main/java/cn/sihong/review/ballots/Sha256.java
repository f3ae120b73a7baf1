package cn.sihong.review.ballots;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 over some parts, one after the other. */
final class Sha256 {

    private Sha256() {}

    static byte[] of(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) digest.update(part);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
