package cn.sihong.scenarios;

import cn.sihong.scenarios.town.Category;
import cn.sihong.scenarios.town.Town;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * How good things are and how strictly they are judged. Depends on the seed and on who judges what,
 * on nothing else: told again, the story has the same scores.
 */
record Judgement(long seed) {

    /** The platform takes scores in steps of half a point. */
    private static final int STEP = 500;

    /** One line of a rubric; points in thousandths. */
    record Criterion(String code, int maxPoints) {}

    /** What another school says of an application. */
    Map<String, Integer> ofPeer(
            Town.School reviewing,
            Town.School judged,
            Category category,
            int ordinal,
            List<Criterion> rubric) {
        var strictness = chance("strict", reviewing.code()).nextDouble(-0.05, 0.05);
        var name = judged.code() + category + ordinal;
        return points(quality(name) + strictness, chance("peer", reviewing.code(), name), rubric);
    }

    /** What the inspectors say of an application on site. */
    Map<String, Integer> onSite(
            Town.School judged, Category category, int ordinal, List<Criterion> rubric) {
        var name = judged.code() + category + ordinal;
        return points(quality(name), chance("site", name), rubric);
    }

    /** What the inspectors say of the school as a whole. */
    Map<String, Integer> ofSchool(Town.School judged, List<Criterion> rubric) {
        return points(quality(judged.code()), chance("school", judged.code()), rubric);
    }

    static int sum(Map<String, Integer> points) {
        return points.values().stream().mapToInt(Integer::intValue).sum();
    }

    private double quality(String name) {
        return chance("quality", name).nextDouble(0.72, 0.97);
    }

    private static Map<String, Integer> points(
            double share, SplittableRandom mood, List<Criterion> rubric) {
        var points = new LinkedHashMap<String, Integer>();
        for (var criterion : rubric) {
            var given = (share + mood.nextDouble(-0.08, 0.08)) * criterion.maxPoints();
            var stepped = (int) Math.round(given / STEP) * STEP;
            points.put(criterion.code(), Math.clamp(stepped, 0, criterion.maxPoints()));
        }
        return points;
    }

    private SplittableRandom chance(String... what) {
        return new SplittableRandom(seed * 1_000_003 + String.join("|", what).hashCode());
    }
}
