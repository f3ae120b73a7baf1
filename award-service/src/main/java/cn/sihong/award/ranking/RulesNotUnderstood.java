package cn.sihong.award.ranking;

import cn.sihong.platform.problem.Refusal;

/** The programme declares a rule that this version cannot apply; guessing would be worse. */
class RulesNotUnderstood extends Refusal {
    private static final long serialVersionUID = 1;

    RulesNotUnderstood(String rule) {
        super(
                Kind.CONFLICT,
                "rules-not-understood",
                "方案约定了系统不能识别的评选规则“%s”，无法计算；请联系系统管理员升级后再办理。".formatted(rule));
    }
}
