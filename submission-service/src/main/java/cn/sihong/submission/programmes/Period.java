package cn.sihong.submission.programmes;

import java.time.LocalDate;

/** From one day to another, both included. */
public record Period(LocalDate from, LocalDate until) {

    boolean contains(Window window) {
        return !window.opensOn().isBefore(from) && !window.closesOn().isAfter(until);
    }
}
