/**
 * Who judges whom (互查互评抽签, design.md §6). Pure: no clock, no database, no chance but the seed.
 *
 * <p>The {@link cn.sihong.review.draw.DrawList} with its rules is published as a hash before the
 * seed is known; the {@link cn.sihong.review.draw.Draw} follows from the list and the seed alone,
 * so that anybody can make it again; the {@link cn.sihong.review.draw.DrawVerifier} shares no code
 * with it and reads nothing but the published text.
 */
@NullMarked
package cn.sihong.review.draw;

import org.jspecify.annotations.NullMarked;
