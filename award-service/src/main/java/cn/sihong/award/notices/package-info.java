/**
 * The public notice of a proposed list (公示, research.md §3.7): at least five working days, counted
 * from the day after publication by the bureau's calendar. Only the notice of a demonstration
 * programme may be shortened, with a reason that stands in the notice itself. When it is closed the
 * details are withdrawn from the public and the result stays (§6.3).
 *
 * <pre>
 * OPEN ──shorten (demonstration only)──▶ OPEN ──close, once its last day is over──▶ CLOSED
 * </pre>
 */
@NullMarked
package cn.sihong.award.notices;

import org.jspecify.annotations.NullMarked;
