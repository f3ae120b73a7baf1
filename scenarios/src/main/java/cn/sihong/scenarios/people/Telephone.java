package cn.sihong.scenarios.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A telephone with an authenticator on it: one-time codes of six digits, new every 30 seconds. */
public final class Telephone {

    private static final int SECONDS = 30;

    private String secret = "";
    private long last;

    /** Scans the picture that Keycloak shows. */
    void learn(String secret) {
        this.secret = secret;
    }

    /** One that was not shown before; Keycloak takes the next one a little early. */
    String code() {
        last = Math.max(last + 1, Instant.now().getEpochSecond() / SECONDS);
        return "%06d".formatted(truncated(hash(last)) % 1_000_000);
    }

    private byte[] hash(long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA1"));
            return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** RFC 4226, 5.3. */
    private static int truncated(byte[] hash) {
        return ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 15) & Integer.MAX_VALUE;
    }
}
