package cn.sihong.award.ranking;

import cn.sihong.award.register.Candidate;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What a candidate has to pass before anything is weighed (research.md §3.4.3): a good score buys
 * nobody out of them.
 *
 * @param objected applications with an objection that nobody has decided
 */
record Gates(Rules rules, List<Part> parts, Set<UUID> objected) {

    static Gates of(Rules rules, Set<UUID> objected) {
        return new Gates(rules, rules.parts(), objected);
    }

    /** Every gate that was not passed, so that its applicant is told all of them at once. */
    List<Gate> closedTo(Candidate candidate) {
        var closed = new ArrayList<Gate>(0);
        if (!rules.knows(candidate.category())) closed.add(Gate.NO_SUCH_CATEGORY);
        acceptance(candidate, closed);
        satisfaction(candidate.satisfaction(), closed);
        if (candidate.vetoed()) closed.add(Gate.VETOED);
        if (candidate.openFindings() > 0) closed.add(Gate.OPEN_FINDING);
        if (objected.contains(candidate.applicationId())) closed.add(Gate.OPEN_OBJECTION);
        for (var part : parts) if (part.given(candidate) == null) closed.add(Gate.missing(part));
        return closed;
    }

    private void acceptance(Candidate candidate, List<Gate> closed) {
        var school = candidate.schoolAcceptance();
        if (school == null) closed.add(Gate.SCHOOL_NOT_ACCEPTED);
        else if (school < rules.minimumAcceptance()) closed.add(Gate.SCHOOL_BELOW_MINIMUM);
        var own = candidate.acceptance();
        if (own != null && own < rules.minimumAcceptance()) closed.add(Gate.BELOW_MINIMUM);
    }

    private void satisfaction(@Nullable Long satisfaction, List<Gate> closed) {
        var minimum = rules.minimumSatisfaction();
        if (minimum == null) return;
        if (satisfaction == null) closed.add(Gate.NO_SATISFACTION);
        else if (satisfaction < minimum) closed.add(Gate.SATISFACTION_BELOW_MINIMUM);
    }
}
