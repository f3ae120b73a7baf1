/**
 * Ruling out (一票否决, research.md §3.4.2): few grounds, each on a legal basis, proposed with
 * evidence, decided by the Party group after the school was heard, and open to one appeal.
 *
 * <pre>
 * Proposed ──decide──▶ Imposed ──appeal──▶ Appealed ──review──▶ Upheld
 *     └──────────────▶ Dismissed                └─────────────▶ Lifted
 * </pre>
 *
 * <p>Whoever proposes does not decide, and whoever decided does not review. The grounds are those
 * of the programme's rubric; a paper that is missing is none (S62). The selection hears of it and
 * closes its gate.
 */
@NullMarked
package cn.sihong.review.vetoes;

import org.jspecify.annotations.NullMarked;
