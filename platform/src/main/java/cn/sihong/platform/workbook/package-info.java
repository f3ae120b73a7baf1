/**
 * Workbooks (.xlsx): the way from bytes nobody trusts to rows of text, and back to sheets somebody
 * fills in. What the rows mean is decided by each feature.
 */
@NullMarked
package cn.sihong.platform.workbook;

import org.jspecify.annotations.NullMarked;
