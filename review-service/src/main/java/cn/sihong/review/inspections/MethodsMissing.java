package cn.sihong.review.inspections;

import static java.util.stream.Collectors.joining;

import cn.sihong.platform.problem.Refusal;
import cn.sihong.review.rubrics.Method;

import java.util.List;

/** Not all four methods were used (R53, invariant 6). */
class MethodsMissing extends Refusal {
    private static final long serialVersionUID = 1;

    MethodsMissing(List<Method> unused) {
        super(
                Kind.INVALID,
                "methods-missing",
                "现场考核验收须采用四种方法，还缺少：%s；请补充记录后再签字。"
                        .formatted(unused.stream().map(Method::chinese).collect(joining("、"))));
    }
}
