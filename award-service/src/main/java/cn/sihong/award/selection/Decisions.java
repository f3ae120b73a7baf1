package cn.sihong.award.selection;

import cn.sihong.award.ranking.Standing;
import cn.sihong.award.register.Programmes;
import cn.sihong.award.register.Works;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What a list that was released says of each candidate. */
@Component
public class Decisions {

    private final SelectionLifecycle selections;
    private final SelectionDetails details;
    private final Packages packages;
    private final Programmes programmes;
    private final Works works;

    Decisions(
            SelectionLifecycle selections,
            SelectionDetails details,
            Packages packages,
            Programmes programmes,
            Works works) {
        this.selections = selections;
        this.details = details;
        this.packages = packages;
        this.programmes = programmes;
        this.works = works;
    }

    /** One for each candidate whose school has been heard of, selected or not. */
    @Transactional(readOnly = true)
    public List<Decision> of(Selection.Id id) {
        var programme = programmes.get(selections.get(id).entry().programmeId());
        var detail = details.get(id);
        var known = works.standingIn(programme.id());
        var winners =
                packages.winners(id).stream()
                        .map(Winner::applicationId)
                        .collect(Collectors.toSet());
        var fellOut = packages.reasons(id);
        return detail.standings().stream()
                .filter(standing -> known.containsKey(standing.applicationId()))
                .map(standing ->
                        new Decision(
                                programme.title(),
                                CategoryName.of(programme, standing.category()),
                                Objects.requireNonNull(known.get(standing.applicationId())),
                                Objects.requireNonNull(
                                        detail.scores().get(standing.applicationId())),
                                detail.rules(),
                                winners.contains(standing.applicationId()),
                                standing.composite(),
                                standing.gates(),
                                limit(standing),
                                fellOut.get(standing.applicationId()),
                                detail.rules().placesOf(standing.category())))
                .toList();
    }

    private static @Nullable String limit(Standing standing) {
        var cap = standing.cap();
        return cap == null ? null : cap.sentence();
    }
}
