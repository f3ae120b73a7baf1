/**
 * The public notice of a proposed list (公示, research.md §3.7): drafted from an editable template,
 * checked for secrets and personal data, published by somebody other than its author, and standing
 * at least five working days counted from the day after publication by the bureau's calendar. Only
 * the notice of a demonstration programme may be shortened, with a reason that stands in the notice
 * itself. After its last day the details are withdrawn from the public and the result stays (§6.3).
 *
 * <p>A list that changes after a sustained objection gets a further notice of what is new in it:
 * whatever is commended stood in a notice of its own for the full time.
 *
 * <pre>
 * DRAFT ──revise──▶ DRAFT ──publish, by another──▶ OPEN ──close, once over and nothing undecided──▶ CLOSED
 *                                                    └──shorten (demonstration only)──▶ OPEN
 * </pre>
 */
@NullMarked
package cn.sihong.award.notices;

import org.jspecify.annotations.NullMarked;
