package cn.sihong.submission.plans;

import cn.sihong.submission.organisations.Organisation;
import cn.sihong.submission.programmes.Programme;

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
        Returned sendBack(String reason) {
            return new Returned(entry, content, reason);
        }

        GatePassed pass() {
            return new GatePassed(entry, content);
        }
    }

    /** Sent back to be improved. */
    record Returned(Entry entry, Content content, String reason) implements Editable {
        @Override
        public Returned revise(Content content) {
            return new Returned(entry, content, reason);
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
    }

    /** On file at the bureau. */
    record Filed(Entry entry, Content content) implements SchoolPlan {}
}
