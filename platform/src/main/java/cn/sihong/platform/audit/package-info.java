/**
 * Who did what, written in the transaction of the deed: no deed without its row, no row without its
 * deed. The service's database role can add and read rows, never change or delete them.
 */
@NullMarked
package cn.sihong.platform.audit;

import org.jspecify.annotations.NullMarked;
