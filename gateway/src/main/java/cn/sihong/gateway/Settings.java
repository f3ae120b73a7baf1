package cn.sihong.gateway;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

import java.time.Duration;
import java.util.List;

/**
 * What an operator sets.
 *
 * @param publicUrl how browsers reach the gateway, without a slash at the end; https makes cookies
 *     secure and announces HSTS
 * @param issuer the realm as browsers and tokens name it
 * @param keycloak the realm as the gateway itself reaches it; the issuer unless Keycloak has an
 *     address inside the cluster
 * @param secret of Keycloak's client {@code gateway}
 * @param securityContact whom to tell of a hole, {@code mailto:…} or {@code https://…}; empty where
 *     nobody is named
 * @param limits of addresses; the first that matches a path counts
 * @param callsPerMinute of one person who is signed in
 * @param calls the first that matches a path counts
 */
@ConfigurationProperties("sihong")
record Settings(
        String publicUrl,
        String issuer,
        String keycloak,
        String secret,
        String securityContact,
        List<Limit> limits,
        int callsPerMinute,
        List<Call> calls) {

    /**
     * How often one address may call.
     *
     * @param perMinute calls in a minute, all of which may come at once
     */
    record Limit(String path, int perMinute) {}

    /**
     * What a call may be like.
     *
     * @param body how large its body may be
     * @param patience how long it may take until the service begins to answer, the upload included
     */
    record Call(String path, DataSize body, Duration patience) {}

    Settings {
        if (!isContact(securityContact)) {
            throw new IllegalArgumentException(
                    "SIHONG_SECURITY_CONTACT must be mailto:…, https://… or tel:…, but is "
                            + securityContact);
        }
        // A slash here would double in every address made of it, and Keycloak would refuse them.
        if (!publicUrl.matches("https?://[^/]+")) {
            throw new IllegalArgumentException(
                    "SIHONG_PUBLIC_URL must look like https://host, without a path or a slash at"
                            + " the end, but is "
                            + publicUrl);
        }
    }

    private static boolean isContact(String contact) {
        return contact.isBlank() || contact.matches("(mailto:|https://|tel:)[^\\s]+");
    }

    boolean https() {
        return publicUrl.startsWith("https:");
    }
}
