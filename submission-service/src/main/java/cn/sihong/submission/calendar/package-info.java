/**
 * The days that differ from the plain week. The party office edits them here, once for all
 * services: the others follow the events (platform's calendar).
 */
@NullMarked
package cn.sihong.submission.calendar;

import org.jspecify.annotations.NullMarked;
