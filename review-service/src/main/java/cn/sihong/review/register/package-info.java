/**
 * What submission-service has said, in the words of reviewing: programmes and their windows, the
 * organisation tree, who holds which seat, which applications the bureau received. Read-only copies
 * fed by events; each row keeps the version it was told at and only a newer one replaces it, so
 * that events may come twice and in any order.
 *
 * <p>The rank that a unit gave an application is not kept: nobody who judges may see it.
 */
@NullMarked
package cn.sihong.review.register;

import org.jspecify.annotations.NullMarked;
