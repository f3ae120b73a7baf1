/**
 * From scores to a proposed list (评选, R58–R59).
 *
 * <pre>
 * OPEN ──freeze──▶ FROZEN ──vote──▶ DELIBERATED ──propose──▶ PROPOSED
 *                                                                       │
 *                    COMMENDED ◀── IN_NOTICE ◀── RELEASED ◀──release────┘
 *                                   (rejected: ends here, a new selection may be opened)
 * </pre>
 *
 * <p>While it is open the ranking is a preview of what was heard so far. Freezing computes it once
 * and keeps the result package (算分包): rules, scores, version of the code, output, as canonical JSON
 * under its SHA-256. Nothing changes a frozen package; whoever has it can compute it again. A tie
 * at the edge of a quota that the announced chain cannot break stays {@code TIED} until a recorded
 * vote names the order.
 */
@NullMarked
package cn.sihong.award.selection;

import org.jspecify.annotations.NullMarked;
