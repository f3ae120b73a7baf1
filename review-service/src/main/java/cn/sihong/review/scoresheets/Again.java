package cn.sihong.review.scoresheets;

import cn.sihong.review.draw.Pair;

import java.util.UUID;

/** A third look at one application. */
public record Again(Pair pair, UUID applicationId) {}
