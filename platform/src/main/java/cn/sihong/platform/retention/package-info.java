/**
 * What is kept for a while only. A service says in {@link cn.sihong.platform.retention.Term terms}
 * what of its data ends, and when; {@code docs/security/retention.md} says why. Where a row
 * outlives its words, a view {@code words_that_end} names them ({@code V0_5__words_that_end.sql}).
 */
@NullMarked
package cn.sihong.platform.retention;

import org.jspecify.annotations.NullMarked;
