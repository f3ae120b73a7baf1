package cn.sihong.contracts;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** What a street centre or direct unit reports to the bureau in one piece (R45). */
@JsonTypeInfo(
        use = JsonTypeInfo.Id.NAME,
        property = "type",
        defaultImpl = BatchEvent.Unrecognised.class)
public sealed interface BatchEvent extends Event {

    String TOPIC = "batches";

    @Override
    default String topic() {
        return TOPIC;
    }

    /** The unit submitted its batch. */
    @JsonTypeName("batch.submitted.v1")
    record Submitted(Stamp stamp, UUID batchId, UUID unitId, int recommended, int notRecommended)
            implements BatchEvent {
        @Override
        public String key() {
            return batchId.toString();
        }
    }

    /** The bureau received the batch. */
    @JsonTypeName("batch.received.v1")
    record Received(Stamp stamp, UUID batchId, UUID unitId, int applications)
            implements BatchEvent {
        @Override
        public String key() {
            return batchId.toString();
        }
    }

    /** An event of a type that this build does not know: counted, never fatal. */
    @JsonTypeName("batch.unrecognised")
    record Unrecognised(@Nullable Stamp stamp) implements BatchEvent {
        public Unrecognised {
            if (stamp == null) stamp = Stamp.UNKNOWN;
        }

        @Override
        public String key() {
            return "";
        }
    }
}
