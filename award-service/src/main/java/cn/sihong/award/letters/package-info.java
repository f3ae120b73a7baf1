/**
 * “为什么没有入选” (research.md §8-9): one letter for every applicant, winners too. It says which gates
 * were passed, the points with their band, the strongest and the weakest indicators, what reviewers
 * wrote, and how to appeal. It says nothing of anybody else: no rank, no cut-off, no name. Letters
 * are written in the transaction that releases the decisions, and not before.
 */
@NullMarked
package cn.sihong.award.letters;

import org.jspecify.annotations.NullMarked;
