package cn.sihong.award.ranking;

import cn.sihong.award.register.Candidate;
import cn.sihong.award.register.Declaration.Limits;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Gives the places of one category away, best first, within its limits. Equals are taken together
 * or not at all: where only some of them fit, nothing but a recorded vote chooses.
 */
final class Places {

    private final Limits limits;
    private final Map<UUID, Integer> bySchool = new HashMap<>();
    private int free;
    private int heads;
    private int forKindergartens;
    private boolean undecided;

    private Places(Limits limits, int free, int heads, int forKindergartens) {
        this.limits = limits;
        this.free = free;
        this.heads = heads;
        this.forKindergartens = forKindergartens;
    }

    /**
     * @param sorted the better first
     * @param order how a vote ordered those who stood equal
     */
    static List<Standing> fill(int places, Limits limits, List<Scored> sorted, List<UUID> order) {
        int heads = headsAmong(places, limits);
        int kindergartens = heldForKindergartens(places, limits, sorted);
        while (true) {
            var walk = new Places(limits, places, heads, kindergartens);
            var standings = walk.give(sorted, positions(order));
            if (walk.undecided) return standings;
            if (walk.forKindergartens > 0 && walk.free > 0) {
                // nobody is left for whom these places could be held
                kindergartens -= walk.forKindergartens;
                continue;
            }
            int fewer = headsAmong(places - walk.free, limits);
            if (fewer < heads && walk.headsTaken(heads) > fewer) {
                // a share of those honoured, not of the places: some stayed empty
                heads = fewer;
                continue;
            }
            return standings;
        }
    }

    private static int headsAmong(int honoured, Limits limits) {
        return limits.headsPercent() == null
                ? Integer.MAX_VALUE
                : (int) ((long) honoured * limits.headsPercent() / 100);
    }

    private static int heldForKindergartens(int places, Limits limits, List<Scored> sorted) {
        if (limits.kindergartens() == null) return 0;
        long standing = sorted.stream().filter(one -> one.candidate().kindergarten()).count();
        return (int) Math.min(Math.min(limits.kindergartens(), places), standing);
    }

    private static Map<UUID, Integer> positions(List<UUID> order) {
        var positions = new HashMap<UUID, Integer>();
        for (var id : order) positions.put(id, positions.size());
        return positions;
    }

    /** Walks from run to run of equals. */
    private List<Standing> give(List<Scored> sorted, Map<UUID, Integer> order) {
        var standings = new ArrayList<Standing>(sorted.size());
        for (int first = 0, next; first < sorted.size(); first = next) {
            next = endOfRun(sorted, first);
            give(sorted.subList(first, next), first + 1, order, standings);
        }
        return standings;
    }

    private static int endOfRun(List<Scored> sorted, int first) {
        int next = first + 1;
        while (next < sorted.size() && sorted.get(next).isLevelWith(sorted.get(first))) next++;
        return next;
    }

    private void give(
            List<Scored> run, int rank, Map<UUID, Integer> order, List<Standing> standings) {
        if (undecided || free == 0) {
            var outcome = undecided ? Outcome.PENDING : Outcome.RESERVE;
            for (var one : run) standings.add(one.at(rank, outcome, null, false));
            return;
        }
        var open = new ArrayList<Scored>(run.size());
        var barred = new ArrayList<Standing>(0);
        for (var one : run) {
            var cap = bar(one.candidate());
            if (cap == null) open.add(one);
            else barred.add(one.at(rank, Outcome.RESERVE, cap, false));
        }
        if (fit(open)) {
            for (var one : open) standings.add(take(one, rank, false));
        } else if (open.stream().allMatch(one -> order.containsKey(id(one)))) {
            giveInOrder(open, rank, order, standings);
        } else {
            for (var one : open) standings.add(one.at(rank, Outcome.TIED, null, false));
            if (onlyPlacesAreShort(open)) free = 0;
            else undecided = true;
        }
        standings.addAll(barred);
    }

    private void giveInOrder(
            List<Scored> open, int rank, Map<UUID, Integer> order, List<Standing> standings) {
        var ordered = new ArrayList<>(open);
        ordered.sort(Comparator.comparing(one -> order.get(id(one))));
        for (int i = 0; i < ordered.size(); i++) {
            var one = ordered.get(i);
            var cap = free == 0 ? null : bar(one.candidate());
            standings.add(
                    free == 0 || cap != null
                            ? one.at(rank + i, Outcome.RESERVE, cap, true)
                            : take(one, rank + i, true));
        }
    }

    /** Which limit stands in the way of this one, places being free. */
    private @Nullable Cap bar(Candidate candidate) {
        if (limits.perSchool() != null
                && bySchool.getOrDefault(candidate.schoolId(), 0) >= limits.perSchool())
            return Cap.PER_SCHOOL;
        if (candidate.head() && heads <= 0) return Cap.HEADS;
        if (!candidate.kindergarten() && free <= forKindergartens) return Cap.KINDERGARTENS;
        return null;
    }

    private Standing take(Scored one, int rank, boolean voted) {
        take(one.candidate());
        return one.at(rank, Outcome.SELECTED, null, voted);
    }

    private void take(Candidate candidate) {
        free--;
        if (limits.perSchool() != null) bySchool.merge(candidate.schoolId(), 1, Integer::sum);
        if (candidate.head()) heads--;
        if (candidate.kindergarten() && forKindergartens > 0) forKindergartens--;
    }

    private int headsTaken(int allowed) {
        return allowed - heads;
    }

    /** Whether all of them can be taken. */
    private boolean fit(List<Scored> open) {
        if (open.size() > free) return false;
        if (open.size() <= 1 || limits.equals(Limits.NONE)) return true;
        return fitInto(copy(free, forKindergartens, open), open);
    }

    /** Whether a tie decides nothing but who of them gets the last places. */
    private boolean onlyPlacesAreShort(List<Scored> open) {
        return limits.equals(Limits.NONE)
                || (forKindergartens == 0 && fitInto(copy(open.size(), 0, open), open));
    }

    /** For trying these out; of other schools it knows nothing. */
    private Places copy(int freeThen, int forKindergartensThen, List<Scored> open) {
        var copy = new Places(limits, freeThen, heads, forKindergartensThen);
        for (var one : open) {
            var taken = bySchool.get(one.candidate().schoolId());
            if (taken != null) copy.bySchool.put(one.candidate().schoolId(), taken);
        }
        return copy;
    }

    private static boolean fitInto(Places places, List<Scored> open) {
        // kindergartens first: they use up what is held for them
        for (var kindergartens : List.of(true, false))
            for (var one : open) {
                if (one.candidate().kindergarten() != kindergartens) continue;
                if (places.free == 0 || places.bar(one.candidate()) != null) return false;
                places.take(one.candidate());
            }
        return true;
    }

    private static UUID id(Scored one) {
        return one.candidate().applicationId();
    }
}
