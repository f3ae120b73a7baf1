package cn.sihong.award.ranking;

import cn.sihong.award.register.Candidate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Gates first, then the composite within each category, then the announced chain (research.md
 * §3.4.3, §4), then the limits. Pure: the same rules and scores give the same standings, in the
 * same order, in whatever order they come.
 */
final class Ranking {

    /** Raised with every change that could change a result; stands in each package. */
    static final String CODE = "sihong-ranking/2";

    static final Comparator<Candidate> BY_NUMBER =
            Comparator.comparing(Candidate::number).thenComparing(Candidate::applicationId);

    private Ranking() {}

    /** Without any objection or vote. */
    static List<Standing> of(Rules rules, Collection<Candidate> candidates) {
        return of(rules, candidates, Set.of(), Map.of());
    }

    /**
     * By category in the order of the rules, then by rank; who was not ranked comes last.
     *
     * @param objected applications with an objection that nobody has decided
     * @param orders how a recorded vote ordered those who stood equal, by category
     */
    static List<Standing> of(
            Rules rules,
            Collection<Candidate> candidates,
            Set<UUID> objected,
            Map<String, List<UUID>> orders) {
        var gates = Gates.of(rules, objected);
        var byCategory = candidates.stream().collect(Collectors.groupingBy(Candidate::category));
        var standings = new ArrayList<Standing>(candidates.size());
        for (var quota : rules.quotas()) {
            var all = byCategory.getOrDefault(quota.category(), List.of());
            var open = all.stream().filter(one -> gates.closedTo(one).isEmpty()).toList();
            standings.addAll(
                    Places.fill(
                            quota.places(),
                            rules.limits(),
                            sorted(rules, open),
                            orders.getOrDefault(quota.category(), List.of())));
            if (open.size() < all.size()) standings.addAll(gatedOut(gates, all));
        }
        standings.addAll(
                gatedOut(
                        gates,
                        candidates.stream().filter(one -> !rules.knows(one.category())).toList()));
        return Collections.unmodifiableList(standings);
    }

    private static List<Scored> sorted(Rules rules, List<Candidate> open) {
        var parts = rules.parts();
        var chain =
                rules.tieBreak().stream()
                        .filter(key -> open.stream().allMatch(one -> key.points(one) != null))
                        .toList();
        var scored = new Scored[open.size()];
        for (int i = 0; i < scored.length; i++)
            scored[i] = Scored.of(rules, parts, chain, open.get(i));
        Arrays.parallelSort(scored, Scored.BETTER_FIRST); // no two are equal, so the order is one
        return Arrays.asList(scored);
    }

    private static List<Standing> gatedOut(Gates gates, List<Candidate> all) {
        return all.stream()
                .sorted(BY_NUMBER)
                .map(candidate ->
                        new Standing(
                                candidate.applicationId(),
                                candidate.number(),
                                candidate.category(),
                                null,
                                null,
                                Outcome.GATED_OUT,
                                null,
                                false,
                                gates.closedTo(candidate)))
                .filter(standing -> !standing.gates().isEmpty())
                .toList();
    }
}
