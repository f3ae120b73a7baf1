/**
 * The workbook (.xlsx) in which a bureau keeps its organisations and people: its template, and the
 * way from bytes nobody trusts to rows of text. What the rows mean is decided outside.
 */
@NullMarked
package cn.sihong.submission.organisations.workbook;

import org.jspecify.annotations.NullMarked;
