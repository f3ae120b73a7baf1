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
 * @param limits the first that matches a path counts
 * @param calls the first that matches a path counts
 */
@ConfigurationProperties("sihong")
record Settings(
        String publicUrl,
        String issuer,
        String keycloak,
        String secret,
        List<Limit> limits,
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
        // A slash here would double in every address made of it, and Keycloak would refuse them.
        if (!publicUrl.matches("https?://[^/]+")) {
            throw new IllegalArgumentException(
                    "SIHONG_PUBLIC_URL must look like https://host, without a path or a slash at"
                            + " the end, but is "
                            + publicUrl);
        }
    }

    boolean https() {
        return publicUrl.startsWith("https:");
    }
}
