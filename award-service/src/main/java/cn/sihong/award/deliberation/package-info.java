/**
 * The vote of the Party group on a frozen ranking (会议研究, research.md §4): at least two thirds of
 * the members present, adopted by more than half of all members. It is recorded with the hash of
 * the package it was about, by a member who did not freeze that package, and never changes.
 */
@NullMarked
package cn.sihong.award.deliberation;

import org.jspecify.annotations.NullMarked;
