package cn.sihong.award.deliberation;

import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.problem.Refusal.FieldError;

import java.util.ArrayList;

/**
 * How the deciding body voted.
 *
 * @param due all members, present or not, recused or not: a recusal never makes a majority easier
 * @param present who took part in the vote, without those recused
 */
record Vote(int due, int present, int inFavour, int against, int abstained) {

    /** Refuses counts that cannot be. */
    Vote {
        var errors = new ArrayList<FieldError>();
        if (due < 1) errors.add(new FieldError("due", "应到会人数至少为 1。"));
        if (inFavour < 0) errors.add(new FieldError("inFavour", "赞成票不能为负数。"));
        if (against < 0) errors.add(new FieldError("against", "反对票不能为负数。"));
        if (abstained < 0) errors.add(new FieldError("abstained", "弃权票不能为负数。"));
        if (present > due) errors.add(new FieldError("present", "实到会人数不能多于应到会人数。"));
        if ((long) inFavour + against + abstained != present)
            errors.add(new FieldError("present", "赞成、反对、弃权票数之和应等于实到会人数。"));
        if (!errors.isEmpty()) throw new InvalidInput(errors);
    }

    /** Refuses a vote of fewer than two thirds, and one in which those recused were counted. */
    void requireValid(int recused) {
        if (present > due - recused) throw new InvalidInput("present", "参加表决的人数不能多于应到会人数减去回避人数。");
        if (3L * present < 2L * due) throw new NoQuorum();
    }

    /** More than half of all members, not of those present. */
    boolean adopted() {
        return 2L * inFavour > due;
    }
}
