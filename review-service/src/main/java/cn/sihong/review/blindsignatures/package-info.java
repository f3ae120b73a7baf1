/**
 * RSA blind signatures (RFC 9474, {@code RSABSSA-SHA384-PSS-Randomized}): somebody signs what they
 * cannot see, and the signature that comes out of it cannot be told from any other. Whoever signed
 * for a member of the electorate does not know which ballot the member casts.
 *
 * <p>Encoding, blinding and verification are Bouncy Castle's; here is only what the RFC composes of
 * them. The voter's half is here too, for tests and for whoever wants to check; in a browser it is
 * {@code @cloudflare/blindrsa-ts}.
 */
@NullMarked
package cn.sihong.review.blindsignatures;

import org.jspecify.annotations.NullMarked;
