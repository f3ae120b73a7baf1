/**
 * The one round in which schools judge each other (互查互评, R46), exactly one per programme.
 *
 * <pre>PREPARED → COMMITTED → DRAWN → RELEASED → CLOSED</pre>
 *
 * <p>Committing publishes the hash of who takes part under which rules and says where the seed will
 * come from. Drawing takes the seed in front of two witnesses; the draw is checked by a verifier of
 * its own before it is kept. Releasing hands out the score sheets, closing needs all of them locked
 * and announces what each application got.
 */
@NullMarked
package cn.sihong.review.mutualreview;

import org.jspecify.annotations.NullMarked;
