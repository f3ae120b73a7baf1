package cn.sihong.award.selection;

import cn.sihong.award.register.Candidate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Gates first, then the composite within each category, then the announced chain (research.md
 * §3.4.3, §4). Pure: the same rules and scores give the same standings, in the same order, in
 * whatever order they come.
 */
final class Ranking {

    /** Raised with every change that could change a result; stands in each package. */
    static final String CODE = "sihong-ranking/1";

    private static final Comparator<Candidate> BY_NUMBER =
            Comparator.comparing(Candidate::number).thenComparing(Candidate::applicationId);

    private Ranking() {}

    /** By category in the order of the rules, then by rank; who was not ranked comes last. */
    static List<Standing> of(Rules rules, Collection<Candidate> candidates) {
        var byCategory =
                candidates.stream()
                        .sorted(BY_NUMBER)
                        .collect(Collectors.groupingBy(Candidate::category));
        var standings = new ArrayList<Standing>();
        for (var quota : rules.quotas()) {
            var all = byCategory.getOrDefault(quota.category(), List.of());
            standings.addAll(ranked(quota.places(), eligible(rules, all)));
            standings.addAll(gatedOut(rules, all.stream()));
        }
        standings.addAll(
                gatedOut(
                        rules,
                        candidates.stream()
                                .sorted(BY_NUMBER)
                                .filter(candidate -> !rules.knows(candidate.category()))));
        return List.copyOf(standings);
    }

    /**
     * A candidate who passed the gates.
     *
     * @param keys the composite and then the parts of the chain: what is compared, in this order
     */
    private record Scored(Candidate candidate, List<Long> keys) {

        static Scored of(Rules rules, Candidate candidate) {
            return new Scored(
                    candidate,
                    Stream.concat(
                                    Stream.of(composite(rules, candidate)),
                                    rules.tieBreak().stream()
                                            .map(part -> part.points(candidate).orElseThrow()))
                            .toList());
        }

        Standing at(int rank, Outcome outcome) {
            return new Standing(
                    candidate.applicationId(),
                    candidate.number(),
                    candidate.category(),
                    keys.getFirst(),
                    rank,
                    outcome,
                    List.of());
        }
    }

    private static long composite(Rules rules, Candidate candidate) {
        return rules.parts().stream()
                .mapToLong(part ->
                        Math.multiplyExact(
                                part.share(rules.weights()), part.points(candidate).orElseThrow()))
                .reduce(0, Math::addExact);
    }

    private static List<Scored> eligible(Rules rules, List<Candidate> all) {
        return all.stream()
                .filter(candidate -> gates(rules, candidate).isEmpty())
                .map(candidate -> Scored.of(rules, candidate))
                .sorted(Comparator.comparing(Scored::keys, Ranking::better))
                .toList();
    }

    private static int better(List<Long> one, List<Long> other) {
        for (int i = 0; i < one.size(); i++) {
            int order = Long.compare(other.get(i), one.get(i));
            if (order != 0) return order;
        }
        return 0;
    }

    /**
     * Walks from run to run of equals; a run is inside the quota, behind it, or across its edge.
     */
    private static List<Standing> ranked(int places, List<Scored> sorted) {
        var standings = new ArrayList<Standing>();
        for (int first = 0, next; first < sorted.size(); first = next) {
            next = endOfRun(sorted, first);
            var outcome = outcome(places, first, next);
            for (var scored : sorted.subList(first, next))
                standings.add(scored.at(first + 1, outcome));
        }
        return standings;
    }

    private static int endOfRun(List<Scored> sorted, int first) {
        int next = first + 1;
        while (next < sorted.size() && sorted.get(next).keys().equals(sorted.get(first).keys()))
            next++;
        return next;
    }

    private static Outcome outcome(int places, int first, int next) {
        if (next <= places) return Outcome.SELECTED;
        return first < places ? Outcome.TIED : Outcome.RESERVE;
    }

    private static List<Standing> gatedOut(Rules rules, Stream<Candidate> candidates) {
        return candidates
                .map(candidate ->
                        new Standing(
                                candidate.applicationId(),
                                candidate.number(),
                                candidate.category(),
                                null,
                                null,
                                Outcome.GATED_OUT,
                                gates(rules, candidate)))
                .filter(standing -> !standing.gates().isEmpty())
                .toList();
    }

    /** Every gate that was not passed, so that its applicant is told all of them at once. */
    private static List<Gate> gates(Rules rules, Candidate candidate) {
        var gates = new ArrayList<Gate>();
        if (!rules.knows(candidate.category())) gates.add(Gate.NO_SUCH_CATEGORY);
        var school = candidate.schoolAcceptance();
        if (school == null) gates.add(Gate.SCHOOL_NOT_ACCEPTED);
        else if (school < rules.minimumAcceptance()) gates.add(Gate.SCHOOL_BELOW_MINIMUM);
        for (var part : rules.parts())
            if (part.points(candidate).isEmpty()) gates.add(Gate.missing(part));
        return gates;
    }
}
