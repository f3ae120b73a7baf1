/**
 * What somebody has against a proposed honour (异议, research.md §3.7), and what a school has against
 * how its own was judged (申诉, §4): registered with a receipt, accepted within three working days,
 * investigated within ten by at least two people who scored nothing, decided by the Party group.
 *
 * <pre>
 * REGISTERED ──accept──▶ ACCEPTED ──extend, once──▶ ACCEPTED ──report──▶ INVESTIGATED ──decide──▶ DECIDED
 *     └──turn down──▶ NOT_ACCEPTED
 * </pre>
 *
 * <p>Who objects is kept apart: encrypted, in a table that row security opens to two named
 * discipline officers and to nobody else, each look recorded. What everybody else reads is the text
 * without the person ({@link cn.sihong.award.objections.Redaction}). As long as something is open
 * the notice cannot be closed and nothing of it can be commended.
 *
 * <p>This package knows programmes and applications, and answers the selection what stands under an
 * objection. What stands in a notice is asked through {@link
 * cn.sihong.award.objections.NoticeBoard}; what follows from a sustained objection is told by
 * {@link cn.sihong.award.objections.ObjectionSustained} within the same transaction.
 */
@NullMarked
package cn.sihong.award.objections;

import org.jspecify.annotations.NullMarked;
