package cn.sihong.contracts;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** From scores to a proposed list (评选, R58–R59). */
@JsonTypeInfo(
        use = JsonTypeInfo.Id.NAME,
        property = "type",
        defaultImpl = SelectionEvent.Unrecognised.class)
public sealed interface SelectionEvent extends Event {

    String TOPIC = "selections";

    @Override
    default String topic() {
        return TOPIC;
    }

    /** The ranking was computed and frozen; whoever has the package can compute it again. */
    @JsonTypeName("selection.frozen.v1")
    record Frozen(Stamp stamp, UUID selectionId, int candidates, int selected, String packageHash)
            implements SelectionEvent {
        @Override
        public String key() {
            return selectionId.toString();
        }
    }

    /** The deciding body voted. */
    @JsonTypeName("selection.deliberated.v1")
    record Deliberated(
            Stamp stamp,
            UUID selectionId,
            int due,
            int present,
            int inFavour,
            int against,
            int abstained,
            boolean adopted)
            implements SelectionEvent {
        @Override
        public String key() {
            return selectionId.toString();
        }
    }

    /** The list is proposed and may go to public notice. */
    @JsonTypeName("selection.proposed.v1")
    record Proposed(Stamp stamp, UUID selectionId, int selected) implements SelectionEvent {
        @Override
        public String key() {
            return selectionId.toString();
        }
    }

    /**
     * All decisions were released together: from here on each applicant may read its own.
     *
     * @param decisions how many, with those not selected
     * @param selected how many of them are on the list
     * @param listHash SHA-256 of the list that was shown before
     */
    @JsonTypeName("selection.released.v1")
    record Released(Stamp stamp, UUID selectionId, int decisions, int selected, String listHash)
            implements SelectionEvent {
        @Override
        public String key() {
            return selectionId.toString();
        }
    }

    /**
     * By a new decision one of the list fell out, and the next in reserve took the place.
     *
     * @param successor absent where the place stays empty
     */
    @JsonTypeName("selection.replaced.v1")
    record Replaced(Stamp stamp, UUID selectionId, UUID applicationId, @Nullable UUID successor)
            implements SelectionEvent {
        @Override
        public String key() {
            return selectionId.toString();
        }
    }

    /**
     * By a new decision the whole list no longer stands, and the programme is selected for anew.
     *
     * @param reason in words that may be published
     */
    @JsonTypeName("selection.annulled.v1")
    record Annulled(Stamp stamp, UUID selectionId, String reason) implements SelectionEvent {
        @Override
        public String key() {
            return selectionId.toString();
        }
    }

    /** The list was commended. */
    @JsonTypeName("selection.commended.v1")
    record Commended(Stamp stamp, UUID selectionId, String documentNumber)
            implements SelectionEvent {
        @Override
        public String key() {
            return selectionId.toString();
        }
    }

    /** A school put one of its Party members forward (R61); who it is stays with the producer. */
    @JsonTypeName("selection.member-nominated.v1")
    record MemberNominated(Stamp stamp, UUID nominationId, UUID schoolId)
            implements SelectionEvent {
        @Override
        public String key() {
            return nominationId.toString();
        }
    }

    /** The parent unit stands by a nomination: the member stands for selection. */
    @JsonTypeName("selection.member-endorsed.v1")
    record MemberEndorsed(Stamp stamp, UUID nominationId, UUID schoolId) implements SelectionEvent {
        @Override
        public String key() {
            return nominationId.toString();
        }
    }

    /** The parent unit does not stand by a nomination. */
    @JsonTypeName("selection.member-declined.v1")
    record MemberDeclined(Stamp stamp, UUID nominationId, UUID schoolId) implements SelectionEvent {
        @Override
        public String key() {
            return nominationId.toString();
        }
    }

    /** The school took a nomination back. */
    @JsonTypeName("selection.member-withdrawn.v1")
    record MemberWithdrawn(Stamp stamp, UUID nominationId, UUID schoolId)
            implements SelectionEvent {
        @Override
        public String key() {
            return nominationId.toString();
        }
    }

    /** An event of a type that this build does not know: counted, never fatal. */
    @JsonTypeName("selection.unrecognised")
    record Unrecognised(@Nullable Stamp stamp) implements SelectionEvent {
        public Unrecognised {
            if (stamp == null) stamp = Stamp.UNKNOWN;
        }

        @Override
        public String key() {
            return "";
        }
    }
}
