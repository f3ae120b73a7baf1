/**
 * The calculation behind a selection: gates, composite, announced chain, limits, and the package
 * (算分包) from which anybody can compute it again. Pure: nothing here knows a database, a clock or a
 * person.
 */
@NullMarked
package cn.sihong.award.ranking;

import org.jspecify.annotations.NullMarked;
