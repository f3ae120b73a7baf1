/**
 * How a service says no: an RFC 9457 problem with a stable code, a Chinese sentence that says what
 * to do, and the fields at fault. HTTP is decided here, once; a feature only names the fact.
 */
@NullMarked
package cn.sihong.platform.problem;

import org.jspecify.annotations.NullMarked;
