package cn.sihong.review.appraisals;

import cn.sihong.platform.problem.Refusal;

/** The school has not said who may vote. */
class NobodyToAsk extends Refusal {
    private static final long serialVersionUID = 1;

    NobodyToAsk(Electorate electorate) {
        super(
                Kind.CONFLICT,
                "nobody-to-ask",
                electorate.hasRoll()
                        ? "学校尚未报送%s名册，请学校先导入名册。".formatted(electorate.chinese())
                        : "学校尚未填报家长人数，请学校先填报。");
    }
}
