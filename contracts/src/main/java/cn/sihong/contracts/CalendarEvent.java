package cn.sihong.contracts;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/** Days that differ from the plain week: public holidays and shifted workdays. */
@JsonTypeInfo(
        use = JsonTypeInfo.Id.NAME,
        property = "type",
        defaultImpl = CalendarEvent.Unrecognised.class)
public sealed interface CalendarEvent extends Event {

    String TOPIC = "calendar";

    @Override
    default String topic() {
        return TOPIC;
    }

    /** The day is a working day, or is not, whatever its weekday says. */
    @JsonTypeName("calendar.day-declared.v1")
    record DayDeclared(Stamp stamp, LocalDate day, boolean workday, String name)
            implements CalendarEvent {
        @Override
        public String key() {
            return day.toString();
        }
    }

    /** The day follows its weekday again. */
    @JsonTypeName("calendar.day-cleared.v1")
    record DayCleared(Stamp stamp, LocalDate day) implements CalendarEvent {
        @Override
        public String key() {
            return day.toString();
        }
    }

    /** An event of a type that this build does not know: counted, never fatal. */
    @JsonTypeName("calendar.unrecognised")
    record Unrecognised(@Nullable Stamp stamp) implements CalendarEvent {
        public Unrecognised {
            if (stamp == null) stamp = Stamp.UNKNOWN;
        }

        @Override
        public String key() {
            return "";
        }
    }
}
