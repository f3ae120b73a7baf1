package cn.sihong.award.deliberation;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * That one of the list falls out by a new decision.
 *
 * @param successor who takes the place; absent where it stays empty
 */
record Replacement(UUID id, UUID gone, @Nullable UUID successor, String reason) {}
