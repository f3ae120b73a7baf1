package cn.sihong.review.findings;

import cn.sihong.platform.keycloak.Role;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Something found wrong at a school, in the state it is in. */
sealed interface Finding {

    Entry entry();

    Matter matter();

    Term term();

    /** The same with another entry: a new version, or another who verifies. */
    Finding with(Entry entry);

    /**
     * What hardly changes about a finding, and the version that always does.
     *
     * @param unitId the school's street centre or direct unit, which may follow it
     * @param sourceId the visit or score sheet it comes from; absent where it comes from none
     */
    record Entry(
            UUID id,
            UUID programmeId,
            UUID schoolId,
            UUID unitId,
            Source source,
            @Nullable UUID sourceId,
            Finder finder,
            long version) {

        Entry handedTo(Finder next) {
            return new Entry(id, programmeId, schoolId, unitId, source, sourceId, next, version);
        }

        Entry at(long newVersion) {
            return new Entry(
                    id, programmeId, schoolId, unitId, source, sourceId, finder, newVersion);
        }
    }

    /**
     * Who found it, and so says whether it was put right.
     *
     * @param organisationId for whom they looked; absent for those of the bureau
     */
    record Finder(UUID subject, Role role, @Nullable UUID organisationId) {}

    /**
     * What is wrong.
     *
     * @param advice what the finder suggests
     * @param before attachments that show it
     */
    record Matter(
            Area area, TimeClass timeClass, String problem, String advice, List<UUID> before) {
        public Matter {
            before = List.copyOf(before);
        }
    }

    /**
     * How it was put right, as the school says.
     *
     * @param leader who of the school answers for it (责任领导)
     * @param responsible who does it (责任人)
     * @param before attachments that show how it was
     * @param after attachments that show how it is
     * @param by the secretary's subject
     */
    record Answer(
            String measures,
            String leader,
            String responsible,
            List<UUID> before,
            List<UUID> after,
            UUID by,
            LocalDate on) {
        public Answer {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /** Somebody's word, and when. */
    record Word(UUID by, Instant at) {}

    /** The school's turn. */
    sealed interface Due extends Finding {
        default Answered answer(Answer answer) {
            return new Answered(entry(), matter(), term(), answer);
        }
    }

    /** The school has answered; whoever looks again may open it again. */
    sealed interface Settled extends Finding {

        Answer answer();

        /** Answered by its last day. */
        default boolean inTime() {
            return !term().isOverOn(answer().on());
        }

        default Reopened reopen(String reason, Term term) {
            return new Reopened(entry(), matter(), term, reason);
        }
    }

    /** Handed to the school. */
    record Open(Entry entry, Matter matter, Term term) implements Due {
        @Override
        public Open with(Entry entry) {
            return new Open(entry, matter, term);
        }
    }

    /** The school says how it was put right. */
    record Answered(Entry entry, Matter matter, Term term, Answer answer) implements Settled {
        Verified verify(Word verification) {
            return new Verified(entry, matter, term, answer, verification);
        }

        @Override
        public Answered with(Entry entry) {
            return new Answered(entry, matter, term, answer);
        }
    }

    /** Its finder looked and agrees. */
    record Verified(Entry entry, Matter matter, Term term, Answer answer, Word verification)
            implements Settled {
        Closing close(Word first) {
            return new Closing(entry, matter, term, answer, verification, first);
        }

        @Override
        public Verified with(Entry entry) {
            return new Verified(entry, matter, term, answer, verification);
        }
    }

    /** One person has closed it, another one must agree. */
    record Closing(
            Entry entry, Matter matter, Term term, Answer answer, Word verification, Word first)
            implements Settled {
        Closed close(Word second) {
            if (second.by().equals(first.by())) throw new AnotherPersonCloses();
            return new Closed(entry, matter, term, answer, verification, first, second);
        }

        @Override
        public Closing with(Entry entry) {
            return new Closing(entry, matter, term, answer, verification, first);
        }
    }

    /** Two people have closed it (销号). */
    record Closed(
            Entry entry,
            Matter matter,
            Term term,
            Answer answer,
            Word verification,
            Word first,
            Word second)
            implements Settled {
        @Override
        public Closed with(Entry entry) {
            return new Closed(entry, matter, term, answer, verification, first, second);
        }
    }

    /** The answer did not hold; the school has a new term. */
    record Reopened(Entry entry, Matter matter, Term term, String reason) implements Due {
        @Override
        public Reopened with(Entry entry) {
            return new Reopened(entry, matter, term, reason);
        }
    }

    /** How pressing it is today; only what waits for the school presses. */
    default Warning warningOn(LocalDate today) {
        return switch (this) {
            case Due due -> due.term().warningOn(today);
            case Settled _ -> Warning.NONE;
        };
    }

    /** How it stands for the school's assessment. */
    default Standing standingOn(LocalDate today) {
        return switch (this) {
            case Due due -> due.term().isOverOn(today) ? Standing.OVERDUE : Standing.NOT_YET_DUE;
            case Settled settled -> settled.inTime() ? Standing.IN_TIME : Standing.LATE;
        };
    }
}
