package cn.sihong.contracts;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The one round in which schools judge each other (互查互评, R46). Nothing here tells who judged whom.
 */
@JsonTypeInfo(
        use = JsonTypeInfo.Id.NAME,
        property = "type",
        defaultImpl = MutualReviewEvent.Unrecognised.class)
public sealed interface MutualReviewEvent extends Event {

    String TOPIC = "mutual-reviews";

    @Override
    default String topic() {
        return TOPIC;
    }

    /**
     * The list of schools and the rules were sealed: the hash was published before the seed was
     * known.
     */
    @JsonTypeName("mutual-review.committed.v1")
    record Committed(
            Stamp stamp,
            UUID roundId,
            int schools,
            int reviewsPerSchool,
            String commitment,
            String seedSource)
            implements MutualReviewEvent {
        @Override
        public String key() {
            return roundId.toString();
        }
    }

    /** The draw was made from the seed; anybody can repeat it. */
    @JsonTypeName("mutual-review.drawn.v1")
    record Drawn(Stamp stamp, UUID roundId, String seed, int pairs, String sheetHash)
            implements MutualReviewEvent {
        @Override
        public String key() {
            return roundId.toString();
        }
    }

    /** Reviewers may see whom they judge. */
    @JsonTypeName("mutual-review.released.v1")
    record Released(Stamp stamp, UUID roundId) implements MutualReviewEvent {
        @Override
        public String key() {
            return roundId.toString();
        }
    }

    /** One score sheet about a school was locked; of its author only that there is one. */
    @JsonTypeName("mutual-review.sheet-locked.v1")
    record SheetLocked(Stamp stamp, UUID roundId, UUID sheetId, UUID reviewedSchoolId)
            implements MutualReviewEvent {
        @Override
        public String key() {
            return roundId.toString();
        }
    }

    /**
     * A locked sheet turned out to hold a slip: it is kept as it was and counts no more, and its
     * school fills another in its place.
     *
     * @param inItsPlace the other sheet
     */
    @JsonTypeName("mutual-review.sheet-corrected.v1")
    record SheetCorrected(
            Stamp stamp, UUID roundId, UUID sheetId, UUID inItsPlace, UUID reviewedSchoolId)
            implements MutualReviewEvent {
        @Override
        public String key() {
            return roundId.toString();
        }
    }

    /** What the round says of one application. */
    @JsonTypeName("mutual-review.application-scored.v1")
    record ApplicationScored(
            Stamp stamp, UUID roundId, UUID applicationId, long trimmedMean, int scores)
            implements MutualReviewEvent {
        @Override
        public String key() {
            return roundId.toString();
        }
    }

    /**
     * What an applicant is told once results are released: how it stood by each indicator, and what
     * was said. Of whom nothing is said.
     *
     * @param indicators in the order of the rubric
     * @param comments shuffled, those that are empty left out
     */
    @JsonTypeName("mutual-review.application-explained.v1")
    record ApplicationExplained(
            Stamp stamp,
            UUID roundId,
            UUID applicationId,
            List<Indicator> indicators,
            List<String> comments)
            implements MutualReviewEvent {
        @Override
        public String key() {
            return roundId.toString();
        }
    }

    /**
     * One line of a rubric.
     *
     * @param code unique in its rubric
     * @param mean over all score sheets, in thousandths of a point, half a thousandth upwards
     * @param max of this line, in thousandths of a point
     */
    record Indicator(String code, String name, long mean, long max) {}

    /** All sheets are in; the scores announced before are final. */
    @JsonTypeName("mutual-review.closed.v1")
    record Closed(Stamp stamp, UUID roundId, int sheets, int applications)
            implements MutualReviewEvent {
        @Override
        public String key() {
            return roundId.toString();
        }
    }

    /** Discipline looked the draw over and found nothing against it. */
    @JsonTypeName("mutual-review.inspected.v1")
    record Inspected(Stamp stamp, UUID roundId, String sheetHash) implements MutualReviewEvent {
        @Override
        public String key() {
            return roundId.toString();
        }
    }

    /**
     * A draw was undone before anything was scored; everything begins again.
     *
     * @param run which draw it was, counted from 1
     */
    @JsonTypeName("mutual-review.run-undone.v1")
    record RunUndone(Stamp stamp, UUID roundId, int run) implements MutualReviewEvent {
        @Override
        public String key() {
            return roundId.toString();
        }
    }

    /**
     * Somebody dropped out, and the draw was mended.
     *
     * @param number which time, counted from 1
     * @param gone how many pairs are no more
     * @param added how many came in their place
     */
    @JsonTypeName("mutual-review.mended.v1")
    record Mended(Stamp stamp, UUID roundId, int number, int gone, int added, String sheetHash)
            implements MutualReviewEvent {
        @Override
        public String key() {
            return roundId.toString();
        }
    }

    /**
     * What the round says of one application once the reviewers' severity is allowed for; stands
     * beside the trimmed mean and replaces nothing.
     */
    @JsonTypeName("mutual-review.application-calibrated.v1")
    record ApplicationCalibrated(
            Stamp stamp, UUID roundId, UUID applicationId, long calibratedMean, int scores)
            implements MutualReviewEvent {
        @Override
        public String key() {
            return roundId.toString();
        }
    }

    /** The joint comment session (集中点评, R47) was held and its minutes are final. */
    @JsonTypeName("mutual-review.comment-session-minuted.v1")
    record CommentSessionMinuted(Stamp stamp, UUID sessionId, LocalDate heldOn, int schools)
            implements MutualReviewEvent {
        @Override
        public String key() {
            return sessionId.toString();
        }
    }

    /** An event of a type that this build does not know: counted, never fatal. */
    @JsonTypeName("mutual-review.unrecognised")
    record Unrecognised(@Nullable Stamp stamp) implements MutualReviewEvent {
        public Unrecognised {
            if (stamp == null) stamp = Stamp.UNKNOWN;
        }

        @Override
        public String key() {
            return "";
        }
    }
}
