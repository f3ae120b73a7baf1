/**
 * One calendar for each school of all who come to see it: supervision and acceptance. A school is
 * visited on one day in a season; who wants to come on that day joins, who wants another day is
 * refused and told which day there is.
 */
@NullMarked
package cn.sihong.review.schoolcalendar;

import org.jspecify.annotations.NullMarked;
