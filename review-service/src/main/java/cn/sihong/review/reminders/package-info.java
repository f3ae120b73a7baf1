/**
 * Asks for somebody to be told something, once for each occasion. submission-service knows the
 * people and their hours, and delivers.
 */
@NullMarked
package cn.sihong.review.reminders;

import org.jspecify.annotations.NullMarked;
