/**
 * Plans (校实施方案, R24–R28): how a school will build its brand, drafted and submitted by the school,
 * gated by its unit, reported together with the unit's others, and taken on file by the bureau.
 *
 * <pre>
 *            submit             pass              batch           file
 *   Draft ────────▶ Submitted ───────▶ GatePassed ──────▶ Batched ──────▶ Filed
 *                    │  ▲                               │
 *           sendBack ▼  │ submit                        │
 *                   Returned ◀──────────────────────────┘
 *                                        sendBack
 * </pre>
 *
 * <p>What was submitted is kept as an edition, so that everybody can read what became different. A
 * plan that reads much like another's is pointed out to its school and to nobody else.
 *
 * <p>One plan a school and programme. A school cannot bypass its gate: only what passed is batched.
 */
@NullMarked
package cn.sihong.submission.plans;

import org.jspecify.annotations.NullMarked;
