/**
 * What scores of different reviewers say of the same things, each reviewer's severity allowed for
 * (research.md §4, §8-8). Pure, and the same bytes from the same scores in whatever order.
 *
 * <p>A score is taken as the sum of what the thing is worth, how severe the reviewer is, and
 * chance; worth and severity are those that leave the least squares, where a reviewer of whom
 * little is known is taken to be like the others. Both this mean and the plain trimmed mean are
 * shown, and neither corrects the other.
 */
@NullMarked
package cn.sihong.review.calibration;

import org.jspecify.annotations.NullMarked;
