package cn.sihong.contracts;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/** What was granted (表彰). */
@JsonTypeInfo(
        use = JsonTypeInfo.Id.NAME,
        property = "type",
        defaultImpl = HonourEvent.Unrecognised.class)
public sealed interface HonourEvent extends Event {

    String TOPIC = "honours";

    @Override
    default String topic() {
        return TOPIC;
    }

    /** The decision was issued. */
    @JsonTypeName("honour.commendation-issued.v1")
    record CommendationIssued(
            Stamp stamp,
            UUID commendationId,
            UUID selectionId,
            String documentNumber,
            LocalDate issuedOn,
            int honours)
            implements HonourEvent {
        @Override
        public String key() {
            return commendationId.toString();
        }
    }

    /** One application was honoured and has its certificate. */
    @JsonTypeName("honour.granted.v1")
    record Granted(
            Stamp stamp,
            UUID honourId,
            UUID applicationId,
            UUID schoolId,
            String category,
            String title,
            String certificateNumber,
            LocalDate validUntil)
            implements HonourEvent {
        @Override
        public String key() {
            return honourId.toString();
        }
    }

    /** It is looked at once a year, and still deserved. */
    @JsonTypeName("honour.revalidated.v1")
    record Revalidated(
            Stamp stamp, UUID honourId, UUID applicationId, UUID schoolId, LocalDate validUntil)
            implements HonourEvent {
        @Override
        public String key() {
            return honourId.toString();
        }
    }

    /** It was taken back; its certificate says so to whoever checks it. */
    @JsonTypeName("honour.revoked.v1")
    record Revoked(
            Stamp stamp,
            UUID honourId,
            UUID applicationId,
            UUID schoolId,
            String certificateNumber,
            String reason)
            implements HonourEvent {
        @Override
        public String key() {
            return honourId.toString();
        }
    }

    /** A school does as another's honoured brand does, and the origin confirms it. */
    @JsonTypeName("honour.adopted.v1")
    record Adopted(Stamp stamp, UUID adoptionId, UUID honourId, UUID originId, UUID adopterId)
            implements HonourEvent {
        @Override
        public String key() {
            return adoptionId.toString();
        }
    }

    /** An event of a type that this build does not know: counted, never fatal. */
    @JsonTypeName("honour.unrecognised")
    record Unrecognised(@Nullable Stamp stamp) implements HonourEvent {
        public Unrecognised {
            if (stamp == null) stamp = Stamp.UNKNOWN;
        }

        @Override
        public String key() {
            return "";
        }
    }
}
