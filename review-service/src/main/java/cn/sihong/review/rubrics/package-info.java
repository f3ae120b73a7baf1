/**
 * What is judged and for how many points (评分细则): one rubric for each of the four categories and one
 * for the school as a whole, defaults of research.md §3.4.2.
 *
 * <p>Rubrics come in editions, which are data and never change. From the first score of a programme
 * on, its editions stand, and each answer names the edition it was given under. All points are
 * whole milli-points in steps of half a point.
 */
@NullMarked
package cn.sihong.review.rubrics;

import org.jspecify.annotations.NullMarked;
