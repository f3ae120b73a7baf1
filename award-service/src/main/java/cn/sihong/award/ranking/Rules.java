package cn.sihong.award.ranking;

import cn.sihong.award.register.Candidate;
import cn.sihong.award.register.Declaration;
import cn.sihong.award.register.Declaration.Limits;
import cn.sihong.award.register.Programme.Weights;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What decides a ranking; declared with the programme, before the first score.
 *
 * @param quotas honours at most, per category in the order of the programme (R59), behind them the
 *     outstanding schools (R60) and members (R61); places may stay empty (宁缺毋滥)
 * @param minimumAcceptance what a school and its application need on site to pass the gate, in
 *     thousandths of a point
 * @param minimumSatisfaction what staff and parents must say at least, likewise; absent where
 *     nobody was asked
 * @param tieBreak what is compared, one after the other, where composites are equal; what they
 *     leave equal at the edge of a quota only a recorded vote decides, never an id or a time
 */
public record Rules(
        Weights weights,
        List<Quota> quotas,
        long minimumAcceptance,
        @Nullable Long minimumSatisfaction,
        List<TieKey> tieBreak,
        Limits limits) {

    /** Research.md §3.4.3: 60 points. */
    public static final long MINIMUM_ACCEPTANCE = 60_000;

    /** Research.md §3.4.3: 80 per cent, where the appraisal is weighed. */
    public static final long MINIMUM_SATISFACTION = 80_000;

    public Rules {
        quotas = List.copyOf(quotas);
        tieBreak = List.copyOf(tieBreak);
    }

    public record Quota(String category, int places) {}

    public static Rules of(Declaration declared) {
        return new Rules(
                declared.weights(),
                quotas(declared),
                Objects.requireNonNullElse(declared.minimumAcceptance(), MINIMUM_ACCEPTANCE),
                minimumSatisfaction(declared),
                tieBreak(declared).stream()
                        .filter(key -> key.part().share(declared.weights()) > 0)
                        .toList(),
                declared.limits());
    }

    private static List<Quota> quotas(Declaration declared) {
        var quotas = declared.quotas().stream().map(one -> new Quota(one.category(), one.places()));
        var further =
                Stream.of(
                                new Quota(
                                        Candidate.OUTSTANDING_SCHOOL,
                                        declared.outstandingSchools()),
                                new Quota(
                                        Candidate.OUTSTANDING_MEMBER,
                                        declared.outstandingMembers()))
                        .filter(quota -> quota.places() > 0);
        return Stream.concat(quotas, further).toList();
    }

    private static @Nullable Long minimumSatisfaction(Declaration declared) {
        // a part without weight is not asked for, not even by a gate
        if (declared.weights().appraisal() == 0) return null;
        return Objects.requireNonNullElse(declared.minimumSatisfaction(), MINIMUM_SATISFACTION);
    }

    private static List<TieKey> tieBreak(Declaration declared) {
        var names = declared.tieBreak();
        return names == null ? TieKey.CHAIN : names.stream().distinct().map(Rules::tieKey).toList();
    }

    private static TieKey tieKey(String name) {
        return Stream.of(TieKey.values())
                .filter(key -> key.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new RulesNotUnderstood(name));
    }

    /** The same with other shares: for asking what if, never for deciding. */
    public Rules weighing(Weights others) {
        return new Rules(others, quotas, minimumAcceptance, minimumSatisfaction, tieBreak, limits);
    }

    /** The parts that count. */
    public List<Part> parts() {
        return Arrays.stream(Part.values()).filter(part -> part.share(weights) > 0).toList();
    }

    public boolean knows(String category) {
        return quotas.stream().anyMatch(quota -> quota.category().equals(category));
    }

    public int placesOf(String category) {
        return quotas.stream()
                .filter(quota -> quota.category().equals(category))
                .mapToInt(Quota::places)
                .sum();
    }
}
