package cn.sihong.submission.applications;

import cn.sihong.platform.calendar.WorkingDays;
import cn.sihong.platform.problem.NotPossibleNow;
import cn.sihong.submission.organisations.Organisation;
import cn.sihong.submission.programmes.Category;
import cn.sihong.submission.programmes.Programme;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One application, in the state it is in. A state offers the moves it allows and no others, so a
 * move that makes no sense does not compile; whether a person may make it, and when, is the
 * lifecycle's business.
 */
sealed interface Application {

    /** How often a unit may send one application back; after that it decides (research.md §4). */
    int MOST_RETURNS = 2;

    /** So many working days a school has to improve what was sent back, if the window allows. */
    int IMPROVEMENT_DAYS = 5;

    /** How often the bureau may ask a school to put formal faults right. */
    int MOST_CORRECTIONS = 1;

    Entry entry();

    Content content();

    record Id(UUID value) {}

    /**
     * What never changes about an application, and the version that always does.
     *
     * @param unit the street centre or direct unit that screens it
     * @param form the version of the category's form on which it is written
     */
    record Entry(
            Id id,
            Programme.Id programme,
            Organisation.Id school,
            Organisation.Id unit,
            Category category,
            int form,
            long version) {}

    /**
     * The secretary's word that it is true (R32): the school's opinion, by whom and when. What was
     * undertaken is written on the form in the version of the entry.
     */
    record Signature(String opinion, UUID secretary, Instant at) {
        LocalDate day() {
            return LocalDate.ofInstant(at, WorkingDays.BEIJING);
        }
    }

    /** States in which the school may write. */
    sealed interface Editable extends Application {
        Editable revise(Content content);

        /** Submits these of its answers. */
        Submitted submit(Content content, Signature signature);
    }

    /** States in which the school may take it back. */
    sealed interface Withdrawable extends Application {
        default Withdrawn withdraw() {
            return new Withdrawn(entry(), content());
        }
    }

    /** States in which the unit has decided. */
    sealed interface Screened extends Application {}

    /** States in which the unit has reported it: neither of them takes it back any more. */
    sealed interface Reported extends Application {}

    /** Being written. */
    record Draft(Entry entry, Content content) implements Editable, Withdrawable {
        @Override
        public Draft revise(Content content) {
            return new Draft(entry, content);
        }

        @Override
        public Submitted submit(Content content, Signature signature) {
            return new Submitted(entry, content, signature, 0);
        }
    }

    /** Signed and waiting for the unit. */
    record Submitted(Entry entry, Content content, Signature signature, int returns)
            implements Withdrawable {

        Returned sendBack(String reason, LocalDate dueOn) {
            if (returns >= MOST_RETURNS) throw new ReturnedOftenEnough();
            return new Returned(entry, content, returns + 1, reason, dueOn);
        }

        Recommended recommend(int rank) {
            return new Recommended(entry, content, signature, returns, rank);
        }

        NotRecommended decline(String reason) {
            return new NotRecommended(entry, content, signature, returns, reason);
        }
    }

    /**
     * Sent back by the unit to be improved.
     *
     * @param dueOn the last day on which it can be submitted again
     */
    record Returned(Entry entry, Content content, int returns, String reason, LocalDate dueOn)
            implements Editable, Withdrawable {

        @Override
        public Returned revise(Content content) {
            return new Returned(entry, content, returns, reason, dueOn);
        }

        @Override
        public Submitted submit(Content content, Signature signature) {
            if (signature.day().isAfter(dueOn)) throw new ReturnOverdue(dueOn);
            return new Submitted(entry, content, signature, returns);
        }
    }

    /**
     * The unit puts it forward.
     *
     * @param rank the unit's order within the category, 1 is first
     */
    record Recommended(Entry entry, Content content, Signature signature, int returns, int rank)
            implements Screened, Withdrawable {

        Batched batch(UUID batch) {
            return new Batched(entry, content, signature, rank, batch);
        }
    }

    /** The unit does not put it forward; as something built (打造) it still counts for R44. */
    record NotRecommended(
            Entry entry, Content content, Signature signature, int returns, String reason)
            implements Screened, Withdrawable {}

    /** Reported to the bureau in the unit's batch. */
    record Batched(Entry entry, Content content, Signature signature, int rank, UUID batch)
            implements Reported {

        Received receive(ApplicationNumber number) {
            return new Received(entry, content, signature, rank, batch, number, 0);
        }

        /** The bureau's second check does not uphold what a direct unit said of itself (G9). */
        NotRecommended strike(String reason) {
            return new NotRecommended(entry, content, signature, 0, reason);
        }
    }

    /**
     * With the bureau, waiting for its formal check (形式审查).
     *
     * @param corrections how often the school has corrected it since: once at most
     */
    record Received(
            Entry entry,
            Content content,
            Signature signature,
            int rank,
            UUID batch,
            ApplicationNumber number,
            int corrections)
            implements Reported {

        FormallyOk admit() {
            return new FormallyOk(entry, content, signature, rank, batch, number);
        }

        /** Names all formal faults at once: there is no second correction (research.md §4). */
        InCorrection askCorrection(String reason, LocalDate until) {
            if (corrections >= MOST_CORRECTIONS) throw new CorrectedOnce();
            return new InCorrection(entry, content, signature, rank, batch, number, reason, until);
        }

        NotAdmitted refuse(String reason) {
            return new NotAdmitted(entry, content, signature, rank, batch, number, reason);
        }
    }

    /**
     * Back at the school to put formal faults right (补正), with a clock of its own.
     *
     * @param until the last day to hand it in again
     */
    record InCorrection(
            Entry entry,
            Content content,
            Signature signature,
            int rank,
            UUID batch,
            ApplicationNumber number,
            String reason,
            LocalDate until)
            implements Reported {

        InCorrection revise(Content content) {
            return new InCorrection(entry, content, signature, rank, batch, number, reason, until);
        }

        Received handIn(Content content, Signature signature) {
            return new Received(entry, content, signature, rank, batch, number, MOST_CORRECTIONS);
        }

        void mustBeInTime(LocalDate today) {
            if (isOverdue(today)) throw new CorrectionOverdue(until);
        }

        /** What was not put right in time is out; before that nobody may say so. */
        NotAdmitted refuse(String reason, LocalDate today) {
            if (!isOverdue(today)) throw new NotPossibleNow("作出不受理决定", "待补正，期限未到");
            return new NotAdmitted(entry, content, signature, rank, batch, number, reason);
        }

        private boolean isOverdue(LocalDate today) {
            return today.isAfter(until);
        }
    }

    /** Past the formal check (受理), and from now on with those who judge. */
    record FormallyOk(
            Entry entry,
            Content content,
            Signature signature,
            int rank,
            UUID batch,
            ApplicationNumber number)
            implements Reported {

        Honoured honour(String certificate) {
            return new Honoured(entry, content, signature, rank, batch, number, certificate);
        }
    }

    /** Not past the formal check; nobody judges it. */
    record NotAdmitted(
            Entry entry,
            Content content,
            Signature signature,
            int rank,
            UUID batch,
            ApplicationNumber number,
            String reason)
            implements Reported {}

    /** Commended; the certificate's number proves it. */
    record Honoured(
            Entry entry,
            Content content,
            Signature signature,
            int rank,
            UUID batch,
            ApplicationNumber number,
            String certificate)
            implements Reported {

        Revoked revoke(String reason) {
            return new Revoked(entry, content, signature, rank, batch, number, certificate, reason);
        }
    }

    /** The honour was taken back; the certificate's number stays, and says so to whoever checks. */
    record Revoked(
            Entry entry,
            Content content,
            Signature signature,
            int rank,
            UUID batch,
            ApplicationNumber number,
            String certificate,
            String reason)
            implements Reported {}

    /** Taken back by the school. */
    record Withdrawn(Entry entry, Content content) implements Application {}

    /**
     * The number everybody quotes (编号), {@code 2027-YD-JD03-0002}: year, category, unit and the
     * unit's rank in it. Ranks are unique where a number is, so nothing needs to be counted.
     */
    record ApplicationNumber(String value) {
        static ApplicationNumber of(int year, Category category, String unitCode, int rank) {
            return new ApplicationNumber(
                    "%d-%s-%s-%04d".formatted(year, category.code(), unitCode, rank));
        }
    }
}
