/**
 * What was decided is given (表彰, research.md §3.8): a commendation with its document number turns
 * the proposed list into honours, each with a certificate of a unique number, a verify code and
 * three years of validity. The certificate is drawn, not filled into a form: no Party emblem, no
 * imitation of a seal, and a visible mark on the samples of a demonstration programme. Anybody who
 * holds number and code can check a certificate; nobody can find one by guessing.
 *
 * <pre>
 * GRANTED ──its certificate is numbered──▶ VALID ──its day comes──▶ expired
 * </pre>
 */
@NullMarked
package cn.sihong.award.honours;

import org.jspecify.annotations.NullMarked;
