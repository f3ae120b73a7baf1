/**
 * The suggestion box (意见建议): any signed-in person, from any page, named or not; the bureau answers
 * each within five working days.
 *
 * <pre>
 *   OPEN ──answer──▶ ANSWERED
 * </pre>
 */
@NullMarked
package cn.sihong.submission.suggestions;

import org.jspecify.annotations.NullMarked;
