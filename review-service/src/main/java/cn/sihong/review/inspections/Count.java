package cn.sihong.review.inspections;

import static cn.sihong.review.rubrics.Method.INTERVIEW;
import static cn.sihong.review.rubrics.Method.MASS_SURVEY;

import cn.sihong.review.rubrics.Method;

import java.util.Map;
import java.util.Optional;

/** What the number of an interview or a survey is made of (R57). */
enum Count {
    PARTY_MEMBERS(INTERVIEW),
    STAFF(INTERVIEW),
    PARENTS(INTERVIEW),
    STUDENTS(INTERVIEW),
    ISSUED(MASS_SURVEY),
    RETURNED(MASS_SURVEY),
    VALID(MASS_SURVEY),
    SATISFIED(MASS_SURVEY);

    private final Method method;

    Count(Method method) {
        this.method = method;
    }

    /** What is wrong with these counts of a method, as a sentence. */
    static Optional<String> fault(Method method, int count, Map<Count, Integer> counts) {
        if (count < 1 || count > 100_000) return Optional.of("数量应在 1 到 100000 之间。");
        if (counts.values().stream().anyMatch(it -> it < 0)) return Optional.of("人数不能为负。");
        if (counts.keySet().stream().anyMatch(it -> it.method != method))
            return Optional.of("分项人数与验收方法不符，请重新填写。");
        if (counts.isEmpty()) return Optional.empty();
        return switch (method) {
            case INTERVIEW ->
                    counts.values().stream().mapToInt(it -> it).sum() == count
                            ? Optional.empty()
                            : Optional.of("座谈人数应等于各类人员之和。");
            case MASS_SURVEY -> ballots(count, counts);
            case DOCUMENT_REVIEW, SITE_VISIT -> Optional.empty();
        };
    }

    private static Optional<String> ballots(int count, Map<Count, Integer> counts) {
        int issued = counts.getOrDefault(ISSUED, count);
        int returned = counts.getOrDefault(RETURNED, count);
        int valid = counts.getOrDefault(VALID, returned);
        int satisfied = counts.getOrDefault(SATISFIED, 0);
        boolean adds =
                returned == count && issued >= returned && returned >= valid && valid >= satisfied;
        return adds ? Optional.empty() : Optional.of("测评票数应依次不增：发出、收回、有效、满意，且收回数等于测评人数。");
    }
}
