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

    /**
     * How the locked result came about, by indicator: what an applicant is told once results are
     * released.
     *
     * @param school the school's own indicators, in the order of the rubric
     * @param adjustments what was added to or taken from the school's points beside them; absent in
     *     what was said before there were any
     */
    @JsonTypeName("inspection.explained.v1")
    record Explained(
            Stamp stamp,
            UUID inspectionId,
            UUID schoolId,
            List<Indicator> school,
            List<ItemExplained> items,
            @Nullable List<Adjustment> adjustments)
            implements InspectionEvent {

        @Override
        public String key() {
            return inspectionId.toString();
        }
    }

    /**
     * A bonus or a deduction (加分、扣分).
     *
     * @param code of its rule
     * @param points in thousandths of a point, all times together; negative takes away
     * @param reason as the inspectors gave it
     */
    record Adjustment(String code, String name, long points, String reason) {}

    /** The indicators of one application, in the order of the rubric. */
    record ItemExplained(UUID applicationId, List<Indicator> indicators) {}

    /**
     * One line of a rubric.
     *
     * @param code unique in its rubric; {@code effective} (实效性) breaks ties
     * @param points in thousandths of a point
     * @param max of this line, likewise
     */
    record Indicator(String code, String name, long points, long max) {}

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
