package cn.sihong.review.draw;

import cn.sihong.platform.problem.Refusal;

/** No draw satisfies the rules; names the one that binds. */
public class DrawNotPossible extends Refusal {
    private static final long serialVersionUID = 1;

    private final DrawRule rule;

    DrawNotPossible(DrawRule rule) {
        super(Kind.CONFLICT, "draw-not-possible", rule.sentence());
        this.rule = rule;
    }

    public DrawRule rule() {
        return rule;
    }
}
