package cn.sihong.review.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/** A supervision visit, in the state it is in. */
sealed interface Visit {

    Plan plan();

    long version();

    /**
     * What was announced.
     *
     * @param unitId the school's street centre or direct unit
     * @param item the item on the yearly list that allows it
     * @param visitors the subjects of those who come
     */
    record Plan(
            UUID id,
            UUID programmeId,
            UUID schoolId,
            UUID unitId,
            UUID item,
            LocalDate on,
            LocalDate announcedOn,
            Set<UUID> visitors) {
        public Plan {
            visitors = Set.copyOf(visitors);
        }
    }

    /** How one looks (research.md §3.6: 看现场、查档案、听汇报). */
    enum Means {
        SITE,
        FILES,
        REPORT,
        TALKS
    }

    /**
     * What was done on the spot.
     *
     * @param met people spoken with
     */
    record Observation(Set<Means> means, int met, String note) {
        public Observation {
            means = Set.copyOf(means);
        }
    }

    /** What the visitors say of it; the school reads it. */
    record Report(String strengths, String problems, UUID by, Instant at) {}

    /** The school knows the day. */
    record Announced(Plan plan, long version) implements Visit {
        Held hold(Observation record, LocalDate today) {
            if (today.isBefore(plan.on())) throw new NotYetVisited(plan.on());
            return new Held(plan, version, record);
        }

        CalledOff callOff(String reason) {
            return new CalledOff(plan, version, reason);
        }
    }

    /** The visitors were there. */
    record Held(Plan plan, long version, Observation record) implements Visit {
        Reported report(Report report) {
            return new Reported(plan, version, record, report);
        }
    }

    /** Its record is complete, guidance went to the school. */
    record Reported(Plan plan, long version, Observation record, Report report) implements Visit {}

    /** Nobody came, for a reason; the school's season is free again. */
    record CalledOff(Plan plan, long version, String reason) implements Visit {}

    /** The state in a person's words. */
    default String inWords() {
        return switch (this) {
            case Announced _ -> "已预告";
            case Held _ -> "已入校";
            case Reported _ -> "已反馈";
            case CalledOff _ -> "已取消";
        };
    }

    /** The state as the table and the wire call it. */
    default String state() {
        return switch (this) {
            case Announced _ -> "ANNOUNCED";
            case Held _ -> "HELD";
            case Reported _ -> "REPORTED";
            case CalledOff _ -> "CALLED_OFF";
        };
    }
}
