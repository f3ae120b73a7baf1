package cn.sihong.review.schoolcalendar;

import cn.sihong.review.register.Organisation;

import java.time.LocalDate;
import java.util.UUID;

/** A visit that wants its day. */
public record Booking(
        UUID visitId, Kind kind, UUID programmeId, Organisation school, LocalDate on) {

    /** What somebody comes for. */
    public enum Kind {
        SUPERVISION("调研督查"),
        ACCEPTANCE("现场考核验收");

        private final String chinese;

        Kind(String chinese) {
            this.chinese = chinese;
        }

        String chinese() {
            return chinese;
        }
    }

    /** The quarter of the day, {@code 2026Q4}. */
    String season() {
        return on.getYear() + "Q" + ((on.getMonthValue() + 2) / 3);
    }
}
