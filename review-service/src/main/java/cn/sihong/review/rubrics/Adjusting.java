package cn.sihong.review.rubrics;

import java.util.List;
import java.util.Optional;

/**
 * What may be added to or taken from a school's points beside the rubric, and what rules it out.
 *
 * @param bonusLimit milli-points that all bonuses together never pass
 */
public record Adjusting(int bonusLimit, List<Rule> rules, List<VetoGround> vetoes) {

    /** Five points in all (research.md §3.4.2). */
    public static final int BONUS_LIMIT = 5_000;

    /** Bonus or deduction. */
    public enum Kind {
        BONUS,
        DEDUCTION
    }

    /**
     * One reason to add or take away.
     *
     * @param points milli-points each time, always positive
     */
    public record Rule(String code, Kind kind, String name, int points) {}

    /**
     * One ground for ruling out (一票否决).
     *
     * @param basis the rule it rests on
     */
    public record VetoGround(String code, String name, String basis) {}

    /** The rule of this code, if there is one. */
    public Optional<Rule> rule(String code) {
        return rules.stream().filter(it -> it.code().equals(code)).findFirst();
    }

    /** The ground of this code, if there is one. */
    public Optional<VetoGround> ground(String code) {
        return vetoes.stream().filter(it -> it.code().equals(code)).findFirst();
    }

    public Adjusting {
        rules = List.copyOf(rules);
        vetoes = List.copyOf(vetoes);
    }
}
