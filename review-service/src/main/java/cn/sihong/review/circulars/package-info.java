/**
 * Circulars on supervision (督查通报, research.md §3.6): one public text that names no school, and for
 * each school its own part beside it.
 *
 * <pre>Draft ──issue──▶ Issued</pre>
 *
 * <p>A circular has at most 5,000 characters (整治形式主义为基层减负若干规定), is issued by somebody who did not
 * write it, and only if no school can be read out of it.
 */
@NullMarked
package cn.sihong.review.circulars;

import org.jspecify.annotations.NullMarked;
