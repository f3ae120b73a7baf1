package cn.sihong.review.draw;

import cn.sihong.platform.problem.Refusal;

/** Nobody is left who may judge a school that lost a judge. */
public class NoReplacement extends Refusal {
    private static final long serialVersionUID = 1;

    NoReplacement() {
        super(
                Kind.CONFLICT,
                "no-replacement",
                "按回避、不互评等规则，找不到可以接替的互评学校；请由纪检核实回避登记后重试，或在首次打分前撤销本次抽签。");
    }
}
