/**
 * The workbook (.xlsx) in which a bureau keeps its organisations and people: its sheets and its
 * template. What the rows mean is decided outside.
 */
@NullMarked
package cn.sihong.submission.organisations.workbook;

import org.jspecify.annotations.NullMarked;
