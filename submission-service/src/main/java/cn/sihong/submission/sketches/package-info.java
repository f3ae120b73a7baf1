/**
 * Sketches (设计草稿): a form or a rubric that somebody has begun to design. It is kept while they
 * work, told to nobody, read by nobody else, and holds nowhere until it is published.
 */
@NullMarked
package cn.sihong.submission.sketches;

import org.jspecify.annotations.NullMarked;
