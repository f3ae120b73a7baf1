/**
 * Pictures that schools show. The bytes lie in an S3 store under a name of our own; this feature
 * knows whose they are, what they are by content, and how much of its quota a school has used.
 */
@NullMarked
package cn.sihong.submission.attachments;

import org.jspecify.annotations.NullMarked;
