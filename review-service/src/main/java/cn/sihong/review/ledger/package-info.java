/**
 * The special ledger (专项台账, R50, R51): what every service announced, filled by itself; schools
 * upload nothing for it.
 *
 * <pre>
 *   Kafka ──▶ LedgerListener ──▶ arrivals ──▶ LedgerClerk ──▶ entries ──▶ checkpoints ──▶ object store
 *                                             (the sequencer)             (signed, each minute
 *                                                                          and at each stage's close)
 * </pre>
 *
 * <p>Each entry is sealed by the digest (SHA-256 or SM3) of its text and of the entry before, so
 * that a change, a deletion, an insertion or a swap shows; a truncated end shows by the
 * checkpoints, which lie where nobody can reach who can reach the database. The service's database
 * role cannot change or delete an entry. {@link cn.sihong.review.ledger.VerifyLedger} checks an
 * export offline.
 */
@NullMarked
package cn.sihong.review.ledger;

import org.jspecify.annotations.NullMarked;
