package cn.sihong.award.selection;

import cn.sihong.award.register.Programme;
import cn.sihong.award.register.Programme.Weights;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What decides a ranking; declared with the programme, before the first score.
 *
 * @param quotas honours at most, per category in the order of the programme (R59); places may stay
 *     empty
 * @param minimumAcceptance what a school needs on site to pass the gate, in thousandths of a point
 * @param tieBreak which parts are compared, one after the other, where composites are equal; what
 *     they leave equal at the edge of a quota only a recorded vote decides, never an id or a time
 */
record Rules(Weights weights, List<Quota> quotas, long minimumAcceptance, List<Part> tieBreak) {

    /** Research.md §3.4.3: 60 points. */
    static final long MINIMUM_ACCEPTANCE = 60_000;

    Rules {
        quotas = List.copyOf(quotas);
        tieBreak = List.copyOf(tieBreak);
    }

    record Quota(String category, int places) {}

    /** The rules of a programme. A part without weight has no say in a tie either. */
    static Rules of(Programme programme) {
        return new Rules(
                programme.weights(),
                programme.categories().stream()
                        .map(category -> new Quota(category.code(), category.quota()))
                        .toList(),
                MINIMUM_ACCEPTANCE,
                Stream.of(Part.ACCEPTANCE, Part.MUTUAL_REVIEW)
                        .filter(part -> part.share(programme.weights()) > 0)
                        .toList());
    }

    /** The parts that count. */
    List<Part> parts() {
        return Arrays.stream(Part.values()).filter(part -> part.share(weights) > 0).toList();
    }

    boolean knows(String category) {
        return quotas.stream().anyMatch(quota -> quota.category().equals(category));
    }
}
