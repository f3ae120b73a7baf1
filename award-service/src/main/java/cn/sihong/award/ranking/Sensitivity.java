package cn.sihong.award.ranking;

import cn.sihong.award.register.Candidate;
import cn.sihong.award.register.Programme.Weights;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who would end otherwise if the weights were a little different: five points taken from one part
 * and given to another, for each pair of parts that count. The gates stay those that were declared.
 *
 * @param variations how many other weights were tried
 * @param changes by application, in the order of the ranking
 */
public record Sensitivity(int variations, Map<UUID, List<Swing>> changes) {

    /** In whole per cent. */
    public static final int SHIFT = 5;

    /** What five points from one part to another would make of somebody. */
    public record Swing(Part from, Part to, Outcome outcome) {}

    public static Sensitivity of(ResultPackage result) {
        var rules = result.rules();
        var ranked = ranked(result);
        var declared = Ranking.of(rules, ranked);
        var changes = new LinkedHashMap<UUID, List<Swing>>();
        int variations = 0;
        for (var from : rules.parts())
            for (var to : rules.parts()) {
                if (from == to) continue;
                variations++;
                var after = Ranking.of(rules.weighing(shifted(rules.weights(), from, to)), ranked);
                for (var change : Experiment.changes(declared, after))
                    changes.computeIfAbsent(change.applicationId(), id -> new ArrayList<>())
                            .add(new Swing(from, to, change.after().outcome()));
            }
        return new Sensitivity(variations, changes);
    }

    /** Who passed the gates under the rules that were declared. */
    private static List<Candidate> ranked(ResultPackage result) {
        var passed =
                result.output().stream()
                        .filter(standing -> standing.outcome() != Outcome.GATED_OUT)
                        .map(Standing::applicationId)
                        .collect(Collectors.toSet());
        return result.scores().stream()
                .filter(candidate -> passed.contains(candidate.applicationId()))
                .toList();
    }

    /** A part that weighs less than the shift gives all it has. */
    public static Weights shifted(Weights weights, Part from, Part to) {
        var shares = new EnumMap<Part, Integer>(Part.class);
        for (var part : Part.values()) shares.put(part, part.share(weights));
        int shift = Math.min(SHIFT, from.share(weights));
        shares.merge(from, -shift, Integer::sum);
        shares.merge(to, shift, Integer::sum);
        return new Weights(
                shares.getOrDefault(Part.MUTUAL_REVIEW, 0),
                shares.getOrDefault(Part.APPRAISAL, 0),
                shares.getOrDefault(Part.ACCEPTANCE, 0),
                shares.getOrDefault(Part.SUPERVISION, 0));
    }
}
