/**
 * What others say of schools: the mutual review (互查互评), the acceptance on site (验收) and the special
 * ledger (专项台账) that keeps what every service announced.
 */
@NullMarked
package cn.sihong.review;

import org.jspecify.annotations.NullMarked;
