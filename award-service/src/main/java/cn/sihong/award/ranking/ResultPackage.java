package cn.sihong.award.ranking;

import cn.sihong.award.register.Candidate;
import cn.sihong.award.register.Checkpoint;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Everything needed to compute a ranking again (算分包, research.md §8). Numbers and ids only: no
 * name, no title.
 *
 * @param code which version of the calculation made the output
 * @param ledger where the special ledger ended when it was computed; absent where it was never
 *     heard of
 * @param scores by number
 * @param objected applications with an objection that nobody had decided
 */
public record ResultPackage(
        String code,
        UUID selectionId,
        UUID programmeId,
        @Nullable Checkpoint ledger,
        Rules rules,
        List<Candidate> scores,
        List<UUID> objected,
        List<Standing> output) {

    public ResultPackage {
        scores = scores.stream().sorted(Ranking.BY_NUMBER).toList();
        objected = objected.stream().sorted().toList();
        output = List.copyOf(output);
    }

    public static ResultPackage compute(
            UUID selection,
            UUID programme,
            @Nullable Checkpoint ledger,
            Rules rules,
            List<Candidate> candidates,
            List<UUID> objected) {
        return new ResultPackage(
                Ranking.CODE,
                selection,
                programme,
                ledger,
                rules,
                candidates,
                objected,
                Ranking.of(rules, candidates, new HashSet<>(objected), Map.of()));
    }

    /** The same from its own rules and scores, whatever output it carries. */
    public ResultPackage computedAgain() {
        return compute(selectionId, programmeId, ledger, rules, scores, objected);
    }

    /** The standings once a recorded vote ordered those who stood equal. */
    public List<Standing> settled(Map<String, List<UUID>> orders) {
        return orders.isEmpty()
                ? output
                : Ranking.of(rules, scores, new HashSet<>(objected), orders);
    }

    public long count(Outcome outcome) {
        return output.stream().filter(standing -> standing.outcome() == outcome).count();
    }
}
