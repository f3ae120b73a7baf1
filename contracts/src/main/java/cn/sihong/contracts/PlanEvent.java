package cn.sihong.contracts;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** The fate of a school's plan (校实施方案, R24–R28). */
@JsonTypeInfo(
        use = JsonTypeInfo.Id.NAME,
        property = "type",
        defaultImpl = PlanEvent.Unrecognised.class)
public sealed interface PlanEvent extends Event {

    String TOPIC = "plans";

    @Override
    default String topic() {
        return TOPIC;
    }

    /** The school's secretary submitted the plan to its unit. */
    @JsonTypeName("plan.submitted.v1")
    record Submitted(Stamp stamp, UUID planId, UUID schoolId, UUID unitId) implements PlanEvent {
        @Override
        public String key() {
            return planId.toString();
        }
    }

    /** The unit sent it back to be improved. */
    @JsonTypeName("plan.returned.v1")
    record Returned(Stamp stamp, UUID planId, UUID schoolId, UUID unitId) implements PlanEvent {
        @Override
        public String key() {
            return planId.toString();
        }
    }

    /** The unit let it pass (审核把关, R27). */
    @JsonTypeName("plan.gate-passed.v1")
    record GatePassed(Stamp stamp, UUID planId, UUID schoolId, UUID unitId) implements PlanEvent {
        @Override
        public String key() {
            return planId.toString();
        }
    }

    /** The unit reported it to the bureau together with its others (统一报送, R27). */
    @JsonTypeName("plan.batched.v1")
    record Batched(Stamp stamp, UUID planId, UUID schoolId, UUID unitId) implements PlanEvent {
        @Override
        public String key() {
            return planId.toString();
        }
    }

    /** The bureau took it on file. */
    @JsonTypeName("plan.filed.v1")
    record Filed(Stamp stamp, UUID planId, UUID schoolId, UUID unitId, String brandName)
            implements PlanEvent {
        @Override
        public String key() {
            return planId.toString();
        }
    }

    /** An event of a type that this build does not know: counted, never fatal. */
    @JsonTypeName("plan.unrecognised")
    record Unrecognised(@Nullable Stamp stamp) implements PlanEvent {
        public Unrecognised {
            if (stamp == null) stamp = Stamp.UNKNOWN;
        }

        @Override
        public String key() {
            return "";
        }
    }
}
