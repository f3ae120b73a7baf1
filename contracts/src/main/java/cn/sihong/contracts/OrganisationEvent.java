package cn.sihong.contracts;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** What is known of the organisation tree and of who holds which seat in it. */
@JsonTypeInfo(
        use = JsonTypeInfo.Id.NAME,
        property = "type",
        defaultImpl = OrganisationEvent.Unrecognised.class)
public sealed interface OrganisationEvent extends Event {

    String TOPIC = "organisations";

    @Override
    default String topic() {
        return TOPIC;
    }

    /**
     * An organisation stands in the tree like this from now on; said again whenever something of it
     * changes.
     */
    @JsonTypeName("organisation.registered.v1")
    record Registered(
            Stamp stamp,
            UUID organisationId,
            String code,
            String name,
            String kind,
            @Nullable String phase,
            @Nullable UUID parentId,
            @Nullable UUID unitId)
            implements OrganisationEvent {
        @Override
        public String key() {
            return organisationId.toString();
        }
    }

    /**
     * An organisation went on in another one, whose people act for it from now on; their seats at
     * it are said with {@link MemberSeated}. Its id stays.
     */
    @JsonTypeName("organisation.merged.v1")
    record Merged(Stamp stamp, UUID organisationId, UUID successorId) implements OrganisationEvent {
        @Override
        public String key() {
            return organisationId.toString();
        }
    }

    /** Somebody may act for the organisation in this role. */
    @JsonTypeName("organisation.member-seated.v1")
    record MemberSeated(Stamp stamp, UUID organisationId, UUID subject, String role)
            implements OrganisationEvent {
        @Override
        public String key() {
            return organisationId.toString();
        }
    }

    /** Somebody may no longer act for the organisation in this role. */
    @JsonTypeName("organisation.member-left.v1")
    record MemberLeft(Stamp stamp, UUID organisationId, UUID subject, String role)
            implements OrganisationEvent {
        @Override
        public String key() {
            return organisationId.toString();
        }
    }

    /** An event of a type that this build does not know: counted, never fatal. */
    @JsonTypeName("organisation.unrecognised")
    record Unrecognised(@Nullable Stamp stamp) implements OrganisationEvent {
        public Unrecognised {
            if (stamp == null) stamp = Stamp.UNKNOWN;
        }

        @Override
        public String key() {
            return "";
        }
    }
}
