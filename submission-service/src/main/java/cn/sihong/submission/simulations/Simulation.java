package cn.sihong.submission.simulations;

import cn.sihong.submission.programmes.CategoryRule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A made-up year. Scores are drawn around 80 points and rounded to a step: the coarser judges
 * score, the more ties there are.
 *
 * @param schools how many take part, kindergartens among them
 * @param kindergartens the first so many of them
 * @param step scores are whole multiples of it, in thousandths of a point
 * @param seed decides all chance
 */
record Simulation(int schools, int kindergartens, int step, long seed) {

    private static final int MIDDLE = 80_000;
    private static final int SPREAD = 8_000;
    private static final int FULL = 100_000;

    private record Candidate(int school, int score) {}

    /**
     * What would come of one category.
     *
     * @param candidates applied for, between the minimum and the maximum of each school
     * @param chosen got a place without a tie-break
     * @param tied stand at the edge with equal scores
     * @param left places that the tied compete for; 0 where the edge is clear
     * @param empty places nobody is there for
     * @param lastScore of the last who got in or competes, in thousandths
     * @param kindergartens of the chosen
     * @param schoolsWithout that get nothing, even if all ties went their way
     * @param most places of one school without tie-break
     */
    record Outcome(
            String name,
            int candidates,
            int quota,
            int chosen,
            int tied,
            int left,
            int empty,
            int lastScore,
            int kindergartens,
            int schoolsWithout,
            int most) {}

    List<Outcome> of(List<CategoryRule> rules) {
        return rules.stream().map(this::of).toList();
    }

    private Outcome of(CategoryRule rule) {
        var chance =
                RandomGeneratorFactory.of("L64X128MixRandom").create(seed ^ rule.name().hashCode());
        var candidates = candidates(rule, chance);
        candidates.sort(Comparator.comparingInt(Candidate::score).reversed());
        int places = Math.min(rule.quota(), candidates.size());
        int last = places == 0 ? 0 : candidates.get(places - 1).score();
        // whoever is above the last score is in; those with it compete unless there is room for all
        int above = (int) candidates.stream().filter(one -> one.score() > last).count();
        int equal = (int) candidates.stream().filter(one -> one.score() == last).count();
        boolean clear = places == 0 || above + equal <= places;
        int chosen = clear ? places : above;
        var inside = candidates.subList(0, chosen);
        var perSchool = new HashMap<Integer, Integer>();
        for (var one : inside) perSchool.merge(one.school(), 1, Integer::sum);
        return new Outcome(
                rule.name(),
                candidates.size(),
                rule.quota(),
                chosen,
                clear ? 0 : equal,
                clear ? 0 : places - above,
                rule.quota() - places,
                last,
                (int) inside.stream().filter(one -> one.school() < kindergartens).count(),
                schools - schoolsInside(candidates, clear ? chosen : above + equal),
                perSchool.values().stream().mapToInt(Integer::intValue).max().orElse(0));
    }

    private List<Candidate> candidates(CategoryRule rule, RandomGenerator chance) {
        var candidates = new ArrayList<Candidate>();
        for (int school = 0; school < schools; school++) {
            int many = chance.nextInt(rule.minPerUnit(), rule.maxPerUnit() + 1);
            for (int i = 0; i < many; i++) candidates.add(new Candidate(school, score(chance)));
        }
        return candidates;
    }

    private int score(RandomGenerator chance) {
        double drawn = MIDDLE + SPREAD * chance.nextGaussian();
        long rounded = Math.round(drawn / step) * step;
        return (int) Math.clamp(rounded, 0L, FULL);
    }

    private static int schoolsInside(List<Candidate> candidates, int first) {
        var inside = new HashSet<Integer>();
        for (var one : candidates.subList(0, first)) inside.add(one.school());
        return inside.size();
    }

    /** What stands out, for people. */
    static List<String> sentences(List<Outcome> outcomes, Map<String, Integer> maxPerUnit) {
        var sentences = new ArrayList<String>();
        for (var one : outcomes) {
            if (one.empty() > 0) sentences.add("“%s”空缺 %d 个名额。".formatted(one.name(), one.empty()));
            if (one.tied() > 0)
                sentences.add(
                        "“%s”最后 %d 个名额由 %d 个同分候选竞争，须按并列规则决定。"
                                .formatted(one.name(), one.left(), one.tied()));
            if (one.chosen() > 0 && one.kindergartens() == 0)
                sentences.add("“%s”没有幼儿园入选。".formatted(one.name()));
            if (one.most() > 1 && one.most() == maxPerUnit.getOrDefault(one.name(), 0))
                sentences.add("“%s”有学校一校入选 %d 个，达到每校上限。".formatted(one.name(), one.most()));
        }
        return sentences;
    }
}
