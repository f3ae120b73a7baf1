/**
 * Working days: the plain week, corrected by an editable table of public holidays and shifted
 * workdays. One service edits the table (submission-service); the others follow its events. All
 * days are days in Beijing.
 */
@NullMarked
package cn.sihong.platform.calendar;

import org.jspecify.annotations.NullMarked;
