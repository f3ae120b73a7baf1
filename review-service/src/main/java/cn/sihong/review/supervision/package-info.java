/**
 * The bureau's supervision (调研督查, R34–R36): visits from the yearly list, announced a month before,
 * one day a season for each school whoever comes ({@code schoolcalendar}).
 *
 * <pre>
 *   Announced ──hold──▶ Held ──report──▶ Reported
 *       └──callOff──▶ CalledOff
 * </pre>
 *
 * <p>A report gives guidance with a day by which the school replies, and a traffic light that the
 * school sees 72 hours before the bureau does. What is wrong becomes findings of {@code findings};
 * nothing here is a score.
 */
@NullMarked
package cn.sihong.review.supervision;

import org.jspecify.annotations.NullMarked;
