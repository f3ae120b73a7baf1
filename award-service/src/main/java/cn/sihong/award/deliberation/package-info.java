/**
 * The vote of the Party group on a frozen ranking (会议研究, research.md §4): at least two thirds of
 * the members, adopted by more than half of all members, those concerned taking no part. It is
 * recorded with its agenda and minutes and with the hash of the package it was about, by a member
 * who did not freeze that package, and never changes.
 *
 * <p>Nobody outside is told until somebody who prepared nothing of it has looked through the list,
 * counted, and released all decisions at once. Afterwards the list changes by a new vote only.
 */
@NullMarked
package cn.sihong.award.deliberation;

import org.jspecify.annotations.NullMarked;
