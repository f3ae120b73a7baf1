package cn.sihong.review.schoolcalendar;

import cn.sihong.platform.problem.Refusal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** The school has a day in this season, and it is another one. */
public class VisitedAlready extends Refusal {
    private static final long serialVersionUID = 1;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    VisitedAlready(Booking wanted, LocalDate on) {
        super(
                Kind.CONFLICT,
                "visited-already",
                "“%s”本季度已安排%s入校，一个季度只入校一次；请把%s并到同一天，或改到其他季度。"
                        .formatted(
                                wanted.school().name(), on.format(DAY), wanted.kind().chinese()));
    }
}
