/**
 * The bureau's programme (局实施方案, R23, R68): its legal basis, its windows, its four categories and
 * the weights of its scores.
 *
 * <pre>
 *   DRAFT ──publish──▶ PUBLISHED ──close──▶ CLOSED
 *     ↺ edit
 * </pre>
 *
 * <p>Other features ask {@link cn.sihong.submission.programmes.Programmes} for the published
 * programme and ask that whether a window is open.
 */
@NullMarked
package cn.sihong.submission.programmes;

import org.jspecify.annotations.NullMarked;
