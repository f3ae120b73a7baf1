package cn.sihong.submission.programmes;

import cn.sihong.platform.problem.NotPossibleNow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

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
        Published publish(Instant now) {
            Completeness.mustBeComplete(terms);
            return new Published(id, terms, now, version + 1);
        }
    }

    /** In force: what its windows allow may be done. */
    record Published(Id id, Terms terms, Instant publishedAt, long version) implements Programme {

        public int year() {
            return terms.year();
        }

        public boolean isOpen(Stage stage, LocalDate day) {
            return window(stage).isOpenOn(day);
        }

        /** Refuses with {@link WindowClosed} on a day outside the stage's window. */
        public void mustBeOpen(Stage stage, LocalDate day) {
            if (!isOpen(stage, day)) throw new WindowClosed(window(stage), day);
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

        /**
         * Ends it; not while its last window is still to come or open, except for demonstrations.
         */
        Closed close(LocalDate today, Instant now) {
            if (!terms.demonstration() && !today.isAfter(window(Stage.COMMENDATION).closesOn()))
                throw new NotPossibleNow("结束方案", "表彰阶段尚未结束");
            return new Closed(id, terms, publishedAt, now, version + 1);
        }
    }

    /** Over: everything in it can be read and nothing can be done. */
    record Closed(Id id, Terms terms, Instant publishedAt, Instant closedAt, long version)
            implements Programme {}
}
