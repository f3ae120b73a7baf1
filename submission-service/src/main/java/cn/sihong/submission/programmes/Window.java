package cn.sihong.submission.programmes;

import java.time.LocalDate;

/** When a stage's work may be done, both days included, in Beijing. */
public record Window(Stage stage, LocalDate opensOn, LocalDate closesOn) {

    boolean isOpenOn(LocalDate day) {
        return !day.isBefore(opensOn) && !day.isAfter(closesOn);
    }
}
