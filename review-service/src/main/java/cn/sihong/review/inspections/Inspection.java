package cn.sihong.review.inspections;

import cn.sihong.platform.problem.InvalidInput;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/** A visit to a school, from its date to its scores. */
sealed interface Inspection {

    Visit visit();

    long version();

    Findings findings();

    /**
     * What was scheduled.
     *
     * @param inspectors the subjects of those who may inspect
     */
    record Visit(UUID id, UUID programmeId, UUID schoolId, LocalDate on, Set<UUID> inspectors) {
        public Visit {
            inspectors = Set.copyOf(inspectors);
        }
    }

    /**
     * What both sides agreed on the spot.
     *
     * @param by the inspector's subject
     * @param schoolSignatory who signed for the school
     */
    record Signature(UUID by, String schoolSignatory, String summary, Instant at) {}

    /** The date is set. */
    record Scheduled(Visit visit, long version) implements Inspection {
        OnSite start() {
            return new OnSite(visit, version + 1, Findings.none());
        }

        @Override
        public Findings findings() {
            return Findings.none();
        }
    }

    /** The inspectors are there. */
    record OnSite(Visit visit, long version, Findings findings) implements Inspection {

        /** Replaces all that was found before; something may still be missing. */
        OnSite record(Findings found, Checklist checklist) {
            var faults = checklist.faults(found);
            if (!faults.isEmpty()) throw new InvalidInput(faults);
            return new OnSite(visit, version + 1, found);
        }

        /** Both sides sign, if all four methods were used and nothing is unscored. */
        Signed sign(Signature signature, Checklist checklist) {
            var unused = checklist.unused(findings);
            if (!unused.isEmpty()) throw new MethodsMissing(unused);
            var missing = checklist.missing(findings);
            if (!missing.isEmpty()) throw new FindingsIncomplete(missing);
            return new Signed(visit, version + 1, findings, signature);
        }
    }

    /** Both sides have signed. */
    record Signed(Visit visit, long version, Findings findings, Signature signature)
            implements Inspection {
        Locked lock(UUID by, Instant now) {
            if (!by.equals(signature.by())) throw new SignerLocks();
            return new Locked(visit, version + 1, findings, signature, now);
        }
    }

    /** The result is final. */
    record Locked(
            Visit visit, long version, Findings findings, Signature signature, Instant lockedAt)
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
