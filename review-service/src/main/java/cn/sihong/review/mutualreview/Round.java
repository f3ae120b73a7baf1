package cn.sihong.review.mutualreview;

import cn.sihong.review.draw.Draw;
import cn.sihong.review.draw.DrawList;

import java.util.UUID;

/** A programme's mutual review, from its preparation to its scores. */
sealed interface Round {

    Plan plan();

    long version();

    /** How often the round was begun; a draw that was undone leaves its number. */
    int run();

    /**
     * What is settled when the round is prepared.
     *
     * @param k how many schools judge each school
     */
    record Plan(UUID id, UUID programmeId, int k) {}

    /** What was sealed: the list can be read by anybody later, the hash is published at once. */
    record Sealed(int run, DrawList list, String commitment) {}

    /** How the draw came about. */
    record Drawing(String seed, String sheetHash) {}

    /**
     * That the draw was looked over.
     *
     * @param by somebody of discipline
     */
    record Inspection(UUID by, String note) {}

    /** A draw exists and can still be undone. */
    sealed interface WithDraw extends Round permits Drawn, Inspected, Released {
        Sealed sealed();

        Drawing drawing();

        /** Everything begins again, in another run; only before anything was scored. */
        default Prepared undo() {
            return new Prepared(plan(), version() + 1, run() + 1);
        }

        @Override
        default int run() {
            return sealed().run();
        }
    }

    /** Set up; nothing is fixed but how many judge a school. */
    record Prepared(Plan plan, long version, int run) implements Round {
        Committed commit(DrawList list) {
            return new Committed(plan, version + 1, new Sealed(run, list, list.commitment()));
        }
    }

    /** The list and the rules are sealed, the seed is not known yet; the witnesses enter it. */
    record Committed(Plan plan, long version, Sealed sealed) implements Round {
        Drawn drawn(Draw draw) {
            return new Drawn(plan, version + 1, sealed, new Drawing(draw.seed(), draw.sheetHash()));
        }

        @Override
        public int run() {
            return sealed.run();
        }
    }

    /** Proposed: the bureau knows who judges whom, and discipline looks it over. */
    record Drawn(Plan plan, long version, Sealed sealed, Drawing drawing) implements WithDraw {
        Inspected inspect(Inspection inspection) {
            return new Inspected(plan, version + 1, sealed, drawing, inspection);
        }
    }

    /** Discipline found nothing against it. */
    record Inspected(Plan plan, long version, Sealed sealed, Drawing drawing, Inspection inspection)
            implements WithDraw {
        Released release() {
            return new Released(plan, version + 1, sealed, drawing, inspection);
        }
    }

    /** Schools judge. */
    record Released(Plan plan, long version, Sealed sealed, Drawing drawing, Inspection inspection)
            implements WithDraw {
        Closed close() {
            return new Closed(plan, version + 1, sealed, drawing, inspection);
        }

        /** Somebody dropped out, and the draw was mended. */
        Released mended() {
            return new Released(plan, version + 1, sealed, drawing, inspection);
        }
    }

    /** The scores are final. */
    record Closed(Plan plan, long version, Sealed sealed, Drawing drawing, Inspection inspection)
            implements Round {
        @Override
        public int run() {
            return sealed.run();
        }
    }

    /** The state in a person's words. */
    default String inWords() {
        return switch (this) {
            case Prepared _ -> "已建立";
            case Committed _ -> "已公布承诺";
            case Drawn _ -> "已抽签，待纪检查验";
            case Inspected _ -> "已查验";
            case Released _ -> "评分中";
            case Closed _ -> "已结束";
        };
    }
}
