package cn.sihong.review.register;

import cn.sihong.platform.problem.Refusal;

/** Somebody would judge a school they answer for or have screened. */
public class Recusal extends Refusal {
    private static final long serialVersionUID = 1;

    Recusal(Organisation school) {
        super(
                Kind.CONFLICT,
                "recusal",
                "按回避规定，在“%s”或其审核单位任职的人员不能参与对该校的评分和验收；请换其他人员办理。".formatted(school.name()));
    }
}
