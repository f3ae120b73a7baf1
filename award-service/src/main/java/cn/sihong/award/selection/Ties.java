package cn.sihong.award.selection;

import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.problem.Refusal.FieldError;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The ties at the edge of the quotas: at most one per category, since only one run of equals can
 * lie across an edge.
 */
final class Ties {

    private Ties() {}

    /** Who is tied, by category. */
    static Map<String, List<UUID>> of(List<Standing> frozen) {
        var ties = new LinkedHashMap<String, List<UUID>>();
        for (var standing : frozen)
            if (standing.outcome() == Outcome.TIED)
                ties.computeIfAbsent(standing.category(), category -> new ArrayList<>())
                        .add(standing.applicationId());
        return ties;
    }

    /** Refuses orders that leave a tie open, name somebody else, or name somebody twice. */
    static void requireSettled(List<Standing> frozen, Map<String, List<UUID>> orders) {
        var errors = new ArrayList<FieldError>();
        var ties = of(frozen);
        ties.forEach((category, tied) -> {
            var order = orders.getOrDefault(category, List.of());
            if (order.size() != tied.size() || !new HashSet<>(order).equals(new HashSet<>(tied)))
                errors.add(
                        new FieldError(
                                "tieOrders." + category,
                                "名额边缘有 %d 个并列，请按表决结果列出全部并列对象的先后次序。".formatted(tied.size())));
        });
        for (var category : orders.keySet())
            if (!ties.containsKey(category))
                errors.add(new FieldError("tieOrders." + category, "这一类别没有需要表决的并列。"));
        if (!errors.isEmpty()) throw new InvalidInput(errors);
    }

    /** The standings after the vote: the tied take the free places in the order it named. */
    static List<Standing> settled(
            List<Standing> frozen, Rules rules, Map<String, List<UUID>> orders) {
        return frozen.stream()
                .map(standing ->
                        standing.outcome() == Outcome.TIED
                                        && orders.containsKey(standing.category())
                                ? settled(standing, rules, orders.get(standing.category()))
                                : standing)
                .toList();
    }

    private static Standing settled(Standing tied, Rules rules, List<UUID> order) {
        int places =
                rules.quotas().stream()
                        .filter(quota -> quota.category().equals(tied.category()))
                        .findFirst()
                        .orElseThrow()
                        .places();
        int first = tied.rank() == null ? 1 : tied.rank();
        int place = first + order.indexOf(tied.applicationId());
        return tied.placed(place, place <= places ? Outcome.SELECTED : Outcome.RESERVE);
    }
}
