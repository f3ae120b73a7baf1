package cn.sihong.review.appraisals;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * What is appraised.
 *
 * @param application one of the school's items; absent for its work as a whole
 */
record Subject(@Nullable UUID application, String name) {}
