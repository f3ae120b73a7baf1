/**
 * The organisation tree (bureau → street centres and direct units → schools), the people in it and
 * the seats they hold. Names of people stay here; others hear of subjects and roles only. The tree
 * comes from a workbook, and the same workbook again changes nothing.
 */
@NullMarked
package cn.sihong.submission.organisations;

import org.jspecify.annotations.NullMarked;
