package cn.sihong.review.draw;

import java.util.UUID;

/** One school judges another. */
public record Pair(UUID reviewing, UUID judged) {}
