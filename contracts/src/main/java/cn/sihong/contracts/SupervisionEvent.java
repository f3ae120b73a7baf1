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

    /**
     * Somebody proposes that a school or one of its applications be ruled out (一票否决). Nothing of
     * the evidence is said here.
     *
     * @param applicationId absent where it is about the school as a whole
     * @param ground code of the ground in the programme's frozen list
     */
    @JsonTypeName("supervision.veto-proposed.v1")
    record VetoProposed(
            Stamp stamp, UUID vetoId, UUID schoolId, @Nullable UUID applicationId, String ground)
            implements SupervisionEvent {
        @Override
        public String key() {
            return vetoId.toString();
        }
    }

    /**
     * The Party group decided.
     *
     * @param imposed ruled out, until an appeal says otherwise
     */
    @JsonTypeName("supervision.veto-decided.v1")
    record VetoDecided(
            Stamp stamp,
            UUID vetoId,
            UUID schoolId,
            @Nullable UUID applicationId,
            String ground,
            boolean imposed)
            implements SupervisionEvent {
        @Override
        public String key() {
            return vetoId.toString();
        }
    }

    /** The school appeals; what was imposed stands until the Party group has looked again. */
    @JsonTypeName("supervision.veto-appealed.v1")
    record VetoAppealed(
            Stamp stamp, UUID vetoId, UUID schoolId, @Nullable UUID applicationId, String ground)
            implements SupervisionEvent {
        @Override
        public String key() {
            return vetoId.toString();
        }
    }

    /**
     * The appeal is answered, and that is the last word.
     *
     * @param upheld still ruled out
     */
    @JsonTypeName("supervision.veto-reviewed.v1")
    record VetoReviewed(
            Stamp stamp,
            UUID vetoId,
            UUID schoolId,
            @Nullable UUID applicationId,
            String ground,
            boolean upheld)
            implements SupervisionEvent {
        @Override
        public String key() {
            return vetoId.toString();
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
