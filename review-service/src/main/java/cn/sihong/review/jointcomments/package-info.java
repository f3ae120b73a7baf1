/**
 * The session in which schools are commented on together (集中点评, R47): an agenda, comments for each
 * school, minutes.
 *
 * <pre>PLANNED → HELD → MINUTED</pre>
 *
 * <p>Schools on the agenda are told once it is planned, and see what was said to them, and to
 * nobody else, once the minutes are final. Minutes need comments for every school on the agenda.
 */
@NullMarked
package cn.sihong.review.jointcomments;

import org.jspecify.annotations.NullMarked;
