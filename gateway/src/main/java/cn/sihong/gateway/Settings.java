package cn.sihong.gateway;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

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
 * @param bodies the first that matches a path counts
 */
@ConfigurationProperties("sihong")
record Settings(
        String publicUrl,
        String issuer,
        String keycloak,
        String secret,
        List<Limit> limits,
        List<Body> bodies) {

    /**
     * How often one address may call.
     *
     * @param perMinute calls in a minute, all of which may come at once
     */
    record Limit(String path, int perMinute) {}

    /** How large a request body may be. */
    record Body(String path, DataSize max) {}

    boolean https() {
        return publicUrl.startsWith("https:");
    }
}
