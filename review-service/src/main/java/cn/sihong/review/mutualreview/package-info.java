/**
 * The one round in which schools judge each other (互查互评, R46), exactly one per programme.
 *
 * <pre>PREPARED → COMMITTED → DRAWN → INSPECTED → RELEASED → CLOSED</pre>
 *
 * <p>Committing publishes the hash of who takes part under which rules, who must not meet, and
 * where the seed will come from. Two witnesses enter the seed; the draw is checked by a verifier of
 * its own before it is kept, and discipline inspects it. Until something is scored, discipline can
 * undo the run: PREPARED again. Releasing hands out the score sheets; the replacement desk mends
 * the draw where somebody drops out; closing needs all sheets locked and all wide gaps answered,
 * and announces what each application got.
 */
@NullMarked
package cn.sihong.review.mutualreview;

import org.jspecify.annotations.NullMarked;
