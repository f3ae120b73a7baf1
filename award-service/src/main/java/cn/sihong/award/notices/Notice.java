package cn.sihong.award.notices;

import cn.sihong.platform.calendar.WorkingDays;
import cn.sihong.platform.problem.InvalidInput;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A public notice and how far its period has come. */
public sealed interface Notice {

    /** Research.md §3.7: not fewer. */
    int WORKING_DAYS = 5;

    Entry entry();

    Period period();

    /** Identifies a notice. */
    record Id(UUID value) {}

    /**
     * What a notice says, for ever in the words it was opened with.
     *
     * @param packageHash of the result package behind the list
     */
    record Entry(
            Id id,
            UUID selectionId,
            UUID programmeId,
            boolean demonstration,
            String title,
            String text,
            String packageHash,
            long version) {
        Entry next() {
            return new Entry(
                    id,
                    selectionId,
                    programmeId,
                    demonstration,
                    title,
                    text,
                    packageHash,
                    version + 1);
        }
    }

    /**
     * From when to when it stands, both days included.
     *
     * @param shortenedBecause why an officer shortened it; absent for every real notice
     */
    record Period(LocalDate opensOn, LocalDate closesOn, @Nullable String shortenedBecause) {

        /** The full period from this day on; the day itself does not count. */
        static Period from(LocalDate opensOn, WorkingDays days) {
            return new Period(opensOn, days.nthAfter(opensOn, WORKING_DAYS), null);
        }

        /**
         * The day it may not be closed before. A calendar corrected meanwhile can only move it
         * back.
         */
        LocalDate lastDay(WorkingDays days) {
            if (shortenedBecause != null) return closesOn;
            var full = days.nthAfter(opensOn, WORKING_DAYS);
            return full.isAfter(closesOn) ? full : closesOn;
        }

        /** A full period has to be over; a shortened one to have come to its last day. */
        void requireOver(LocalDate today, WorkingDays days) {
            var lastDay = lastDay(days);
            boolean over =
                    shortenedBecause == null ? today.isAfter(lastDay) : !today.isBefore(lastDay);
            if (!over) throw new StillOpen(lastDay);
        }
    }

    /** The public may look at the details. */
    record Open(Entry entry, Period period) implements Notice {

        Open shorten(LocalDate closesOn, String reason, LocalDate today) {
            if (!entry.demonstration()) throw new NotADemonstration();
            if (closesOn.isBefore(today) || closesOn.isBefore(period.opensOn()))
                throw new InvalidInput("closesOn", "结束日期不能早于今天和公示开始日期。");
            if (!closesOn.isBefore(period.closesOn()))
                throw new InvalidInput("closesOn", "结束日期应早于原定的 %s。".formatted(period.closesOn()));
            return new Open(entry.next(), new Period(period.opensOn(), closesOn, reason));
        }

        Closed close(Instant now, WorkingDays days) {
            period.requireOver(LocalDate.ofInstant(now, WorkingDays.BEIJING), days);
            return new Closed(entry.next(), period, now);
        }
    }

    /** Ended without an open objection: the result stays, the details do not. */
    record Closed(Entry entry, Period period, Instant at) implements Notice {}

    /** As the database and the wire spell it. */
    default String state() {
        return switch (this) {
            case Open _ -> "OPEN";
            case Closed _ -> "CLOSED";
        };
    }
}
