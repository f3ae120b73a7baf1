package cn.sihong.review.vetoes;

import cn.sihong.review.rubrics.Adjusting.VetoGround;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/** One proposal to rule a school or an application out, and what became of it. */
sealed interface Veto {

    /** Working days in which the school may say something before it is decided. */
    int DAYS_TO_BE_HEARD = 3;

    /** Working days in which it may appeal. */
    int DAYS_TO_APPEAL = 5;

    Entry entry();

    /** What the school said before the decision, if it did. */
    @Nullable Word statement();

    /**
     * What was proposed.
     *
     * @param applicationId absent where it is about the school as a whole
     * @param fact what happened
     * @param evidence where it can be looked up
     * @param hearUntil the school's last day to say something before the decision
     */
    record Entry(
            UUID id,
            long version,
            UUID programmeId,
            UUID schoolId,
            @Nullable UUID applicationId,
            UUID rubricId,
            VetoGround ground,
            String fact,
            String evidence,
            UUID proposedBy,
            LocalDate proposedOn,
            LocalDate hearUntil) {

        Entry next() {
            return new Entry(
                    id,
                    version + 1,
                    programmeId,
                    schoolId,
                    applicationId,
                    rubricId,
                    ground,
                    fact,
                    evidence,
                    proposedBy,
                    proposedOn,
                    hearUntil);
        }
    }

    /** What the school says, before the decision or against it. */
    record Word(String text, UUID by, LocalDate on) {}

    /**
     * What the Party group decided.
     *
     * @param minutes the minutes it stands in (会议纪要)
     */
    record Decision(String reason, String minutes, UUID by, LocalDate on) {}

    /** The school may be heard. */
    record Proposed(Entry entry, @Nullable Word statement) implements Veto {

        Proposed hear(Word said) {
            return new Proposed(entry.next(), said);
        }

        Dismissed dismiss(Decision decision) {
            check(decision);
            return new Dismissed(entry.next(), statement, decision);
        }

        /**
         * @param appealUntil the school's last day to appeal
         */
        Imposed impose(Decision decision, LocalDate appealUntil) {
            check(decision);
            return new Imposed(entry.next(), statement, decision, appealUntil);
        }

        private void check(Decision decision) {
            if (decision.by().equals(entry.proposedBy())) throw new AnotherPersonDecides();
            if (statement == null && !decision.on().isAfter(entry.hearUntil()))
                throw new SchoolNotHeard(entry.hearUntil());
        }
    }

    /** It came to nothing. */
    record Dismissed(Entry entry, @Nullable Word statement, Decision decision) implements Veto {}

    /** Ruled out. */
    record Imposed(Entry entry, @Nullable Word statement, Decision decision, LocalDate appealUntil)
            implements Veto {

        Appealed appeal(Word said) {
            if (said.on().isAfter(appealUntil)) throw new AppealTooLate(appealUntil);
            return new Appealed(entry.next(), statement, decision, appealUntil, said);
        }
    }

    /** Ruled out for now; the Party group looks again. */
    record Appealed(
            Entry entry,
            @Nullable Word statement,
            Decision decision,
            LocalDate appealUntil,
            Word appeal)
            implements Veto {

        Reviewed review(boolean upheld, Decision review) {
            if (review.by().equals(entry.proposedBy()) || review.by().equals(decision.by()))
                throw new AnotherPersonDecides();
            return new Reviewed(
                    entry.next(), statement, decision, appealUntil, appeal, review, upheld);
        }
    }

    /**
     * The last word.
     *
     * @param upheld still ruled out
     */
    record Reviewed(
            Entry entry,
            @Nullable Word statement,
            Decision decision,
            LocalDate appealUntil,
            Word appeal,
            Decision review,
            boolean upheld)
            implements Veto {}

    /** The state by its name in the table and on the wire. */
    default String state() {
        return switch (this) {
            case Proposed _ -> "PROPOSED";
            case Dismissed _ -> "DISMISSED";
            case Imposed _ -> "IMPOSED";
            case Appealed _ -> "APPEALED";
            case Reviewed it -> it.upheld() ? "UPHELD" : "LIFTED";
        };
    }

    /** The state in a person's words. */
    default String inWords() {
        return switch (this) {
            case Proposed _ -> "待党组研究";
            case Dismissed _ -> "不予否决";
            case Imposed _ -> "已否决";
            case Appealed _ -> "申诉复核中";
            case Reviewed it -> it.upheld() ? "复核维持否决" : "复核撤销否决";
        };
    }
}
