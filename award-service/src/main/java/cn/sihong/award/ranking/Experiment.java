package cn.sihong.award.ranking;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What other rules would give, computed on a copy: nothing of it is kept, and nothing that is
 * frozen changes.
 *
 * @param rules those that were tried
 * @param changes for whom it would end otherwise
 */
public record Experiment(Rules rules, List<Standing> standings, List<Change> changes) {

    /** How it would end for one of them. */
    public record Change(Standing before, Standing after) {
        public UUID applicationId() {
            return before.applicationId();
        }
    }

    public static Experiment with(Rules others, ResultPackage result) {
        var after = Ranking.of(others, result.scores(), new HashSet<>(result.objected()), Map.of());
        return new Experiment(others, after, changes(result.output(), after));
    }

    /** Between two rankings of the same candidates, in the order of the first. */
    public static List<Change> changes(List<Standing> before, List<Standing> after) {
        var then =
                after.stream()
                        .collect(Collectors.toMap(Standing::applicationId, Function.identity()));
        return before.stream()
                .filter(one -> then.containsKey(one.applicationId()))
                .map(one -> new Change(one, Objects.requireNonNull(then.get(one.applicationId()))))
                .filter(change -> fate(change.before()) != fate(change.after()))
                .toList();
    }

    /** Whether one is taken, waits for a vote, or is not taken. */
    private static Outcome fate(Standing standing) {
        return switch (standing.outcome()) {
            case SELECTED -> Outcome.SELECTED;
            case TIED, PENDING -> Outcome.TIED;
            case RESERVE, GATED_OUT -> Outcome.RESERVE;
        };
    }
}
