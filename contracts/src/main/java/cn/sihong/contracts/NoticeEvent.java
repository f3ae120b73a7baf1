package cn.sihong.contracts;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/** The public notice of a proposed list (公示). */
@JsonTypeInfo(
        use = JsonTypeInfo.Id.NAME,
        property = "type",
        defaultImpl = NoticeEvent.Unrecognised.class)
public sealed interface NoticeEvent extends Event {

    String TOPIC = "notices";

    @Override
    default String topic() {
        return TOPIC;
    }

    /** The notice is open to the public until the end of its last day. */
    @JsonTypeName("notice.opened.v1")
    record Opened(
            Stamp stamp,
            UUID noticeId,
            UUID selectionId,
            String title,
            LocalDate opensOn,
            LocalDate closesOn,
            String packageHash)
            implements NoticeEvent {
        @Override
        public String key() {
            return noticeId.toString();
        }
    }

    /** An officer shortened the clock of a demonstration programme. */
    @JsonTypeName("notice.shortened.v1")
    record Shortened(
            Stamp stamp, UUID noticeId, UUID selectionId, LocalDate closesOn, String reason)
            implements NoticeEvent {
        @Override
        public String key() {
            return noticeId.toString();
        }
    }

    /** The period ended without an open objection. */
    @JsonTypeName("notice.closed.v1")
    record Closed(Stamp stamp, UUID noticeId, UUID selectionId) implements NoticeEvent {
        @Override
        public String key() {
            return noticeId.toString();
        }
    }

    /** The list it gave notice of was annulled by a new decision. */
    @JsonTypeName("notice.withdrawn.v1")
    record Withdrawn(Stamp stamp, UUID noticeId, UUID selectionId) implements NoticeEvent {
        @Override
        public String key() {
            return noticeId.toString();
        }
    }

    /**
     * Somebody objected to an entry, or a school appealed. Nothing here nor anywhere else on the
     * wire tells who objects.
     *
     * @param kind {@code OBJECTION}, {@code PROCEDURE_APPEAL} or {@code ARITHMETIC_APPEAL}
     * @param acceptBy the last working day to accept it or turn it down
     */
    @JsonTypeName("notice.objection-registered.v1")
    record ObjectionRegistered(
            Stamp stamp,
            UUID objectionId,
            UUID noticeId,
            UUID applicationId,
            String kind,
            LocalDate acceptBy)
            implements NoticeEvent {
        @Override
        public String key() {
            return objectionId.toString();
        }
    }

    /** It is being investigated; what it is about stands still. */
    @JsonTypeName("notice.objection-accepted.v1")
    record ObjectionAccepted(
            Stamp stamp, UUID objectionId, UUID applicationId, LocalDate investigateBy)
            implements NoticeEvent {
        @Override
        public String key() {
            return objectionId.toString();
        }
    }

    /** It was turned down, with a reason the objector reads. */
    @JsonTypeName("notice.objection-not-accepted.v1")
    record ObjectionNotAccepted(Stamp stamp, UUID objectionId, UUID applicationId)
            implements NoticeEvent {
        @Override
        public String key() {
            return objectionId.toString();
        }
    }

    /** The Party group decided it; what was sustained makes the list be decided anew. */
    @JsonTypeName("notice.objection-decided.v1")
    record ObjectionDecided(Stamp stamp, UUID objectionId, UUID applicationId, boolean sustained)
            implements NoticeEvent {
        @Override
        public String key() {
            return objectionId.toString();
        }
    }

    /** An event of a type that this build does not know: counted, never fatal. */
    @JsonTypeName("notice.unrecognised")
    record Unrecognised(@Nullable Stamp stamp) implements NoticeEvent {
        public Unrecognised {
            if (stamp == null) stamp = Stamp.UNKNOWN;
        }

        @Override
        public String key() {
            return "";
        }
    }
}
