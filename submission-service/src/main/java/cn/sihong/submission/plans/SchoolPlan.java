package cn.sihong.submission.plans;

import cn.sihong.submission.organisations.Organisation;
import cn.sihong.submission.programmes.Programme;

import java.util.Map;
import java.util.UUID;

/** A school's plan in the state it is in, with just the moves that state allows. */
sealed interface SchoolPlan {

    Entry entry();

    Content content();

    record Id(UUID value) {}

    /** What never changes, and the version that always does; 0 until it was written. */
    record Entry(
            Id id,
            Programme.Id programme,
            Organisation.Id school,
            Organisation.Id unit,
            long version) {}

    /** Why a plan is sent back, and what is said of which of its parts. */
    record Review(String reason, Map<Section, String> comments) {
        public Review {
            comments = Map.copyOf(comments);
        }
    }

    /** States in which the school may write. */
    sealed interface Editable extends SchoolPlan {
        Editable revise(Content content);

        default Submitted submit() {
            return new Submitted(entry(), content());
        }
    }

    /** Being written. */
    record Draft(Entry entry, Content content) implements Editable {
        @Override
        public Draft revise(Content content) {
            return new Draft(entry, content);
        }
    }

    /** Waiting at the gate. */
    record Submitted(Entry entry, Content content) implements SchoolPlan {
        Returned sendBack(Review review) {
            return new Returned(entry, content, review);
        }

        GatePassed pass() {
            return new GatePassed(entry, content);
        }
    }

    /** Sent back to be improved. */
    record Returned(Entry entry, Content content, Review review) implements Editable {
        @Override
        public Returned revise(Content content) {
            return new Returned(entry, content, review);
        }
    }

    /** The unit let it pass (审核把关). */
    record GatePassed(Entry entry, Content content) implements SchoolPlan {
        Batched batch() {
            return new Batched(entry, content);
        }
    }

    /** Reported to the bureau with the unit's others (统一报送). */
    record Batched(Entry entry, Content content) implements SchoolPlan {
        Filed file() {
            return new Filed(entry, content);
        }

        /** Not accepted: the school improves it, and it goes through the gate again. */
        Returned sendBack(Review review) {
            return new Returned(entry, content, review);
        }
    }

    /** On file at the bureau. */
    record Filed(Entry entry, Content content) implements SchoolPlan {}
}
