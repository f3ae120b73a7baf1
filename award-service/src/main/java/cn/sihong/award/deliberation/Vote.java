package cn.sihong.award.deliberation;

import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.problem.Refusal.FieldError;

import java.util.ArrayList;

/**
 * How the deciding body voted.
 *
 * @param due all members, present or not
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

    void requireQuorum() {
        if (3L * present < 2L * due) throw new NoQuorum();
    }

    /** More than half of all members, not of those present. */
    boolean adopted() {
        return 2L * inFavour > due;
    }
}
