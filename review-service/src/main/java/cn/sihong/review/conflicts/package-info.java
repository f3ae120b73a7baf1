/**
 * Who must not judge whom (回避, research.md §4): schools one of whose people works or has worked at
 * the other within three years, as the seats tell, and what people declare of themselves. A pair
 * keeps apart in both directions. Only discipline can waive a conflict, with a reason, and whatever
 * becomes known afterwards counts again; that nobody judges their own unit cannot be waived.
 */
@NullMarked
package cn.sihong.review.conflicts;

import org.jspecify.annotations.NullMarked;
