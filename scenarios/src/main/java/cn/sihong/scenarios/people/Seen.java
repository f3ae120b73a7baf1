package cn.sihong.scenarios.people;

import tools.jackson.databind.JsonNode;

import java.util.UUID;

/**
 * What somebody must have seen of a record to act on it.
 *
 * @param version of the record when it was seen; a newer one makes every move stale
 */
public record Seen(UUID id, long version, String state) {

    static Seen of(JsonNode seen) {
        return new Seen(
                UUID.fromString(seen.path("id").asString()),
                seen.path("version").asLong(),
                seen.path("state").asString(""));
    }
}
