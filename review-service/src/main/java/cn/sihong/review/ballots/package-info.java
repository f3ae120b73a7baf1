/**
 * Secret ballots (评议, invariants 14 and 15). A member of the electorate proves to the issuing desk
 * who they are and gets a token signed blindly; with the token, and without proving anything, the
 * ballot goes into the box.
 *
 * <pre>
 *   roll or printed code ──▶ IssuingDesk ──signs blindly──▶ (browser) ──token + marks──▶ BallotBox
 *        knows who                                                        knows what
 * </pre>
 *
 * <p>The desk has the private key and never sees a token; the box has the public key and never sees
 * a person. A ballot is counted and not kept: what lies in the box is, for each subject, how often
 * each mark was given, and one receipt for each ballot. Nothing of either is written to audit,
 * events, logs or traces. {@code appraisals} opens and closes boxes.
 */
@NullMarked
package cn.sihong.review.ballots;

import org.jspecify.annotations.NullMarked;
