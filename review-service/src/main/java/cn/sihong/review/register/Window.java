package cn.sihong.review.register;

import java.time.LocalDate;

/** When a stage's work may be done, both days included, in Beijing. */
public record Window(LocalDate opensOn, LocalDate closesOn) {

    public boolean isOpenOn(LocalDate day) {
        return !day.isBefore(opensOn) && !day.isAfter(closesOn);
    }
}
