/**
 * Lists in pieces. A page goes on behind its last row (keyset), so that the first page of half a
 * million rows costs what the first of fifty costs, and a row added meanwhile moves nothing.
 */
@NullMarked
package cn.sihong.platform.paging;

import org.jspecify.annotations.NullMarked;
