package cn.sihong.award.nominations;

import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.problem.Refusal.FieldError;

import java.time.LocalDate;
import java.util.ArrayList;

/**
 * How the branch voted at its meeting (支部党员大会): more than half of those with a vote are there, and
 * more than half of all of them agree, which is the rule for every decision of a branch.
 *
 * @param due all members of the branch with a vote
 */
record BranchVote(LocalDate heldOn, int due, int present, int inFavour) {

    /** Refuses counts that cannot be, and a vote that put nobody forward. */
    BranchVote {
        var errors = new ArrayList<FieldError>();
        if (due < 1) errors.add(new FieldError("due", "应到会有表决权的党员至少为 1 人。"));
        if (present > due) errors.add(new FieldError("present", "实到会人数不能多于应到会人数。"));
        else if (2L * present <= due)
            errors.add(new FieldError("present", "实到会人数须超过应到会人数的一半，否则会议不能表决。"));
        if (inFavour < 0 || inFavour > present)
            errors.add(new FieldError("inFavour", "赞成人数不能为负数，也不能多于实到会人数。"));
        else if (2L * inFavour <= due)
            errors.add(new FieldError("inFavour", "赞成人数须超过应到会人数的一半，才能推荐。"));
        if (!errors.isEmpty()) throw new InvalidInput(errors);
    }
}
