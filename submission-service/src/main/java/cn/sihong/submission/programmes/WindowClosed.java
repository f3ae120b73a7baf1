package cn.sihong.submission.programmes;

import cn.sihong.platform.problem.Refusal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Today lies outside the window in which this may be done. */
public class WindowClosed extends Refusal {
    private static final long serialVersionUID = 1;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    WindowClosed(String stage, LocalDate opensOn, LocalDate closesOn, LocalDate today) {
        super(
                Kind.CONFLICT,
                "window-closed",
                "“%s”的办理时间为%s至%s，今天是%s，不在办理时间内；确需延期请联系党建办。"
                        .formatted(
                                stage,
                                opensOn.format(DAY),
                                closesOn.format(DAY),
                                today.format(DAY)));
    }
}
