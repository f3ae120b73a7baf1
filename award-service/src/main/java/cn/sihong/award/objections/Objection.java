package cn.sihong.award.objections;

import cn.sihong.platform.calendar.WorkingDays;
import cn.sihong.platform.problem.InvalidInput;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/** An objection or an appeal, without who made it. */
sealed interface Objection {

    Entry entry();

    /** Identifies an objection. */
    record Id(UUID value) {}

    /** What it is about. */
    enum Kind {
        /** Against something on the list. */
        OBJECTION("异议"),
        /** By a school: a step was left out or made by the wrong people. */
        PROCEDURE_APPEAL("程序申诉"),
        /** By a school: the points were added up wrongly. */
        ARITHMETIC_APPEAL("计算申诉");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** Who speaks: a person under its name, or a unit under its seal. */
    enum Voice {
        PERSON,
        UNIT
    }

    /** What it is about. */
    record Matter(
            UUID noticeId,
            UUID selectionId,
            UUID programmeId,
            UUID applicationId,
            String title,
            UUID schoolId,
            String schoolName,
            UUID unitId) {}

    /**
     * What every state has.
     *
     * @param receipt {@code 异2026-0007}
     * @param redacted what was said, without the person who said it
     * @param acceptBy the last working day to accept it or turn it down
     */
    record Entry(
            Id id,
            String receipt,
            Kind kind,
            Voice voice,
            Matter matter,
            String redacted,
            LocalDate receivedOn,
            LocalDate acceptBy,
            long version) {

        Entry next() {
            return with(redacted);
        }

        Entry with(String text) {
            return new Entry(
                    id, receipt, kind, voice, matter, text, receivedOn, acceptBy, version + 1);
        }
    }

    /**
     * Until when it has to be investigated.
     *
     * @param extendedBecause why it takes longer; absent where it does not
     */
    record Clock(LocalDate acceptedOn, LocalDate investigateBy, @Nullable String extendedBecause) {

        /** Research.md §3.7. */
        static final int ACCEPT_WITHIN = 3;

        static final int INVESTIGATE_WITHIN = 10;

        Clock extend(int workingDays, String reason, LocalDate today, WorkingDays days) {
            if (extendedBecause != null)
                throw new InvalidInput(
                        "workingDays", "核查期限只能延长一次，已延长至 %s。".formatted(investigateBy));
            if (today.isAfter(investigateBy))
                throw new InvalidInput("workingDays", "核查期限 %s 已过，不能再延长。".formatted(investigateBy));
            if (workingDays < 1 || workingDays > INVESTIGATE_WITHIN)
                throw new InvalidInput(
                        "workingDays", "延长 1 至 %d 个工作日。".formatted(INVESTIGATE_WITHIN));
            return new Clock(acceptedOn, days.nthAfter(investigateBy, workingDays), reason);
        }
    }

    /** What the investigation found. */
    record Report(String findings, boolean founded, LocalDate on) {}

    /**
     * What the Party group decided.
     *
     * @param reply what the objector reads with the receipt
     */
    record Decision(boolean sustained, String reply, LocalDate on) {}

    /**
     * Received; nobody looked at it yet.
     *
     * @param complete a unit's seal has come; true for a person from the start
     */
    record Registered(Entry entry, boolean complete) implements Objection {

        Registered completed() {
            return new Registered(entry.next(), true);
        }

        Accepted accept(String redacted, LocalDate today, WorkingDays days) {
            if (!complete) throw new SealMissing();
            return new Accepted(
                    entry.with(redacted),
                    new Clock(today, days.nthAfter(today, Clock.INVESTIGATE_WITHIN), null));
        }

        NotAccepted turnDown(String reason, LocalDate today) {
            return new NotAccepted(entry.next(), reason, today);
        }
    }

    /** Not anonymous talk, not about this list, or without any fact (不予受理). */
    record NotAccepted(Entry entry, String reason, LocalDate on) implements Objection {}

    /** Being investigated; what it is about stands still. */
    record Accepted(Entry entry, Clock clock) implements Objection {

        Accepted extend(int workingDays, String reason, LocalDate today, WorkingDays days) {
            return new Accepted(entry.next(), clock.extend(workingDays, reason, today, days));
        }

        Investigated report(Report report) {
            return new Investigated(entry.next(), clock, report);
        }
    }

    /** The facts are found; the Party group has to decide. */
    record Investigated(Entry entry, Clock clock, Report report) implements Objection {

        Decided decide(Decision decision) {
            return new Decided(entry.next(), clock, report, decision);
        }
    }

    /** Answered for good. */
    record Decided(Entry entry, Clock clock, Report report, Decision decision)
            implements Objection {}

    /** As the database and the wire spell it. */
    default String state() {
        return switch (this) {
            case Registered _ -> "REGISTERED";
            case NotAccepted _ -> "NOT_ACCEPTED";
            case Accepted _ -> "ACCEPTED";
            case Investigated _ -> "INVESTIGATED";
            case Decided _ -> "DECIDED";
        };
    }

    /** In a person's words. */
    default String word() {
        return switch (this) {
            case Registered _ -> "已登记，待受理";
            case NotAccepted _ -> "不予受理";
            case Accepted _ -> "已受理，核查中";
            case Investigated _ -> "已核查，待决定";
            case Decided decided -> decided.decision().sustained() ? "已办结，反映属实" : "已办结，反映不属实";
        };
    }
}
