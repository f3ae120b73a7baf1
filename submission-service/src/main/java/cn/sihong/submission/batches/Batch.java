package cn.sihong.submission.batches;

import cn.sihong.submission.organisations.Organisation;
import cn.sihong.submission.programmes.Programme;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A unit's report to the bureau. */
sealed interface Batch {

    record Id(UUID value) {}

    Entry entry();

    /**
     * What the unit reported; it never changes.
     *
     * @param reasons why a school stays below the minimum, by school
     * @param submittedBy the reviewer who sent it
     * @param late after the window, within the unit's recorded extension
     * @param version 0 until it was written
     */
    record Entry(
            Id id,
            Programme.Id programme,
            Organisation.Id unit,
            int recommended,
            int notRecommended,
            Map<UUID, String> reasons,
            @Nullable UUID submittedBy,
            Instant submittedAt,
            boolean late,
            long version) {

        public Entry {
            reasons = Map.copyOf(reasons);
        }
    }

    /**
     * The bureau's second look at what a direct unit screened for itself (复核, research.md G9).
     *
     * @param struck what it does not uphold, and why, by application
     */
    record SecondCheck(String opinion, Map<UUID, String> struck, UUID by, Instant at) {
        public SecondCheck {
            struck = Map.copyOf(struck);
        }
    }

    /** With the bureau, unread. */
    record Submitted(Entry entry) implements Batch {

        SecondChecked check(SecondCheck check) {
            return new SecondChecked(entry, check);
        }

        /**
         * @param ofItself whether the unit screened its own applications, as direct units do
         */
        Received receive(Instant now, boolean ofItself) {
            if (ofItself) throw new SecondCheckMissing();
            return new Received(entry, null, now);
        }
    }

    /** A direct unit's, looked at a second time. */
    record SecondChecked(Entry entry, SecondCheck check) implements Batch {
        Received receive(Instant now) {
            return new Received(entry, check, now);
        }
    }

    /** The bureau took it over, and each application has its number. */
    record Received(Entry entry, @Nullable SecondCheck check, Instant receivedAt)
            implements Batch {}
}
