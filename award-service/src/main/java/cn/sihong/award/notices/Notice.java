package cn.sihong.award.notices;

import cn.sihong.award.selection.Winner;
import cn.sihong.platform.calendar.WorkingDays;
import cn.sihong.platform.problem.InvalidInput;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A public notice and how far its period has come. */
public sealed interface Notice {

    /** Research.md §3.7: not fewer. */
    int WORKING_DAYS = 5;

    Entry entry();

    /** In a draft the period it would have. */
    Period period();

    /** Identifies a notice. */
    record Id(UUID value) {}

    /**
     * What a notice says; from its publication on for ever in these words.
     *
     * @param packageHash of the result package behind the list
     * @param list what it gives notice of, in the words of the day
     */
    record Entry(
            Id id,
            UUID selectionId,
            UUID programmeId,
            boolean demonstration,
            String title,
            String text,
            String packageHash,
            List<Line> list,
            long version) {

        public Entry {
            list = List.copyOf(list);
        }

        Entry next() {
            return saying(title, text, list);
        }

        Entry saying(String title, String text, List<Line> list) {
            return new Entry(
                    id,
                    selectionId,
                    programmeId,
                    demonstration,
                    title,
                    text,
                    packageHash,
                    list,
                    version + 1);
        }

        boolean lists(UUID application) {
            return list.stream().anyMatch(one -> one.applicationId().equals(application));
        }
    }

    /** One of the list, in the words of the day. */
    record Line(
            UUID applicationId,
            String category,
            String categoryName,
            String title,
            String summary,
            UUID schoolId,
            String schoolName,
            UUID unitId) {

        static Line of(Winner winner) {
            return new Line(
                    winner.applicationId(),
                    winner.category(),
                    winner.categoryName(),
                    winner.title(),
                    winner.summary(),
                    winner.schoolId(),
                    winner.schoolName(),
                    winner.unitId());
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

        /** Whether the public may look and object. */
        boolean runsOn(LocalDate day, WorkingDays days) {
            return !day.isBefore(opensOn) && !day.isAfter(lastDay(days));
        }

        /** A full period has to be over; a shortened one to have come to its last day. */
        void requireOver(LocalDate today, WorkingDays days) {
            var lastDay = lastDay(days);
            boolean over =
                    shortenedBecause == null ? today.isAfter(lastDay) : !today.isBefore(lastDay);
            if (!over) throw new StillOpen(lastDay);
        }
    }

    /**
     * Being written.
     *
     * @param author who wrote it last; somebody else publishes it
     */
    record Draft(Entry entry, Period period, UUID author) implements Notice {

        Draft revise(String title, String text, List<Line> list, Period period, UUID author) {
            return new Draft(entry.saying(title, text, list), period, author);
        }

        Open publish(UUID approver, LocalDate today, WorkingDays days) {
            if (approver.equals(author)) throw new AuthorPublishes();
            var opensOn = period.opensOn().isBefore(today) ? today : period.opensOn();
            return new Open(entry.next(), Period.from(opensOn, days));
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

        Withdrawn withdraw(Instant now) {
            return new Withdrawn(entry.next(), period, now);
        }
    }

    /** Ended without an open objection: the result stays, the details do not. */
    record Closed(Entry entry, Period period, Instant at) implements Notice {

        Withdrawn withdraw(Instant now) {
            return new Withdrawn(entry.next(), period, now);
        }
    }

    /** Its list was annulled; that it stood stays known. */
    record Withdrawn(Entry entry, Period period, Instant at) implements Notice {}

    /** As the database and the wire spell it. */
    default String state() {
        return switch (this) {
            case Draft _ -> "DRAFT";
            case Open _ -> "OPEN";
            case Closed _ -> "CLOSED";
            case Withdrawn _ -> "WITHDRAWN";
        };
    }

    /** In a person's words. */
    default String word() {
        return switch (this) {
            case Draft _ -> "拟稿";
            case Open _ -> "公示中";
            case Closed _ -> "公示已结束";
            case Withdrawn _ -> "名单已撤销，公示撤回";
        };
    }
}
