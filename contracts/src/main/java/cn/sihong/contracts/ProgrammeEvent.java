package cn.sihong.contracts;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What the bureau says of a programme (局实施方案, R23, R68). */
@JsonTypeInfo(
        use = JsonTypeInfo.Id.NAME,
        property = "type",
        defaultImpl = ProgrammeEvent.Unrecognised.class)
public sealed interface ProgrammeEvent extends Event {

    String TOPIC = "programmes";

    @Override
    default String topic() {
        return TOPIC;
    }

    /**
     * The bureau issued the programme, or a corrected edition of it: what stands here replaces what
     * was said before.
     */
    @JsonTypeName("programme.published.v1")
    record Published(
            Stamp stamp,
            UUID programmeId,
            String title,
            int year,
            String mode,
            boolean demonstration,
            List<Category> categories,
            List<Window> windows,
            Weights weights,
            @Nullable Rules rules)
            implements ProgrammeEvent {

        /** With nothing said about the selection beyond weights and quotas. */
        public Published(
                Stamp stamp,
                UUID programmeId,
                String title,
                int year,
                String mode,
                boolean demonstration,
                List<Category> categories,
                List<Window> windows,
                Weights weights) {
            this(
                    stamp,
                    programmeId,
                    title,
                    year,
                    mode,
                    demonstration,
                    categories,
                    windows,
                    weights,
                    null);
        }

        @Override
        public String key() {
            return programmeId.toString();
        }
    }

    /**
     * One unit has more time in one stage.
     *
     * @param stage as in {@link Window}
     * @param until its last day, included
     */
    @JsonTypeName("programme.extended.v1")
    record Extended(Stamp stamp, UUID programmeId, UUID unitId, String stage, LocalDate until)
            implements ProgrammeEvent {
        @Override
        public String key() {
            return programmeId.toString();
        }
    }

    /** A demonstration was wiped with all that came of it; it has never been. */
    @JsonTypeName("programme.wiped.v1")
    record Wiped(Stamp stamp, UUID programmeId) implements ProgrammeEvent {
        @Override
        public String key() {
            return programmeId.toString();
        }
    }

    /** The programme is over; nothing more happens under it. */
    @JsonTypeName("programme.closed.v1")
    record Closed(Stamp stamp, UUID programmeId) implements ProgrammeEvent {
        @Override
        public String key() {
            return programmeId.toString();
        }
    }

    /**
     * One of the four “reds”.
     *
     * @param category {@code RED_GARDENER}, {@code RED_READING_ROOM}, {@code RED_CLASSROOM} or
     *     {@code RED_BASE}
     * @param minPerUnit recommended or built by every school at least (R44)
     * @param quota honours at most (R59)
     */
    record Category(String category, String name, int minPerUnit, int maxPerUnit, int quota) {}

    /**
     * When something may be done, both days included.
     *
     * @param stage {@code PLAN CREATION APPLICATION MUTUAL_REVIEW APPRAISAL ACCEPTANCE SELECTION
     *     NOTICE COMMENDATION}
     */
    record Window(String stage, LocalDate opensOn, LocalDate closesOn) {}

    /** Shares of the composite score in whole per cent; they add up to 100. */
    record Weights(int mutualReview, int appraisal, int acceptance, int supervision) {}

    /**
     * What else decides the selection; declared with the weights, before the first score. What is
     * absent has its default (research.md §3.4.3, §4).
     *
     * @param minimumAcceptance what a school and an application need on site, in thousandths of a
     *     point of 100; 60 points where absent
     * @param minimumSatisfaction what the appraisal must say at least, likewise; 80 points where
     *     absent and the appraisal is weighed
     * @param tieBreak what is compared, one after the other, where composites are equal: {@code
     *     ACCEPTANCE EFFECTIVENESS SATISFACTION MUTUAL_REVIEW}, in this order where absent; what
     *     stays equal is left to a recorded vote
     * @param outstandingSchools honours for outstanding schools at most (R60); none where absent
     * @param outstandingMembers honours for outstanding Party members at most (R61); none where
     *     absent
     */
    record Rules(
            @Nullable Long minimumAcceptance,
            @Nullable Long minimumSatisfaction,
            @Nullable List<String> tieBreak,
            @Nullable Caps caps,
            @Nullable Integer outstandingSchools,
            @Nullable Integer outstandingMembers) {}

    /**
     * Limits within a category's quota; what is absent does not limit.
     *
     * @param perSchool honours of one school in one category at most
     * @param headsPercent share of leaders of schools (校领导) among the honoured of a category at
     *     most, in whole per cent
     * @param kindergartens places of a category that kindergartens get at least, as far as some
     *     pass the gates
     */
    record Caps(
            @Nullable Integer perSchool,
            @Nullable Integer headsPercent,
            @Nullable Integer kindergartens) {}

    /** An event of a type that this build does not know: counted, never fatal. */
    @JsonTypeName("programme.unrecognised")
    record Unrecognised(@Nullable Stamp stamp) implements ProgrammeEvent {
        public Unrecognised {
            if (stamp == null) stamp = Stamp.UNKNOWN;
        }

        @Override
        public String key() {
            return "";
        }
    }
}
