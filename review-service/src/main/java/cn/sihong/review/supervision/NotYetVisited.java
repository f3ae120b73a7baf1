package cn.sihong.review.supervision;

import cn.sihong.platform.problem.Refusal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** The day has not come. */
class NotYetVisited extends Refusal {
    private static final long serialVersionUID = 1;

    NotYetVisited(LocalDate on) {
        super(
                Kind.CONFLICT,
                "not-yet-visited",
                "这次督查安排在%s，入校后才能填写记录。"
                        .formatted(on.format(DateTimeFormatter.ofPattern("yyyy年M月d日"))));
    }
}
