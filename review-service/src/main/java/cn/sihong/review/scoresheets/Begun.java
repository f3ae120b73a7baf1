package cn.sihong.review.scoresheets;

import cn.sihong.review.draw.Pair;

/** A sheet on which something stands. */
public record Begun(Pair pair, boolean locked) {}
