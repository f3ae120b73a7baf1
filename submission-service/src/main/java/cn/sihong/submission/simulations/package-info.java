/**
 * What the rules of a programme would do, on made-up data, before anybody is judged by them: places
 * left empty, ties at the edge, shares of kindergartens. The same question gets the same answer.
 */
@NullMarked
package cn.sihong.submission.simulations;

import org.jspecify.annotations.NullMarked;
