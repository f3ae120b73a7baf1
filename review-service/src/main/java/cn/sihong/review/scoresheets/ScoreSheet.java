package cn.sihong.review.scoresheets;

import cn.sihong.platform.problem.InvalidInput;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** What one school says of another, open until it is locked, and kept where it is corrected. */
sealed interface ScoreSheet {

    Heading heading();

    long version();

    Answers answers();

    /**
     * Whose sheet it is, and about whom.
     *
     * @param thirdLookAt the one application to look at again; absent for all of its kind
     */
    record Heading(
            UUID id,
            UUID roundId,
            UUID programmeId,
            UUID reviewing,
            UUID judged,
            Kind kind,
            @Nullable UUID thirdLookAt) {

        boolean isBlind() {
            return kind == Kind.PAPER;
        }

        boolean covers(UUID application, String category) {
            return thirdLookAt == null ? kind.covers(category) : thirdLookAt.equals(application);
        }
    }

    /** Being filled. */
    record Open(Heading heading, long version, Answers answers) implements ScoreSheet {

        /** Replaces all that was said before; scores may still be missing. */
        Open fill(Answers said, Paper paper) {
            var faults = paper.faults(said);
            if (!faults.isEmpty()) throw new InvalidInput(faults);
            return new Open(heading, version + 1, said);
        }

        /** Final, if every application is scored by every criterion. */
        Locked lock(Paper paper, Instant now) {
            var missing = paper.missing(answers);
            if (!missing.isEmpty()) throw new SheetIncomplete(missing);
            return new Locked(heading, version + 1, answers.only(paper.rubrics().keySet()), now);
        }
    }

    /** Final, unless it holds a slip. */
    record Locked(Heading heading, long version, Answers answers, Instant lockedAt)
            implements ScoreSheet {

        /** Kept as it is, and counts no more. */
        Corrected correct(Correction correction) {
            return new Corrected(heading, version + 1, answers, lockedAt, correction);
        }
    }

    /**
     * Why a locked sheet counts no more.
     *
     * @param by who of discipline allowed it
     * @param inItsPlace the sheet that its school fills instead
     */
    record Correction(String reason, UUID by, Instant at, UUID inItsPlace) {}

    /** What was locked and held a slip, word for word as it was. */
    record Corrected(
            Heading heading, long version, Answers answers, Instant lockedAt, Correction correction)
            implements ScoreSheet {}
}
