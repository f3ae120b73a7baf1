/**
 * Appraisals (评议, R49): what the members, the staff and the parents of a school say of its work and
 * of each item it puts forward. One appraisal is one electorate of one school.
 *
 * <pre>
 *             open                     count
 *   Draft ───────────▶ Open ────────────────▶ Counted
 *    │  ▲               │ turnout too low
 *    ▼  │ wipe          └──────────────────▶ Repeated   (another is planned in its place)
 *   Trial
 * </pre>
 *
 * <p>The bureau plans, opens and counts; the school says who may vote. Votes are {@code ballots}'
 * business: from there come totals only. Ballots on paper are read by two people, each for
 * themselves, and count when both read the same.
 */
@NullMarked
package cn.sihong.review.appraisals;

import org.jspecify.annotations.NullMarked;
