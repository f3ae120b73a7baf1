/**
 * The special ledger (专项台账, R50, R51): what every service announced, filled by itself; schools
 * upload nothing for it.
 *
 * <p>Each entry is sealed by the SHA-256 of its text and of the entry before, so that a change, a
 * deletion, an insertion or a swap shows; a truncated end shows to whoever noted the head down. One
 * appender at a time (an advisory lock) gives the numbers, far from any request. The service's
 * database role cannot change or delete an entry.
 */
@NullMarked
package cn.sihong.review.ledger;

import org.jspecify.annotations.NullMarked;
