/**
 * A made-up education bureau of any size: its street centres, direct units and schools, the people
 * in them, and the texts and photos they would hand in. The same town comes out each time.
 */
@NullMarked
package cn.sihong.scenarios.town;

import org.jspecify.annotations.NullMarked;
