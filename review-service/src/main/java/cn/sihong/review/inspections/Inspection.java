package cn.sihong.review.inspections;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * A visit to a school, from its date to its scores; what was found stands in its {@link Fieldbook}.
 */
sealed interface Inspection {

    Visit visit();

    long version();

    /**
     * What was scheduled.
     *
     * @param inspectors the subjects of those who may inspect
     * @param route where it stands in the team's way; absent where nobody planned one
     */
    record Visit(
            UUID id,
            UUID programmeId,
            UUID schoolId,
            LocalDate on,
            Set<UUID> inspectors,
            @Nullable Stop route) {
        public Visit {
            inspectors = Set.copyOf(inspectors);
        }

        Visit movedTo(LocalDate day) {
            return new Visit(id, programmeId, schoolId, day, inspectors, route);
        }
    }

    /**
     * A stop on a team's way through one day.
     *
     * @param place first, second, …
     */
    record Stop(UUID teamId, int place) {}

    /**
     * What both sides agreed on the spot.
     *
     * @param record the record of the signature, which names what it signs
     * @param by the inspector's subject
     * @param schoolSignatory who signed for the school
     */
    record Signature(UUID record, UUID by, String schoolSignatory, String summary, Instant at) {}

    /** The date is set. */
    record Scheduled(Visit visit, long version) implements Inspection {
        OnSite start() {
            return new OnSite(visit, version + 1);
        }

        Scheduled moveTo(LocalDate day) {
            return new Scheduled(visit.movedTo(day), version + 1);
        }
    }

    /** The inspectors are there, or have come back and not brought all records yet. */
    record OnSite(Visit visit, long version) implements Inspection {

        /** Something was written down. */
        OnSite written() {
            return new OnSite(visit, version + 1);
        }

        Signed sign(Signature signature) {
            return new Signed(visit, version + 1, signature);
        }
    }

    /** Both sides have signed, and all that they signed is here. */
    record Signed(Visit visit, long version, Signature signature) implements Inspection {

        /** A record came that does not touch what was signed. */
        Signed written() {
            return new Signed(visit, version + 1, signature);
        }

        /** A signature came that knows nothing of this one: both are shown, neither holds. */
        OnSite doubt() {
            return new OnSite(visit, version + 1);
        }

        Signed signAgain(Signature again) {
            return new Signed(visit, version + 1, again);
        }

        Locked lock(UUID by, Instant now) {
            if (!by.equals(signature.by())) throw new SignerLocks();
            return new Locked(visit, version + 1, signature, now);
        }
    }

    /** The result is final. */
    record Locked(Visit visit, long version, Signature signature, Instant lockedAt)
            implements Inspection {}

    /** The state in a person's words. */
    default String inWords() {
        return switch (this) {
            case Scheduled _ -> "已安排";
            case OnSite _ -> "验收中";
            case Signed _ -> "已签字";
            case Locked _ -> "已锁定";
        };
    }
}
