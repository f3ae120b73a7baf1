package cn.sihong.review.scoresheets;

import java.util.UUID;

/** How many sheets a reviewing school has, and how many of them are locked. */
public record Duty(UUID reviewing, int due, int done) {}
