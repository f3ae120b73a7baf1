package cn.sihong.contracts;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What the bureau says of a programme (局实施方案, R23, R68). */
@JsonTypeInfo(
        use = JsonTypeInfo.Id.NAME,
        property = "type",
        defaultImpl = ProgrammeEvent.Unrecognised.class)
public sealed interface ProgrammeEvent extends Event {

    String TOPIC = "programmes";

    @Override
    default String topic() {
        return TOPIC;
    }

    /**
     * The bureau issued the programme, or a corrected edition of it: what stands here replaces what
     * was said before.
     */
    @JsonTypeName("programme.published.v1")
    record Published(
            Stamp stamp,
            UUID programmeId,
            String title,
            int year,
            String mode,
            boolean demonstration,
            List<Category> categories,
            List<Window> windows,
            Weights weights)
            implements ProgrammeEvent {
        @Override
        public String key() {
            return programmeId.toString();
        }
    }

    /** The programme is over; nothing more happens under it. */
    @JsonTypeName("programme.closed.v1")
    record Closed(Stamp stamp, UUID programmeId) implements ProgrammeEvent {
        @Override
        public String key() {
            return programmeId.toString();
        }
    }

    /**
     * One of the four “reds”.
     *
     * @param category {@code RED_GARDENER}, {@code RED_READING_ROOM}, {@code RED_CLASSROOM} or
     *     {@code RED_BASE}
     * @param minPerUnit recommended or built by every school at least (R44)
     * @param quota honours at most (R59)
     */
    record Category(String category, String name, int minPerUnit, int maxPerUnit, int quota) {}

    /**
     * When something may be done, both days included.
     *
     * @param stage {@code PLAN CREATION APPLICATION MUTUAL_REVIEW APPRAISAL ACCEPTANCE SELECTION
     *     NOTICE COMMENDATION}
     */
    record Window(String stage, LocalDate opensOn, LocalDate closesOn) {}

    /** Shares of the composite score in whole per cent; they add up to 100. */
    record Weights(int mutualReview, int appraisal, int acceptance, int supervision) {}

    /** An event of a type that this build does not know: counted, never fatal. */
    @JsonTypeName("programme.unrecognised")
    record Unrecognised(@Nullable Stamp stamp) implements ProgrammeEvent {
        public Unrecognised {
            if (stamp == null) stamp = Stamp.UNKNOWN;
        }

        @Override
        public String key() {
            return "";
        }
    }
}
