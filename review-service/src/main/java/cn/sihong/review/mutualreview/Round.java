package cn.sihong.review.mutualreview;

import cn.sihong.review.draw.Draw;
import cn.sihong.review.draw.DrawList;

import java.util.UUID;

/** A programme's mutual review, from its preparation to its scores. */
sealed interface Round {

    Plan plan();

    long version();

    /**
     * What is settled when the round is prepared.
     *
     * @param k how many schools judge each school
     */
    record Plan(UUID id, UUID programmeId, int k) {}

    /** What was sealed: the list can be read by anybody later, the hash is published at once. */
    record Sealed(DrawList list, String commitment) {}

    /** How the draw came about. */
    record Drawing(String seed, Witnesses witnesses, String sheetHash) {}

    /** Two people who saw the seed come from its source. */
    record Witnesses(String one, String two) {}

    /** Set up; nothing is fixed but how many judge a school. */
    record Prepared(Plan plan, long version) implements Round {
        Committed commit(DrawList list) {
            return new Committed(plan, version + 1, new Sealed(list, list.commitment()));
        }
    }

    /** The list and the rules are sealed, the seed is not known yet. */
    record Committed(Plan plan, long version, Sealed sealed) implements Round {
        Drawn drawn(Draw draw, Witnesses witnesses) {
            return new Drawn(
                    plan,
                    version + 1,
                    sealed,
                    new Drawing(draw.seed(), witnesses, draw.sheetHash()));
        }
    }

    /** The bureau knows who judges whom. */
    record Drawn(Plan plan, long version, Sealed sealed, Drawing drawing) implements Round {
        Released release() {
            return new Released(plan, version + 1, sealed, drawing);
        }
    }

    /** Schools judge. */
    record Released(Plan plan, long version, Sealed sealed, Drawing drawing) implements Round {
        Closed close() {
            return new Closed(plan, version + 1, sealed, drawing);
        }
    }

    /** The scores are final. */
    record Closed(Plan plan, long version, Sealed sealed, Drawing drawing) implements Round {}

    /** The state in a person's words. */
    default String inWords() {
        return switch (this) {
            case Prepared _ -> "已建立";
            case Committed _ -> "已公布承诺";
            case Drawn _ -> "已抽签";
            case Released _ -> "评分中";
            case Closed _ -> "已结束";
        };
    }
}
