package cn.sihong.award.selection;

import cn.sihong.award.ranking.Gate;
import cn.sihong.award.ranking.Rules;
import cn.sihong.award.register.Candidate;
import cn.sihong.award.register.Work;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What was decided of one candidate, with nothing of any other.
 *
 * @param composite in hundred-thousandths of a point; absent for who was not ranked
 * @param closed the gates that stopped it
 * @param limit which limit passed it over, in words
 * @param fellOut why a later decision took it off the list
 * @param quota places of its category
 */
public record Decision(
        String programmeTitle,
        String categoryName,
        Work work,
        Candidate candidate,
        Rules rules,
        boolean selected,
        @Nullable Long composite,
        List<Gate> closed,
        @Nullable String limit,
        @Nullable String fellOut,
        int quota) {

    public Decision {
        closed = List.copyOf(closed);
    }

    /** Whether it is a school or one of its members that stands for an honour of its own. */
    public boolean standsForItself() {
        return Candidate.FURTHER.contains(work.category());
    }
}
