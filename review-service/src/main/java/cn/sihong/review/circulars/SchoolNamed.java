package cn.sihong.review.circulars;

import cn.sihong.platform.problem.Refusal;

import java.util.List;

/** A school can be read out of the public text. */
class SchoolNamed extends Refusal {
    private static final long serialVersionUID = 1;

    SchoolNamed(List<String> named) {
        super(
                Kind.INVALID,
                "school-named",
                "通报面向全区，不点名学校；请删去：%s。问题已单独告知学校本身。".formatted(String.join("、", named)));
    }
}
