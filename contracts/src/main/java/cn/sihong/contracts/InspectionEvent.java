package cn.sihong.contracts;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Acceptance on site (现场考核验收, R52–R57). */
@JsonTypeInfo(
        use = JsonTypeInfo.Id.NAME,
        property = "type",
        defaultImpl = InspectionEvent.Unrecognised.class)
public sealed interface InspectionEvent extends Event {

    String TOPIC = "inspections";

    @Override
    default String topic() {
        return TOPIC;
    }

    /** A visit was set. */
    @JsonTypeName("inspection.scheduled.v1")
    record Scheduled(Stamp stamp, UUID inspectionId, UUID schoolId, LocalDate on)
            implements InspectionEvent {
        @Override
        public String key() {
            return inspectionId.toString();
        }
    }

    /** Both sides signed on the spot, all four methods recorded (R53). */
    @JsonTypeName("inspection.signed.v1")
    record Signed(Stamp stamp, UUID inspectionId, UUID schoolId, List<String> methods)
            implements InspectionEvent {
        @Override
        public String key() {
            return inspectionId.toString();
        }
    }

    /** The result is final. */
    @JsonTypeName("inspection.locked.v1")
    record Locked(
            Stamp stamp, UUID inspectionId, UUID schoolId, long schoolScore, List<ItemScore> items)
            implements InspectionEvent {
        @Override
        public String key() {
            return inspectionId.toString();
        }
    }

    /** What the visit says of one application. */
    record ItemScore(UUID applicationId, long score) {}

    /** An event of a type that this build does not know: counted, never fatal. */
    @JsonTypeName("inspection.unrecognised")
    record Unrecognised(@Nullable Stamp stamp) implements InspectionEvent {
        public Unrecognised {
            if (stamp == null) stamp = Stamp.UNKNOWN;
        }

        @Override
        public String key() {
            return "";
        }
    }
}
