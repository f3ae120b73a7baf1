package cn.sihong.review.ballots;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * Somebody of the electorate.
 *
 * @param name as the school's list has it, unique in it
 * @param username of their account; whoever has none votes with a printed code or on paper
 */
public record RollEntry(UUID id, String name, @Nullable String username) {}
