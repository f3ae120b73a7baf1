package cn.sihong.award.selection;

import cn.sihong.award.register.Candidate;
import cn.sihong.award.register.Programme;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * Everything needed to compute a ranking again (算分包, research.md §8). Numbers and ids only: no
 * name, no title.
 *
 * @param code which version of the calculation made the output
 * @param scores by number
 */
record ResultPackage(
        String code,
        UUID selectionId,
        UUID programmeId,
        Rules rules,
        List<Candidate> scores,
        List<Standing> output) {

    private static final Comparator<Candidate> BY_NUMBER =
            Comparator.comparing(Candidate::number).thenComparing(Candidate::applicationId);

    ResultPackage {
        scores = scores.stream().sorted(BY_NUMBER).toList();
        output = List.copyOf(output);
    }

    static ResultPackage compute(UUID selection, Programme programme, List<Candidate> candidates) {
        return compute(selection, programme.id(), Rules.of(programme), candidates);
    }

    private static ResultPackage compute(
            UUID selection, UUID programme, Rules rules, List<Candidate> candidates) {
        return new ResultPackage(
                Ranking.CODE,
                selection,
                programme,
                rules,
                candidates,
                Ranking.of(rules, candidates));
    }

    /** The same from its own rules and scores, whatever output it carries. */
    ResultPackage computedAgain() {
        return compute(selectionId, programmeId, rules, scores);
    }

    long count(Outcome outcome) {
        return output.stream().filter(standing -> standing.outcome() == outcome).count();
    }
}
