package cn.sihong.review.register;

import java.util.UUID;

/**
 * Somebody's right to act for an organisation.
 *
 * @param role the wire name, {@code peer-reviewer}
 */
record Seat(UUID subject, UUID organisationId, String role) {}
