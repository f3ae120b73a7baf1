/**
 * Progress (品牌创建, R12, R18, R31, R38–R40): what a school does with its plan. It writes down its
 * activities and three sheets: the weeks of 周周讲·人人讲, its self-check on the rubric it will be judged
 * by, and how each of the four reds is to last.
 *
 * <p>Nothing here is a check-in (打卡), nothing is due, nothing is ranked, and no number of entries
 * is worth a point (research.md §6.1): a week without a talk is information for the school. That is
 * why this package announces no events: what others are not told they cannot count (decision 45).
 */
@NullMarked
package cn.sihong.submission.progress;

import org.jspecify.annotations.NullMarked;
