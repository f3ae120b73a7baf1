package cn.sihong.contracts;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * What every event says of itself.
 *
 * @param eventId unique for ever; a reader that has seen it ignores it
 * @param version of the aggregate after the fact; a reader drops what is older than what it holds
 * @param programmeId the programme it belongs to; absent for what outlives programmes (the
 *     organisation tree, the calendar)
 * @param role in which role somebody acted, or {@code system}; never who
 * @param at when it became true, by the producer's clock
 */
public record Stamp(
        UUID eventId, long version, @Nullable UUID programmeId, String role, Instant at) {

    /** What an event of a type from next year carries when even its stamp cannot be read. */
    static final Stamp UNKNOWN = new Stamp(new UUID(0, 0), 0, null, "unknown", Instant.EPOCH);
}
