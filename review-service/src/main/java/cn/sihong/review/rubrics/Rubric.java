package cn.sihong.review.rubrics;

import static java.util.stream.Collectors.toMap;

import cn.sihong.platform.problem.Refusal.FieldError;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One edition of what is judged about one kind of thing.
 *
 * @param criteria what counts
 * @param information what is asked besides and never counts
 */
public record Rubric(
        UUID id,
        Subject subject,
        int edition,
        String name,
        List<Criterion> criteria,
        List<Information> information) {

    public Rubric {
        criteria = List.copyOf(criteria);
        information = List.copyOf(information);
    }

    /**
     * What is wrong with points given under this rubric; unscored criteria are no fault yet.
     *
     * @param points milli-points by criterion
     * @param field the path of the points, for the one who typed them
     */
    public List<FieldError> faults(Map<String, Integer> points, String field) {
        var known = criteria.stream().collect(toMap(Criterion::code, it -> it));
        var faults = new ArrayList<FieldError>();
        points.forEach((code, given) -> {
            var criterion = known.get(code);
            var place = field + "." + code;
            if (criterion == null) faults.add(new FieldError(place, "评分细则中没有这一项，请刷新后重新打分。"));
            else if (!criterion.allows(given)) faults.add(new FieldError(place, range(criterion)));
        });
        return faults;
    }

    /** The criteria that have no points; missing is never zero. */
    public List<FieldError> missing(Map<String, Integer> points, String field) {
        return criteria.stream()
                .filter(criterion -> !points.containsKey(criterion.code()))
                .map(criterion ->
                        new FieldError(
                                field + "." + criterion.code(),
                                "“%s”还没有打分。".formatted(criterion.name())))
                .toList();
    }

    /** Notes under what this rubric does not ask. */
    public List<FieldError> unknownNotes(Collection<String> codes, String field) {
        return codes.stream()
                .filter(code -> information.stream().noneMatch(it -> it.code().equals(code)))
                .map(code -> new FieldError(field + "." + code, "评分细则中没有这一项，请刷新后重新填写。"))
                .toList();
    }

    /** The maximum of a criterion of this rubric, in milli-points. */
    public int maxPoints(String code) {
        return criteria.stream()
                .filter(criterion -> criterion.code().equals(code))
                .findFirst()
                .orElseThrow()
                .maxPoints();
    }

    /** All its words, line by line; what is kept with each answer. */
    public String canonical() {
        var text = new StringBuilder();
        text.append("rubric %s %s %d %s%n".formatted(id, subject, edition, name));
        for (var it : criteria) {
            text.append(
                    "%s | %s | %s | %s | %d%n"
                            .formatted(
                                    it.code(), it.part(), it.name(), it.method(), it.maxPoints()));
            for (var anchor : it.anchors())
                text.append("  %d = %s%n".formatted(anchor.points(), anchor.text()));
        }
        for (var it : information)
            text.append(
                    "%s | %s | %s | %s%n".formatted(it.code(), it.part(), it.name(), it.hint()));
        return text.toString().replace("\r\n", "\n");
    }

    private static String range(Criterion criterion) {
        return "“%s”应在 0 到 %s 分之间，每档 0.5 分。"
                .formatted(
                        criterion.name(),
                        BigDecimal.valueOf(criterion.maxPoints(), 3)
                                .stripTrailingZeros()
                                .toPlainString());
    }
}
