/**
 * Plans (校实施方案, R24–R28): how a school will build its brand, drafted and submitted by the school,
 * gated by its unit, reported together with the unit's others, and taken on file by the bureau.
 *
 * <pre>
 *            submit             pass              batch           file
 *   Draft ────────▶ Submitted ───────▶ GatePassed ──────▶ Batched ──────▶ Filed
 *                    │  ▲
 *           sendBack ▼  │ submit
 *                   Returned
 * </pre>
 *
 * <p>One plan a school and programme. A school cannot bypass its gate: only what passed is batched.
 */
@NullMarked
package cn.sihong.submission.plans;

import org.jspecify.annotations.NullMarked;
