package cn.sihong.submission.programmes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How hard it is to be chosen in a category when every school does just its minimum (research.md
 * §2.3): the seed's fifty classrooms of 2N are two and a half times as easy as its ten of N.
 *
 * @param candidates with this many schools
 * @param empty places that cannot be filled; leaving them empty is no fault (宁缺毋滥)
 * @param perMille places per thousand candidates, 1000 at most
 */
public record Selectivity(
        Category category, String name, int candidates, int quota, int empty, int perMille) {

    /** Categories further apart than this deserve a word. */
    private static final double UNEVEN = 1.5;

    public static List<Selectivity> of(List<CategoryRule> rules, int schools) {
        return rules.stream().map(rule -> of(rule, schools)).toList();
    }

    private static Selectivity of(CategoryRule rule, int schools) {
        int candidates = schools * rule.minPerUnit();
        int filled = Math.min(candidates, rule.quota());
        return new Selectivity(
                rule.category(),
                rule.name(),
                candidates,
                rule.quota(),
                rule.quota() - filled,
                candidates == 0 ? 0 : Math.toIntExact(1000L * filled / candidates));
    }

    /** What the bureau should know before it issues such rules; empty when they are even. */
    public static List<String> sentences(List<Selectivity> all) {
        var competing = all.stream().filter(one -> one.candidates() > 0).toList();
        var hardest = competing.stream().min(Comparator.comparingInt(Selectivity::perMille));
        var easiest = competing.stream().max(Comparator.comparingInt(Selectivity::perMille));
        var sentences = new ArrayList<String>();
        if (hardest.isPresent()
                && easiest.isPresent()
                && easiest.get().perMille() >= UNEVEN * hardest.get().perMille())
            sentences.add(
                    "各类别入选难度不一：%s，%s；请确认这是有意的安排。"
                            .formatted(easiest.get().rate(), hardest.get().rate()));
        for (var one : all)
            if (one.empty() > 0)
                sentences.add(
                        "“%s”只有 %d 个候选、%d 个名额，将有 %d 个名额空缺；可以宁缺毋滥。"
                                .formatted(one.name(), one.candidates(), one.quota(), one.empty()));
        return sentences;
    }

    private String rate() {
        return "“%s” %d 个名额选自 %d 个候选（%d.%d%%）"
                .formatted(name, quota, candidates, perMille / 10, perMille % 10);
    }
}
