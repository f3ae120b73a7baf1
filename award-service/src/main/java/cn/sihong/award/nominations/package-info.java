/**
 * Outstanding Party members (突出党员, R61): a school's branch puts one of its members forward by a
 * vote of its own, the parent unit stands by it or does not, and whoever is endorsed before the
 * ranking is frozen stands for selection beside the four “reds”. A member is weighed by the results
 * of the school and by the branch's vote, never by a count of deeds; the rest of the way is that of
 * every other list: vote, release, public notice, commendation.
 *
 * <pre>
 * NOMINATED ──endorse──▶ ENDORSED ──withdraw──▶ WITHDRAWN
 *     ├──decline──▶ DECLINED
 *     └──withdraw──▶ WITHDRAWN
 * </pre>
 */
@NullMarked
package cn.sihong.award.nominations;

import org.jspecify.annotations.NullMarked;
