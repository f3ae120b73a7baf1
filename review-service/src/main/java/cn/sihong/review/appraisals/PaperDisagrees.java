package cn.sihong.review.appraisals;

import cn.sihong.platform.problem.Refusal;

import java.util.List;

/** Two people did not read the same from paper, or only one has read. */
class PaperDisagrees extends Refusal {
    private static final long serialVersionUID = 1;

    PaperDisagrees(List<Integer> sheets) {
        super(
                Kind.CONFLICT,
                "paper-disagrees",
                sheets.isEmpty()
                        ? "纸质票只有一人录入，请另一人独立录入后再计票。"
                        : "两人录入的纸质票有 %d 张不一致（第 %s 张），请核对原票后更正。"
                                .formatted(
                                        sheets.size(),
                                        String.join(
                                                "、",
                                                sheets.stream()
                                                        .limit(20)
                                                        .map(String::valueOf)
                                                        .toList())));
    }
}
