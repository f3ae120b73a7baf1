/**
 * Acceptance on site (现场考核验收, R52–R57): one visit to each school of a programme.
 *
 * <pre>SCHEDULED → ON_SITE → SIGNED → LOCKED</pre>
 *
 * <p>What inspectors find stands in records that are only added ({@link
 * cn.sihong.review.inspections.Fieldbook}), so that they may work without a network and hand over
 * later, in any order and twice. Each inspector locks their own scores before they see the others';
 * signing needs all four methods (查阅资料、实地考察、走访座谈、群众测评; invariant 6) and the locked scores of all
 * who came. The inspector who signed locks the visit; what was signed never changes. Nobody
 * inspects a school they belong to, have screened or worked at in the last three years, or are tied
 * to by their own word (invariant 2), and only who was named for a visit records it.
 */
@NullMarked
package cn.sihong.review.inspections;

import org.jspecify.annotations.NullMarked;
