package cn.sihong.review.inspections;

import cn.sihong.review.inspections.FieldRecord.Adjusted;
import cn.sihong.review.inspections.FieldRecord.Body;
import cn.sihong.review.inspections.FieldRecord.MethodUsed;
import cn.sihong.review.inspections.FieldRecord.Scored;
import cn.sihong.review.rubrics.Adjusting;
import cn.sihong.review.rubrics.Adjusting.Kind;
import cn.sihong.review.rubrics.Adjusting.Rule;
import cn.sihong.review.rubrics.Criterion;
import cn.sihong.review.rubrics.Method;
import cn.sihong.review.rubrics.Rubric;
import cn.sihong.review.rubrics.Subject;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;

/** A small checklist and records for it. */
final class Notes {

    static final UUID SCHOOL = new UUID(7, 1);
    static final UUID ITEM = new UUID(7, 2);
    static final UUID ANNA = new UUID(8, 1);
    static final UUID BORIS = new UUID(8, 2);
    private static final Instant AT = Instant.parse("2026-12-03T02:00:00Z");

    private static final Adjusting ADJUSTING =
            new Adjusting(
                    Adjusting.BONUS_LIMIT,
                    List.of(
                            new Rule("adopted", Kind.BONUS, "被他校采用", 1_000),
                            new Rule("late", Kind.DEDUCTION, "逾期", 2_000)),
                    List.of());

    private Notes() {}

    /** Two criteria for the school, one for its application. */
    static Checklist checklist() {
        var items = new LinkedHashMap<UUID, Rubric>();
        items.put(ITEM, rubric(Subject.RED_BASE, "guide"));
        return new Checklist(SCHOOL, rubric(Subject.SCHOOL, "plan", "work"), ADJUSTING, items);
    }

    static FieldRecord note(int id, UUID author, Body body, int... replaces) {
        return new FieldRecord(new UUID(9, id), author, AT, ids(replaces), body);
    }

    static Scored plan(int points) {
        return new Scored(SCHOOL, "plan", points);
    }

    static Scored work(int points) {
        return new Scored(SCHOOL, "work", points);
    }

    static Scored guide(int points) {
        return new Scored(ITEM, "guide", points);
    }

    static MethodUsed used(Method method, int count) {
        return new MethodUsed(method, "看过", count, Map.of(), List.of());
    }

    static Adjusted adjusted(String rule, int times) {
        return new Adjusted(rule, times, "有来函为证", "函〔2026〕3号");
    }

    static SortedSet<UUID> ids(int... ids) {
        return FieldRecord.sorted(Arrays.stream(ids).mapToObj(id -> new UUID(9, id)).toList());
    }

    private static Rubric rubric(Subject subject, String... codes) {
        return new Rubric(
                UUID.nameUUIDFromBytes(subject.name().getBytes(StandardCharsets.UTF_8)),
                subject,
                1,
                subject.name(),
                Arrays.stream(codes)
                        .map(code ->
                                new Criterion(
                                        code, "一级", "二级", Method.SITE_VISIT, 10_000, List.of()))
                        .toList(),
                List.of());
    }
}
