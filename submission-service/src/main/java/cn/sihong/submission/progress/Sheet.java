package cn.sihong.submission.progress;

import cn.sihong.submission.programmes.Category;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** One of the three sheets a school keeps for a programme, as it stands. */
sealed interface Sheet {

    enum Kind {
        WEEKS,
        SELF_CHECK,
        MECHANISM
    }

    default Kind kind() {
        return switch (this) {
            case Weeks _ -> Kind.WEEKS;
            case SelfCheck _ -> Kind.SELF_CHECK;
            case Mechanism _ -> Kind.MECHANISM;
        };
    }

    /**
     * 周周讲·人人讲 (R18), filled in for many weeks at once.
     *
     * @param members who might speak, a number
     */
    record Weeks(@Nullable Integer members, List<Week> weeks) implements Sheet {

        static final Weeks EMPTY = new Weeks(null, List.of());

        public Weeks {
            weeks = List.copyOf(weeks);
        }

        /**
         * A week in which somebody spoke.
         *
         * @param monday its first day
         * @param newSpeakers members who spoke for the first time this year
         */
        record Week(LocalDate monday, String topic, int newSpeakers) {}
    }

    /**
     * The school's own score (R40) in milli-points by criterion of the acceptance's rubric; what is
     * missing is not zero.
     */
    record SelfCheck(Map<String, Integer> points, String note) implements Sheet {

        static final SelfCheck EMPTY = new SelfCheck(Map.of(), "");

        public SelfCheck {
            points = Map.copyOf(points);
        }
    }

    /** How each of the four reds is to last (R39). */
    record Mechanism(List<Line> lines) implements Sheet {

        static final Mechanism EMPTY = new Mechanism(List.of());

        public Mechanism {
            lines = List.copyOf(lines);
        }

        /** Who sees to it, how often, and from what. */
        record Line(Category category, String who, String rhythm, String resource) {}
    }
}
