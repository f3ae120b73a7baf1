/**
 * What of this service's data is kept for a while only; why, says {@code
 * docs/security/retention.md}.
 */
@NullMarked
package cn.sihong.review.retention;

import org.jspecify.annotations.NullMarked;
