package cn.sihong.award.selection;

import cn.sihong.award.ranking.Cap;
import cn.sihong.award.ranking.Gate;
import cn.sihong.award.ranking.Outcome;
import cn.sihong.award.ranking.Part;
import cn.sihong.award.ranking.Rules;
import cn.sihong.award.ranking.Standing;
import cn.sihong.award.register.Candidate;
import cn.sihong.award.register.Work;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A selection in numbers, for charts and reports.
 *
 * @param categories in the order of the programme
 * @param units by the unit that screened
 */
record SelectionStatistics(List<Category> categories, List<Unit> units) {

    /**
     * @param gates how many were stopped by each gate; one may be stopped by several
     * @param passedOver how many a limit passed over, by limit
     * @param empty places that nobody got
     */
    record Category(
            String category,
            String name,
            int quota,
            int candidates,
            int ranked,
            int selected,
            int reserve,
            int tied,
            int empty,
            Map<Gate, Long> gates,
            Map<Cap, Long> passedOver,
            Map<Part, Spread> scores) {}

    /** How scores are spread, in thousandths of a point. */
    record Spread(
            int heard,
            long lowest,
            long lowerQuartile,
            long median,
            long upperQuartile,
            long highest) {

        static @Nullable Spread of(long[] points) {
            if (points.length == 0) return null;
            var sorted = points.clone();
            Arrays.sort(sorted);
            int last = sorted.length - 1;
            return new Spread(
                    sorted.length,
                    sorted[0],
                    sorted[last / 4],
                    sorted[last / 2],
                    sorted[(int) (last * 3L / 4)],
                    sorted[last]);
        }
    }

    record Unit(UUID unitId, int schools, int candidates, int selected) {}

    static SelectionStatistics of(SelectionDetail detail) {
        return new SelectionStatistics(
                detail.rules().quotas().stream().map(quota -> category(quota, detail)).toList(),
                units(detail));
    }

    private static Category category(Rules.Quota quota, SelectionDetail detail) {
        var standings =
                detail.standings().stream()
                        .filter(one -> one.category().equals(quota.category()))
                        .toList();
        int selected = count(standings, Outcome.SELECTED);
        int tied = count(standings, Outcome.TIED) + count(standings, Outcome.PENDING);
        return new Category(
                quota.category(),
                CategoryName.of(detail.programme(), quota.category()),
                quota.places(),
                standings.size(),
                standings.size() - count(standings, Outcome.GATED_OUT),
                selected,
                count(standings, Outcome.RESERVE),
                tied,
                Math.max(0, quota.places() - selected - tied),
                counted(standings.stream().flatMap(one -> one.gates().stream()), Gate.class),
                counted(standings.stream().map(Standing::cap).filter(Objects::nonNull), Cap.class),
                spreads(standings, detail));
    }

    private static int count(List<Standing> standings, Outcome outcome) {
        return (int) standings.stream().filter(one -> one.outcome() == outcome).count();
    }

    private static <E extends Enum<E>> Map<E, Long> counted(
            Stream<? extends E> found, Class<E> type) {
        return found.collect(
                Collectors.groupingBy(
                        one -> one, () -> new EnumMap<>(type), Collectors.counting()));
    }

    private static Map<Part, Spread> spreads(List<Standing> standings, SelectionDetail detail) {
        var spreads = new EnumMap<Part, Spread>(Part.class);
        for (var part : detail.rules().parts()) {
            var spread =
                    Spread.of(
                            standings.stream()
                                    .map(one -> detail.scores().get(one.applicationId()))
                                    .map(candidate -> given(part, candidate))
                                    .filter(Objects::nonNull)
                                    .mapToLong(Long::longValue)
                                    .toArray());
            if (spread != null) spreads.put(part, spread);
        }
        return spreads;
    }

    private static @Nullable Long given(Part part, @Nullable Candidate candidate) {
        return candidate == null ? null : part.given(candidate);
    }

    private static List<Unit> units(SelectionDetail detail) {
        var byUnit = new TreeMap<UUID, List<Standing>>();
        for (var standing : detail.standings()) {
            var work = detail.works().get(standing.applicationId());
            if (work == null || Candidate.FURTHER.contains(standing.category())) continue;
            byUnit.computeIfAbsent(work.unitId(), unit -> new ArrayList<>()).add(standing);
        }
        return byUnit.entrySet().stream()
                .map(unit ->
                        new Unit(
                                unit.getKey(),
                                schools(unit.getValue(), detail.works()),
                                unit.getValue().size(),
                                count(unit.getValue(), Outcome.SELECTED)))
                .toList();
    }

    private static int schools(List<Standing> standings, Map<UUID, Work> works) {
        return (int)
                standings.stream()
                        .map(one -> works.get(one.applicationId()))
                        .filter(Objects::nonNull)
                        .map(Work::schoolId)
                        .distinct()
                        .count();
    }
}
