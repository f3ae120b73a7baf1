package cn.sihong.review.mutualreview;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.problem.NotPossibleNow;
import cn.sihong.review.mutualreview.Duties.Prompt;
import cn.sihong.review.mutualreview.Round.Released;
import cn.sihong.review.scoresheets.ScoreSheetLifecycle;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.UUID;

/** Where a locked sheet holds a slip, and the round still stands open (更正). */
@Component
class Corrections {

    private final RoundLifecycle lifecycle;
    private final ScoreSheetLifecycle sheets;
    private final Duties duties;

    Corrections(RoundLifecycle lifecycle, ScoreSheetLifecycle sheets, Duties duties) {
        this.lifecycle = lifecycle;
        this.sheets = sheets;
        this.duties = duties;
    }

    /** Discipline lets the school fill the sheet again; the old one is kept. */
    @Transactional
    public Round correct(UUID id, UUID sheet, long version, String reason, Actor actor) {
        var round = lifecycle.get(id);
        if (!(round instanceof Released released))
            throw new NotPossibleNow("更正评分表", round.inWords());
        var reviewing = sheets.correct(sheet, id, version, reason, actor);
        duties.tell(released, List.of(reviewing), Prompt.TO_CORRECT, "" + sheet);
        return round;
    }
}
