/**
 * From scores to a result nobody can quarrel with. {@code register} hears what the other services
 * say; {@code selection} ranks; {@code deliberation} votes; {@code notices} tells the public;
 * {@code honours} commends and certifies; {@code tasks} says what waits.
 */
@NullMarked
package cn.sihong.award;

import org.jspecify.annotations.NullMarked;
