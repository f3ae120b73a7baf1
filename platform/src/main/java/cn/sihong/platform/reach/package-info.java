/**
 * How far the eyes of the current transaction reach. PostgreSQL's row security is the second fence
 * behind the lifecycles: each transaction begins by telling the database which organisations it
 * acts for, and policies compare that with the row. A transaction that tells nothing sees nothing.
 *
 * <p>A policy reads: {@code using (reaches_all() or school_id = any (reached()) or unit_id = any
 * (reached()))}.
 */
@NullMarked
package cn.sihong.platform.reach;

import org.jspecify.annotations.NullMarked;
