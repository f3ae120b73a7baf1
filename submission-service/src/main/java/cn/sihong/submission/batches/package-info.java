/**
 * Batches (统一报送, R45): what a street centre or a direct unit reports to the bureau in one piece,
 * once a programme: all it recommends, ranked, and the reasons of schools that stay below the
 * minimum (R44).
 *
 * <pre>
 *   Submitted ──────────receive──────────▶ Received     a street centre's
 *   Submitted ──check──▶ SecondChecked ──receive──▶ Received     a direct unit's (G9)
 * </pre>
 *
 * <p>There is no draft of a batch: until it is submitted it is just what the screening says, which
 * {@link cn.sihong.submission.batches.Preview} shows at any time.
 */
@NullMarked
package cn.sihong.submission.batches;

import org.jspecify.annotations.NullMarked;
