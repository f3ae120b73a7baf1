/**
 * What one school says of another (互评打分表): two sheets for each pair of the draw, made when the
 * round is released: one for what is seen on the spot, one for texts that are read blind.
 *
 * <pre>OPEN → LOCKED → CORRECTED, and another OPEN in its place</pre>
 *
 * <p>Whoever holds a peer reviewer's seat at the reviewing school may fill it while the window is
 * open. Locking needs a score for each criterion of each application that the bureau holds of the
 * judged school at that moment; a locked sheet never changes: where it holds a slip, discipline
 * lets its school fill another, and both are kept. A school without applications is judged all the
 * same (R46 is about schools): its sheet asks for a comment and has nothing to score.
 *
 * <p>A school sees its own sheets only, and row security sees to it. What it says of another is
 * never told to that one together with its name.
 */
@NullMarked
package cn.sihong.review.scoresheets;

import org.jspecify.annotations.NullMarked;
