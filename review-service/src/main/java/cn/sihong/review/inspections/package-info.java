/**
 * Acceptance on site (现场考核验收, R52–R57): one visit to each school of a programme.
 *
 * <pre>SCHEDULED → ON_SITE → SIGNED → LOCKED</pre>
 *
 * <p>Signing needs all four methods (查阅资料、实地考察、走访座谈、群众测评; invariant 6), points for the school and
 * for each application that the bureau holds of it. The inspector who signed locks; what was signed
 * never changes. Nobody inspects a school they belong to or have screened (invariant 2), and only
 * who was named for a visit records it.
 */
@NullMarked
package cn.sihong.review.inspections;

import org.jspecify.annotations.NullMarked;
