package cn.sihong.review.inspections;

import static java.util.Objects.requireNonNull;

import cn.sihong.review.rubrics.Method;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What an inspector wrote down, perhaps far from any network. A record never changes; a later one
 * may replace it by naming it, and who did not know of a record cannot replace it.
 *
 * @param id made by the device
 * @param author the inspector's subject
 * @param madeAt by the device's clock; nothing depends on it
 * @param replaces records of the same thing that the author had before them
 */
record FieldRecord(UUID id, UUID author, Instant madeAt, SortedSet<UUID> replaces, Body body) {

    FieldRecord {
        replaces = sorted(replaces);
    }

    /** What is written down, also as it travels. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    sealed interface Body {

        /** What records about the same thing have in common, so that they replace one another. */
        String slot(UUID author);
    }

    /**
     * What was done by one of the four methods.
     *
     * @param count documents read, places seen, people spoken with, or ballots returned
     * @param counts what the count is made of: people by group, ballots by what became of them
     * @param photos ids of {@link Photographs}, which may arrive earlier or later
     */
    @JsonTypeName("METHOD")
    record MethodUsed(
            Method method, String note, int count, Map<Count, Integer> counts, List<UUID> photos)
            implements Body {

        static final int MOST_PHOTOS = 12;

        MethodUsed {
            requireNonNull(method);
            requireNonNull(note);
            counts = counts == null ? Map.of() : Map.copyOf(counts);
            photos = photos == null ? List.of() : List.copyOf(photos);
        }

        @Override
        public String slot(UUID author) {
            return "method/%s/%s".formatted(author, method);
        }
    }

    /**
     * Points for one criterion.
     *
     * @param about the school or one of its applications
     * @param points milli-points; absent takes back what was given
     */
    @JsonTypeName("POINTS")
    record Scored(UUID about, String criterion, @Nullable Integer points) implements Body {
        Scored {
            requireNonNull(about);
            requireNonNull(criterion);
        }

        @Override
        public String slot(UUID author) {
            return "points/%s/%s/%s".formatted(author, about, criterion);
        }
    }

    /**
     * An application that could not be judged on the spot, and why; it gets no points, not zero.
     */
    @JsonTypeName("EXCEPTION")
    record Excepted(UUID about, String reason) implements Body {
        Excepted {
            requireNonNull(about);
            requireNonNull(reason);
        }

        @Override
        public String slot(UUID author) {
            return "exception/%s/%s".formatted(author, about);
        }
    }

    /**
     * A bonus or a deduction of the school, beside its points: a fact that the team has in common.
     *
     * @param rule code of the programme's rule
     * @param times how often it applies; none takes back what was said
     * @param evidence where it can be looked up
     */
    @JsonTypeName("ADJUSTMENT")
    record Adjusted(String rule, int times, String reason, String evidence) implements Body {
        Adjusted {
            requireNonNull(rule);
            requireNonNull(reason);
            requireNonNull(evidence);
        }

        @Override
        public String slot(UUID author) {
            return "adjustment/" + rule;
        }
    }

    /** An inspector who did not come, and why. */
    @JsonTypeName("ABSENCE")
    record Absent(UUID inspector, String reason) implements Body {
        Absent {
            requireNonNull(inspector);
            requireNonNull(reason);
        }

        @Override
        public String slot(UUID author) {
            return "absence/" + inspector;
        }
    }

    /**
     * The author's scores are final.
     *
     * @param sealed the records they are
     */
    @JsonTypeName("SCORES_LOCKED")
    record ScoresLocked(SortedSet<UUID> sealed) implements Body {
        ScoresLocked {
            sealed = sorted(sealed);
        }

        @Override
        public String slot(UUID author) {
            return "lock/" + author;
        }
    }

    /**
     * Both sides sign the closing summary.
     *
     * @param schoolSignatory who signed for the school
     * @param sealed the records they sign: methods, adjustments, locks and absences
     * @param schoolDrawing the school's hand, if it was drawn: one of {@link Photographs}
     * @param teamDrawing the same of the inspector who signs
     */
    @JsonTypeName("SIGNATURE")
    record SignedOff(
            String summary,
            String schoolSignatory,
            SortedSet<UUID> sealed,
            @Nullable UUID schoolDrawing,
            @Nullable UUID teamDrawing)
            implements Body {

        /** Signed without drawing. */
        SignedOff(String summary, String schoolSignatory, SortedSet<UUID> sealed) {
            this(summary, schoolSignatory, sealed, null, null);
        }

        SignedOff {
            requireNonNull(summary);
            requireNonNull(schoolSignatory);
            sealed = sorted(sealed);
        }

        @Override
        public String slot(UUID author) {
            return "signature";
        }
    }

    String slot() {
        return body.slot(author);
    }

    /** Whether another inspector may read it before their own scores are locked. */
    boolean isOpenToTheTeam() {
        return switch (body) {
            case Scored _, Excepted _ -> false;
            case MethodUsed _, Adjusted _, Absent _, ScoresLocked _, SignedOff _ -> true;
        };
    }

    static SortedSet<UUID> sorted(Iterable<UUID> ids) {
        var sorted = new TreeSet<UUID>();
        ids.forEach(sorted::add);
        return Collections.unmodifiableSortedSet(sorted);
    }
}
