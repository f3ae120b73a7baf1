/**
 * Who may call what, as one readable table in each service. What no row allows is refused. The rows
 * say roles only; whose record it is, the lifecycle decides, and row security decides again.
 */
@NullMarked
package cn.sihong.platform.access;

import org.jspecify.annotations.NullMarked;
