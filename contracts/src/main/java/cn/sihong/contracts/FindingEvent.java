package cn.sihong.contracts;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/** What was found wrong and how it was put right (问题、整改、销号). */
@JsonTypeInfo(
        use = JsonTypeInfo.Id.NAME,
        property = "type",
        defaultImpl = FindingEvent.Unrecognised.class)
public sealed interface FindingEvent extends Event {

    String TOPIC = "findings";

    @Override
    default String topic() {
        return TOPIC;
    }

    /**
     * A finding was handed to a school.
     *
     * @param source {@code SUPERVISION}, {@code MUTUAL_REVIEW}, {@code APPRAISAL} or {@code
     *     INSPECTION}
     * @param timeClass {@code AT_ONCE}, {@code DATED} or {@code LASTING} (立行立改、限期、长期坚持)
     * @param dueOn last day of the rectification
     */
    @JsonTypeName("finding.opened.v1")
    record Opened(
            Stamp stamp,
            UUID findingId,
            UUID schoolId,
            String source,
            String timeClass,
            LocalDate dueOn)
            implements FindingEvent {
        @Override
        public String key() {
            return findingId.toString();
        }
    }

    /** The school says how it was put right. */
    @JsonTypeName("finding.answered.v1")
    record Answered(Stamp stamp, UUID findingId, UUID schoolId) implements FindingEvent {
        @Override
        public String key() {
            return findingId.toString();
        }
    }

    /** Its finder looked and agrees. */
    @JsonTypeName("finding.verified.v1")
    record Verified(Stamp stamp, UUID findingId, UUID schoolId) implements FindingEvent {
        @Override
        public String key() {
            return findingId.toString();
        }
    }

    /**
     * Two people closed it (销号).
     *
     * @param inTime answered by its last day
     */
    @JsonTypeName("finding.closed.v1")
    record Closed(Stamp stamp, UUID findingId, UUID schoolId, boolean inTime)
            implements FindingEvent {
        @Override
        public String key() {
            return findingId.toString();
        }
    }

    /** It was open again: the answer did not hold. */
    @JsonTypeName("finding.reopened.v1")
    record Reopened(Stamp stamp, UUID findingId, UUID schoolId) implements FindingEvent {
        @Override
        public String key() {
            return findingId.toString();
        }
    }

    /** An event of a type that this build does not know: counted, never fatal. */
    @JsonTypeName("finding.unrecognised")
    record Unrecognised(@Nullable Stamp stamp) implements FindingEvent {
        public Unrecognised {
            if (stamp == null) stamp = Stamp.UNKNOWN;
        }

        @Override
        public String key() {
            return "";
        }
    }
}
