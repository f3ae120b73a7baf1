/**
 * What is kept for a while only. A service says in {@link cn.sihong.platform.retention.Term terms}
 * what of its data ends, and when; {@code docs/security/retention.md} says why.
 */
@NullMarked
package cn.sihong.platform.retention;

import org.jspecify.annotations.NullMarked;
