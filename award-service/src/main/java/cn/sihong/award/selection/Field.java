package cn.sihong.award.selection;

import cn.sihong.award.ranking.ResultPackage;
import cn.sihong.award.ranking.Rules;
import cn.sihong.award.register.Candidate;
import cn.sihong.award.register.Candidates;
import cn.sihong.award.register.Checkpoints;
import cn.sihong.award.register.Declarations;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Everybody who stands in a selection, with all that decides, ranked as it is now. */
@Component
class Field {

    private final Candidates candidates;
    private final Declarations declarations;
    private final Checkpoints checkpoints;
    private final ObjectProvider<Objected> objected;

    Field(
            Candidates candidates,
            Declarations declarations,
            Checkpoints checkpoints,
            ObjectProvider<Objected> objected) {
        this.candidates = candidates;
        this.declarations = declarations;
        this.checkpoints = checkpoints;
        this.objected = objected;
    }

    ResultPackage of(Selection.Open open) {
        var programme = open.entry().programmeId();
        var rules = Rules.of(declarations.of(programme));
        var all = new ArrayList<>(candidates.of(programme));
        if (rules.knows(Candidate.OUTSTANDING_SCHOOL)) all.addAll(candidates.schoolsOf(programme));
        if (rules.knows(Candidate.OUTSTANDING_MEMBER)) all.addAll(candidates.membersOf(programme));
        return ResultPackage.compute(
                open.entry().id().value(),
                programme,
                checkpoints.last().orElse(null),
                rules,
                all,
                objectedIn(programme));
    }

    private List<UUID> objectedIn(UUID programme) {
        return objected.stream().flatMap(one -> one.openIn(programme).stream()).toList();
    }
}
