/**
 * Findings and their rectification (问题、整改、销号, R36, R48): what supervision, mutual review, appraisal
 * or acceptance found wrong at a school, and how it was put right.
 *
 * <pre>
 *            answer              verify               close              close
 *   Open ───────────▶ Answered ─────────▶ Verified ─────────▶ Closing ─────────▶ Closed
 *                      ▲   │                 │      one person    │   another one    │
 *               answer │   │ reopen          │ reopen             │ reopen           │ reopen
 *                      │   ▼                 ▼                    ▼                  ▼
 *                     Reopened ◀─────────────┴────────────────────┴──────────────────┘
 * </pre>
 *
 * <p>The school's secretary answers (R32), whoever found it verifies, two people of the bureau
 * close. Every move is kept as a step, so nothing said before is lost when a finding is opened
 * again. A sample of what was closed is drawn for a second look (回头看) from a seed that was
 * announced, and {@code Assessment} is what all this says for the composite score.
 *
 * <p>Whoever found it is never named to anybody: a reviewer of the mutual review stays unknown.
 */
@NullMarked
package cn.sihong.review.findings;

import org.jspecify.annotations.NullMarked;
