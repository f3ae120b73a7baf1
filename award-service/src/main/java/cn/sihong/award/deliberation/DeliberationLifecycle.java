package cn.sihong.award.deliberation;

import cn.sihong.award.selection.Selection;
import cn.sihong.award.selection.Selection.Commended;
import cn.sihong.award.selection.Selection.Deliberated;
import cn.sihong.award.selection.Selection.Frozen;
import cn.sihong.award.selection.Selection.InNotice;
import cn.sihong.award.selection.Selection.Open;
import cn.sihong.award.selection.Selection.Proposed;
import cn.sihong.award.selection.SelectionLifecycle;
import cn.sihong.contracts.SelectionEvent;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.outbox.Outbox;
import cn.sihong.platform.problem.AlreadyDone;
import cn.sihong.platform.problem.NotPossibleNow;
import cn.sihong.platform.problem.StaleVersion;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@Component
class DeliberationLifecycle {

    private final SelectionLifecycle selections;
    private final Votes votes;
    private final Outbox outbox;
    private final Clock clock;

    DeliberationLifecycle(SelectionLifecycle selections, Votes votes, Outbox outbox, Clock clock) {
        this.selections = selections;
        this.votes = votes;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Records the vote; the selection takes its outcome.
     *
     * @param orders how the vote ordered those tied at the edge of a quota, by category
     */
    @Transactional
    public Deliberated vote(
            Selection.Id id, long seen, Vote vote, Map<String, List<UUID>> orders, Actor actor) {
        return switch (selections.get(id)) {
            case Frozen frozen -> {
                StaleVersion.unless(seen, frozen.entry().version());
                yield vote(frozen, vote, orders, actor);
            }
            case Open early -> throw new NotPossibleNow("登记表决", early.word());
            case Deliberated _, Proposed _, InNotice _, Commended _ ->
                    throw new AlreadyDone("登记表决");
        };
    }

    private Deliberated vote(
            Frozen frozen, Vote vote, Map<String, List<UUID>> orders, Actor actor) {
        if (frozen.seal().by().equals(actor.subject())) throw new SamePerson();
        vote.requireQuorum();
        var deliberated = selections.deliberate(frozen, vote.adopted(), orders, actor);
        votes.keep(frozen, vote, actor.subject(), clock.instant());
        outbox.announce(announcement(deliberated, vote));
        return deliberated;
    }

    @Transactional(readOnly = true)
    public Optional<Vote> find(Selection.Id id) {
        return votes.find(id);
    }

    private SelectionEvent announcement(Selection deliberated, Vote vote) {
        var entry = deliberated.entry();
        return new SelectionEvent.Deliberated(
                outbox.stamp(Role.PARTY_GROUP_MEMBER, entry.version(), entry.programmeId()),
                entry.id().value(),
                vote.due(),
                vote.present(),
                vote.inFavour(),
                vote.against(),
                vote.abstained(),
                vote.adopted());
    }
}
