package cn.sihong.award.ranking;

import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.problem.Refusal.FieldError;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Those who stand equal where not all can be taken. Without limits there is at most one such run in
 * a category, across the edge of its quota; limits may leave another one behind it, which the same
 * vote has to order too.
 */
public final class Ties {

    private Ties() {}

    /** Who is tied, by category. */
    public static Map<String, List<UUID>> of(List<Standing> standings) {
        var ties = new LinkedHashMap<String, List<UUID>>();
        for (var standing : standings)
            if (standing.outcome() == Outcome.TIED)
                ties.computeIfAbsent(standing.category(), category -> new ArrayList<>())
                        .add(standing.applicationId());
        return ties;
    }

    /** Refuses orders that leave a tie open, name somebody else, or name somebody twice. */
    public static void requireSettled(ResultPackage frozen, Map<String, List<UUID>> orders) {
        var settled = frozen.settled(orders);
        var errors = new ArrayList<FieldError>();
        of(settled).forEach((category, tied) -> errors.add(stillOpen(category, tied.size())));
        var voted = voted(settled);
        orders.forEach((category, order) -> {
            var named = new HashSet<>(order);
            if (named.size() < order.size())
                errors.add(new FieldError(field(category), "同一对象只能列一次。"));
            else if (errors.isEmpty() && !voted.getOrDefault(category, Set.of()).containsAll(named))
                errors.add(new FieldError(field(category), "列出的对象中有人不在需要表决的并列之中。"));
        });
        if (!errors.isEmpty()) throw new InvalidInput(errors);
    }

    private static FieldError stillOpen(String category, int tied) {
        return new FieldError(field(category), "名额边缘有 %d 个并列，请按表决结果列出全部并列对象的先后次序。".formatted(tied));
    }

    private static Map<String, Set<UUID>> voted(List<Standing> settled) {
        return settled.stream()
                .filter(Standing::voted)
                .collect(
                        Collectors.groupingBy(
                                Standing::category,
                                Collectors.mapping(Standing::applicationId, Collectors.toSet())));
    }

    private static String field(String category) {
        return "tieOrders." + category;
    }
}
