/**
 * People at their browsers: how they sign in, what each of them does in a programme, and what they
 * are told when something is refused.
 */
@NullMarked
package cn.sihong.scenarios.people;

import org.jspecify.annotations.NullMarked;
