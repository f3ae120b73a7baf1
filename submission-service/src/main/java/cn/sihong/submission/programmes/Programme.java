package cn.sihong.submission.programmes;

import cn.sihong.platform.calendar.WorkingDays;
import cn.sihong.platform.problem.NotPossibleNow;
import cn.sihong.submission.organisations.Organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The bureau's programme of a year. Each move makes the next version. */
public sealed interface Programme {

    record Id(UUID value) {}

    Id id();

    Terms terms();

    long version();

    /** Being written; only the party office sees it. */
    record Draft(Id id, Terms terms, long version) implements Programme {

        static Draft begin(Id id, Terms terms) {
            Completeness.mustBeSound(terms);
            return new Draft(id, terms, 1);
        }

        Draft edit(Terms edited) {
            Completeness.mustBeSound(edited);
            return new Draft(id, edited, version + 1);
        }

        /** Issues the programme; refuses one that is not complete, naming every gap. */
        Published publish(WorkingDays calendar, Instant now) {
            Completeness.mustBeComplete(terms, calendar);
            return new Published(id, terms, 1, List.of(), now, version + 1);
        }
    }

    /**
     * In force: what its windows allow may be done.
     *
     * @param edition 1 as it was published, one more with each correction
     */
    record Published(
            Id id,
            Terms terms,
            int edition,
            List<Extension> extensions,
            Instant publishedAt,
            long version)
            implements Programme {

        public Published {
            extensions = List.copyOf(extensions);
        }

        public int year() {
            return terms.year();
        }

        public boolean isOpen(Stage stage, LocalDate day) {
            return window(stage).isOpenOn(day);
        }

        /** Whether the stage is open to this unit, which may have been given more time. */
        public boolean isOpen(Stage stage, LocalDate day, Organisation.Id unit) {
            return !day.isBefore(window(stage).opensOn()) && !day.isAfter(closesOn(stage, unit));
        }

        /** Refuses with {@link WindowClosed} on a day outside the stage's window. */
        public void mustBeOpen(Stage stage, LocalDate day) {
            if (!isOpen(stage, day)) throw closed(stage, window(stage).closesOn(), day);
        }

        /**
         * Refuses with {@link WindowClosed} on a day on which the stage is not open to this unit.
         *
         * @param unit the street centre or direct unit whose school, or which itself, wants to act
         */
        public void mustBeOpen(Stage stage, LocalDate day, Organisation.Id unit) {
            if (!isOpen(stage, day, unit)) throw closed(stage, closesOn(stage, unit), day);
        }

        /** The unit's last day in the stage, more time included. */
        public LocalDate closesOn(Stage stage, Organisation.Id unit) {
            return Stream.concat(
                            Stream.of(window(stage).closesOn()),
                            extensions.stream()
                                    .filter(one -> one.stage() == stage && one.unit().equals(unit))
                                    .map(Extension::until))
                    .max(LocalDate::compareTo)
                    .orElseThrow();
        }

        public Window window(Stage stage) {
            return terms.windows().stream()
                    .filter(window -> window.stage() == stage)
                    .findFirst()
                    .orElseThrow();
        }

        public CategoryRule rule(Category category) {
            return terms.categories().stream()
                    .filter(rule -> rule.category() == category)
                    .findFirst()
                    .orElseThrow();
        }

        private WindowClosed closed(Stage stage, LocalDate closesOn, LocalDate today) {
            return new WindowClosed(
                    stage.chinese(terms.words()), window(stage).opensOn(), closesOn, today);
        }

        /** Gives a unit more time; late without it is late (invariant 10). */
        Published extend(Extension extension, WorkingDays calendar, LocalDate today) {
            var until = extension.until();
            if (!until.isAfter(closesOn(extension.stage(), extension.unit())))
                throw new ExtensionNotPossible("until", "延期后的截止日期须晚于该单位现在的截止日期。");
            if (until.isBefore(today)) throw new ExtensionNotPossible("until", "延期后的截止日期不能早于今天。");
            if (!calendar.isWorkingDay(until))
                throw new ExtensionNotPossible("until", "截止日期须为工作日，请避开周末和节假日。");
            return new Published(
                    id,
                    terms,
                    edition,
                    Stream.concat(extensions.stream(), Stream.of(extension)).toList(),
                    publishedAt,
                    version + 1);
        }

        /**
         * Issues a corrected edition. What kind of undertaking it is does not change, and how it is
         * judged does not once judging has begun.
         */
        Published correct(Terms corrected, WorkingDays calendar, LocalDate today) {
            Completeness.mustBeComplete(corrected, calendar);
            Completeness.mustBeTheSameUndertaking(terms, corrected);
            if (judgingHasBegun(today) && !terms.judgesLike(corrected)) throw new RulesFrozen();
            return new Published(id, corrected, edition + 1, extensions, publishedAt, version + 1);
        }

        private boolean judgingHasBegun(LocalDate today) {
            return Stream.of(Stage.MUTUAL_REVIEW, Stage.APPRAISAL, Stage.ACCEPTANCE)
                    .anyMatch(stage -> !today.isBefore(window(stage).opensOn()));
        }

        /**
         * Ends it; not while its last window is still to come or open, except for demonstrations.
         */
        Closed close(LocalDate today, Instant now) {
            if (!terms.demonstration() && !today.isAfter(window(Stage.COMMENDATION).closesOn()))
                throw new NotPossibleNow(
                        "结束方案", "“%s”阶段尚未结束".formatted(Stage.COMMENDATION.chinese(terms.words())));
            return new Closed(id, terms, edition, extensions, publishedAt, now, version + 1);
        }
    }

    /** Over: everything in it can be read and nothing can be done. */
    record Closed(
            Id id,
            Terms terms,
            int edition,
            List<Extension> extensions,
            Instant publishedAt,
            Instant closedAt,
            long version)
            implements Programme {

        public Closed {
            extensions = List.copyOf(extensions);
        }
    }
}
