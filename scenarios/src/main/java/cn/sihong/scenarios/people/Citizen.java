package cn.sihong.scenarios.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import tools.jackson.databind.JsonNode;

import java.net.URLEncoder;
import java.util.UUID;

/** Anybody, without an account. */
public record Citizen(Person person) {

    public JsonNode readsNotice(UUID notice) {
        return person.get("/api/public/notices/" + notice);
    }

    /**
     * What the certificate page says: {@code VALID}, {@code REVOKED}, {@code EXPIRED} or {@code
     * UNKNOWN}.
     */
    public String verifies(String number, String code) {
        return person.get(
                        "/api/public/certificates/%s?code=%s"
                                .formatted(
                                        URLEncoder.encode(number, UTF_8).replace("+", "%20"),
                                        URLEncoder.encode(code, UTF_8)))
                .path("status")
                .asString();
    }
}
