package cn.sihong.review.register;

import cn.sihong.platform.problem.Refusal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Today lies outside the window in which this may be done. */
public class WindowClosed extends Refusal {
    private static final long serialVersionUID = 1;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    WindowClosed(Stage stage, Optional<Window> window, LocalDate today) {
        super(Kind.CONFLICT, "window-closed", sentence(stage, window, today));
    }

    private static String sentence(Stage stage, Optional<Window> window, LocalDate today) {
        var when =
                window.map(it ->
                                "时间为%s至%s，今天是%s"
                                        .formatted(
                                                it.opensOn().format(DAY),
                                                it.closesOn().format(DAY),
                                                today.format(DAY)))
                        .orElse("尚未安排时间");
        return "“%s”%s，现在不能办理；确需延期请联系党建办。".formatted(stage.chinese(), when);
    }
}
