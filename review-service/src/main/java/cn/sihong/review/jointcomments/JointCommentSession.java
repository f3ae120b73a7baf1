package cn.sihong.review.jointcomments;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A session, from its agenda to its minutes. */
sealed interface JointCommentSession {

    Plan plan();

    long version();

    /** What is arranged. */
    record Plan(UUID id, UUID programmeId, LocalDate plannedOn, String venue, List<Turn> agenda) {
        public Plan {
            agenda = List.copyOf(agenda);
        }
    }

    /** A school's turn; in the order of the agenda. */
    record Turn(UUID schoolId, int minutes) {}

    /** What is said to a school. */
    record Comment(UUID schoolId, String strengths, String problems, String advice) {}

    /** The agenda can still change. */
    record Planned(Plan plan, long version) implements JointCommentSession {
        Planned arrange(Plan other) {
            return new Planned(other, version + 1);
        }

        Held hold(LocalDate on) {
            return new Held(plan, version + 1, on);
        }
    }

    /** The session took place; comments are written down. */
    record Held(Plan plan, long version, LocalDate heldOn) implements JointCommentSession {
        Minuted minute(String minutes) {
            return new Minuted(plan, version + 1, heldOn, minutes);
        }
    }

    /** Final. */
    record Minuted(Plan plan, long version, LocalDate heldOn, String minutes)
            implements JointCommentSession {}

    default String inWords() {
        return switch (this) {
            case Planned _ -> "已安排";
            case Held _ -> "已召开";
            case Minuted _ -> "纪要已定稿";
        };
    }
}
