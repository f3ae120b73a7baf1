/**
 * Who read what of a school (谁看过我的材料). Whoever opens an application or a file that is not their own
 * school's is noted, by role and unit; the school reads the list. Judges of the mutual review and
 * inspectors read their own service's copies and do not appear here: who judges whom stays unknown.
 */
@NullMarked
package cn.sihong.submission.readings;

import org.jspecify.annotations.NullMarked;
