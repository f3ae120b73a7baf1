package cn.sihong.award.register;

import org.springframework.boot.context.properties.ConfigurationProperties;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The one secret of an installation, from which a key for each purpose is derived. It never lies in
 * the database that it protects.
 *
 * @param value any long random text; losing it loses what was encrypted
 */
@ConfigurationProperties("sihong.secret")
public record InstallationSecret(String value) {

    private static final int SHORTEST = 32;

    public InstallationSecret {
        if (value.length() < SHORTEST)
            throw new IllegalArgumentException(
                    "SIHONG_AWARD_SECRET must be a random text of at least "
                            + SHORTEST
                            + " characters");
    }

    /** 256 bits that belong to this purpose alone. */
    public byte[] keyFor(String purpose) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(value.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "InstallationSecret[…]";
    }
}
