/**
 * Whether a school has read the programme (研读实施方案, R23): one click for an edition, and no notes to
 * hand in. A corrected edition is read anew.
 */
@NullMarked
package cn.sihong.submission.receipts;

import org.jspecify.annotations.NullMarked;
