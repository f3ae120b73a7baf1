package cn.sihong.contracts;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/** The bureau's supervision (调研督查, R34–R36). */
@JsonTypeInfo(
        use = JsonTypeInfo.Id.NAME,
        property = "type",
        defaultImpl = SupervisionEvent.Unrecognised.class)
public sealed interface SupervisionEvent extends Event {

    String TOPIC = "supervision";

    @Override
    default String topic() {
        return TOPIC;
    }

    /**
     * A visit from the yearly list was announced to the school.
     *
     * @param listItem number of the item on the yearly list of supervision matters
     */
    @JsonTypeName("supervision.announced.v1")
    record Announced(Stamp stamp, UUID visitId, UUID schoolId, String listItem, LocalDate on)
            implements SupervisionEvent {
        @Override
        public String key() {
            return visitId.toString();
        }
    }

    /** The visit took place. */
    @JsonTypeName("supervision.held.v1")
    record Held(Stamp stamp, UUID visitId, UUID schoolId, LocalDate on)
            implements SupervisionEvent {
        @Override
        public String key() {
            return visitId.toString();
        }
    }

    /**
     * Its record is complete; guidance went to the school.
     *
     * @param guidance how many pieces of guidance (指导意见)
     */
    @JsonTypeName("supervision.reported.v1")
    record Reported(Stamp stamp, UUID visitId, UUID schoolId, int guidance)
            implements SupervisionEvent {
        @Override
        public String key() {
            return visitId.toString();
        }
    }

    /**
     * What supervision and rectification say of a school for the composite (督查整改).
     *
     * @param score in thousandths of a point of 100
     */
    @JsonTypeName("supervision.assessed.v1")
    record Assessed(Stamp stamp, UUID schoolId, long score) implements SupervisionEvent {
        @Override
        public String key() {
            return schoolId.toString();
        }
    }

    /** An event of a type that this build does not know: counted, never fatal. */
    @JsonTypeName("supervision.unrecognised")
    record Unrecognised(@Nullable Stamp stamp) implements SupervisionEvent {
        public Unrecognised {
            if (stamp == null) stamp = Stamp.UNKNOWN;
        }

        @Override
        public String key() {
            return "";
        }
    }
}
