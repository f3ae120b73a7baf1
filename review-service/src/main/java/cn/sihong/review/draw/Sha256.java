package cn.sihong.review.draw;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;

/** SHA-256, which every Java platform has. */
final class Sha256 {

    private Sha256() {}

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] of(String text) {
        return digest().digest(text.getBytes(UTF_8));
    }

    static String hex(String text) {
        return HexFormat.of().formatHex(of(text));
    }

    /** Of a text that is too long to be held: each line with its end. */
    static String hexOfLines(Consumer<Consumer<String>> lines) {
        var digest = digest();
        lines.accept(line -> {
            digest.update(line.getBytes(UTF_8));
            digest.update((byte) '\n');
        });
        return HexFormat.of().formatHex(digest.digest());
    }
}
