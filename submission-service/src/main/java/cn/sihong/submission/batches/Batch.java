package cn.sihong.submission.batches;

import cn.sihong.submission.organisations.Organisation;
import cn.sihong.submission.programmes.Programme;

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
     * @param version 0 until it was written
     */
    record Entry(
            Id id,
            Programme.Id programme,
            Organisation.Id unit,
            int recommended,
            int notRecommended,
            Map<UUID, String> reasons,
            Instant submittedAt,
            long version) {

        public Entry {
            reasons = Map.copyOf(reasons);
        }
    }

    /** With the bureau, unread. */
    record Submitted(Entry entry) implements Batch {
        Received receive(Instant now) {
            return new Received(entry, now);
        }
    }

    /** The bureau took it over, and each application has its number. */
    record Received(Entry entry, Instant receivedAt) implements Batch {}
}
