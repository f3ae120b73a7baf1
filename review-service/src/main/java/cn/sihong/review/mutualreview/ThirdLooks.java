package cn.sihong.review.mutualreview;

import static cn.sihong.platform.keycloak.Role.PARTY_OFFICE;

import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.audit.Audit.Deed;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.problem.AlreadyDone;
import cn.sihong.platform.problem.NotPossibleNow;
import cn.sihong.review.draw.ThirdLook;
import cn.sihong.review.mutualreview.Duties.Prompt;
import cn.sihong.review.mutualreview.Round.Released;
import cn.sihong.review.scoresheets.Given;
import cn.sihong.review.scoresheets.ScoreSheetLifecycle;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Where judges differ widely: those at the ends are asked why, or one more school looks again. */
@Component
class ThirdLooks {

    private final RoundLifecycle lifecycle;
    private final Rounds rounds;
    private final Replacements replacements;
    private final Results results;
    private final Duties duties;
    private final ScoreSheetLifecycle sheets;
    private final Audit audit;

    ThirdLooks(
            RoundLifecycle lifecycle,
            Rounds rounds,
            Replacements replacements,
            Results results,
            Duties duties,
            ScoreSheetLifecycle sheets,
            Audit audit) {
        this.lifecycle = lifecycle;
        this.rounds = rounds;
        this.replacements = replacements;
        this.results = results;
        this.duties = duties;
        this.sheets = sheets;
        this.audit = audit;
    }

    /** Who scored at an end, and has not said why, is asked; each of them once. */
    int ask(Released round) {
        int told = 0;
        var given = sheets.given(round.plan().id());
        for (var gap : results.gaps(round.plan().id())) {
            if (gap.answered()) continue;
            var silent = sheets.reasons(gap.applicationId()).keySet();
            var schools =
                    given.stream()
                            .filter(it -> it.applicationId().equals(gap.applicationId()))
                            .filter(it -> it.total() == gap.lowest() || it.total() == gap.highest())
                            .filter(it -> !silent.contains(it.sheetId()))
                            .map(Given::reviewing)
                            .toList();
            told += duties.tell(round, schools, Prompt.REASON_ASKED, "" + gap.applicationId());
        }
        return told;
    }

    /** One more school, whom nobody chooses, looks at the application again. */
    @Transactional
    public void lookAgain(UUID id, UUID application, Actor actor) {
        var round = lifecycle.get(id);
        if (!(round instanceof Released released))
            throw new NotPossibleNow("安排复评", round.inWords());
        var gap =
                results.gaps(id).stream()
                        .filter(it -> it.applicationId().equals(application))
                        .findFirst()
                        .orElseThrow(NoGap::new);
        var looking = sheets.thirdLooks(id);
        if (looking.stream().anyMatch(it -> it.applicationId().equals(application)))
            throw new AlreadyDone("安排复评");
        var pairs = new ArrayList<>(rounds.pairs(released));
        looking.forEach(it -> pairs.add(it.pair()));
        var pair =
                ThirdLook.of(
                        released.sealed().list(),
                        pairs,
                        replacements.dropouts(released),
                        gap.schoolId(),
                        released.drawing().sheetHash() + " " + application);
        var programme = released.plan().programmeId();
        sheets.lookAgain(id, programme, pair, application, gap.category());
        duties.tell(
                released,
                List.of(pair.reviewing()),
                Prompt.TAKEN_OVER,
                "third look " + application);
        audit.record(
                actor,
                PARTY_OFFICE,
                Deed.of("mutual-review.third-look", "application", application, programme));
    }
}
