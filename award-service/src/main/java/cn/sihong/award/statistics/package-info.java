/**
 * What the bureau reads of a programme in numbers: who took part level by level, how scores lie by
 * indicator, what was found and put right, how many voted. Only what events carry; no ranking of
 * schools, no usage, nobody's name (research.md §6). A missing number is shown as missing.
 */
@NullMarked
package cn.sihong.award.statistics;

import org.jspecify.annotations.NullMarked;
