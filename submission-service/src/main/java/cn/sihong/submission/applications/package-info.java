/**
 * Applications (申报, R42–R45): what a school puts forward in one of the four categories, and its
 * fate until it is honoured.
 *
 * <pre>
 *                 submit              recommend              batch          receive
 *   Draft ──────────────────▶ Submitted ──────▶ Recommended ──────▶ Batched ──────▶ Received ─┐
 *     │                        │  ▲  │                                 │             ▲  │ askCorrection
 *     │               sendBack │  │  └─────────▶ NotRecommended ◀──────┘      handIn │  ▼ (once)
 *     │                        ▼  │ submit  decline              strike          InCorrection
 *     │                      Returned                                                         │
 *     │                                          Honoured ◀── FormallyOk ◀── admit ───────────┤
 *     │                                                      NotAdmitted ◀── refuse ──────────┘
 *     │ withdraw               │
 *     └──────────▶ Withdrawn ◀─┴── Submitted, Recommended, NotRecommended
 * </pre>
 *
 * <p>The school's info officer and secretary write, the secretary signs and submits; the school's
 * unit (street centre or direct unit) screens; {@code batches} reports to the bureau, which checks
 * the form before anybody judges the matter ({@link
 * cn.sihong.submission.applications.FormalCheck}); {@code award-service} honours, which is heard as
 * an event. Each state is a type that has just the moves it allows; the table has the same rules as
 * constraints.
 *
 * <p>This package is the model room: CONTRIBUTING.md walks through it.
 */
@NullMarked
package cn.sihong.submission.applications;

import org.jspecify.annotations.NullMarked;
