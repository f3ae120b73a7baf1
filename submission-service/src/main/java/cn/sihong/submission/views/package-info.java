/**
 * Saved views (保存的视图): what somebody keeps of a page for themselves. A view is an address under a
 * name; it is told to nobody and nobody else reads it (decision 18).
 */
@NullMarked
package cn.sihong.submission.views;

import org.jspecify.annotations.NullMarked;
