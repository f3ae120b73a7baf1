package cn.sihong.award.honours;

import java.time.LocalDate;
import java.util.UUID;

/** That a school does as another's honoured brand does (research.md §8.21): uptake, not clicks. */
sealed interface Adoption {

    Entry entry();

    /** Identifies an adoption. */
    record Id(UUID value) {}

    /**
     * Who took up what from whom.
     *
     * @param whatChanged at the adopter's, in its own words
     */
    record Entry(
            Id id,
            UUID honourId,
            UUID originId,
            UUID adopterId,
            String adopterName,
            String whatChanged,
            LocalDate claimedOn,
            long version) {

        Entry next() {
            return new Entry(
                    id,
                    honourId,
                    originId,
                    adopterId,
                    adopterName,
                    whatChanged,
                    claimedOn,
                    version + 1);
        }
    }

    /** Said by the adopter; it counts for nothing yet. */
    record Claimed(Entry entry) implements Adoption {

        Confirmed confirm(LocalDate on) {
            return new Confirmed(entry.next(), on);
        }

        Declined decline(String remark, LocalDate on) {
            return new Declined(entry.next(), remark, on);
        }
    }

    /** The origin school agrees. */
    record Confirmed(Entry entry, LocalDate on) implements Adoption {}

    /** The origin school knows nothing of it. */
    record Declined(Entry entry, String remark, LocalDate on) implements Adoption {}

    /** As the database and the wire spell it. */
    default String state() {
        return switch (this) {
            case Claimed _ -> "CLAIMED";
            case Confirmed _ -> "CONFIRMED";
            case Declined _ -> "DECLINED";
        };
    }
}
