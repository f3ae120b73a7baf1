package cn.sihong.award.deliberation;

import cn.sihong.award.selection.NotByItsAuthor;
import cn.sihong.award.selection.ProposedList;
import cn.sihong.award.selection.Releases;
import cn.sihong.award.selection.Selection;
import cn.sihong.award.selection.Selection.Annulled;
import cn.sihong.award.selection.Selection.Commended;
import cn.sihong.award.selection.Selection.Deliberated;
import cn.sihong.award.selection.Selection.Frozen;
import cn.sihong.award.selection.Selection.InNotice;
import cn.sihong.award.selection.Selection.Open;
import cn.sihong.award.selection.Selection.Proposed;
import cn.sihong.award.selection.Selection.Released;
import cn.sihong.award.selection.SelectionLifecycle;
import cn.sihong.contracts.SelectionEvent;
import cn.sihong.platform.calendar.WorkingDays;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.outbox.Outbox;
import cn.sihong.platform.problem.AlreadyDone;
import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.problem.NotPossibleNow;
import cn.sihong.platform.problem.StaleVersion;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@Component
class DeliberationLifecycle {

    private final SelectionLifecycle selections;
    private final Releases releases;
    private final Votes votes;
    private final Concern concern;
    private final Outbox outbox;
    private final Clock clock;

    DeliberationLifecycle(
            SelectionLifecycle selections,
            Releases releases,
            Votes votes,
            Concern concern,
            Outbox outbox,
            Clock clock) {
        this.selections = selections;
        this.releases = releases;
        this.votes = votes;
        this.concern = concern;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Records the vote; the selection takes its outcome, which nobody outside is told yet.
     *
     * @param orders how the vote ordered those tied at the edge of a quota, by category
     */
    @Transactional
    public Deliberated vote(
            Selection.Id id,
            long seen,
            Meeting meeting,
            Vote vote,
            Map<String, List<UUID>> orders,
            Actor actor) {
        return switch (selections.get(id)) {
            case Frozen frozen -> {
                StaleVersion.unless(seen, frozen.entry().version());
                yield vote(frozen, meeting, vote, orders, actor);
            }
            case Open early -> throw new NotPossibleNow("登记表决", early.word());
            case Deliberated _, Proposed _, Released _, InNotice _, Commended _ ->
                    throw new AlreadyDone("登记表决");
            case Annulled late -> throw new NotPossibleNow("登记表决", late.word());
        };
    }

    private Deliberated vote(
            Frozen frozen,
            Meeting meeting,
            Vote vote,
            Map<String, List<UUID>> orders,
            Actor actor) {
        if (frozen.seal().by().equals(actor.subject())) throw new SamePerson();
        requireDay(meeting, LocalDate.ofInstant(frozen.seal().at(), WorkingDays.BEIJING));
        requireUnconcerned(frozen.entry().programmeId(), meeting, vote, actor);
        var deliberated = selections.deliberate(frozen, vote.adopted(), orders, actor);
        votes.keep(frozen, meeting, vote, actor.subject(), clock.instant());
        outbox.announce(announcement(deliberated, vote));
        return deliberated;
    }

    /**
     * Makes all that was decided known at once; neither who recorded the vote nor who prepared it.
     */
    @Transactional
    public Released release(
            Selection.Id id, long seen, int selected, String listHash, Actor actor) {
        var selection = selections.get(id);
        if (votes.recorder(id).filter(actor.subject()::equals).isPresent())
            throw new NotByItsAuthor();
        concern.requireNone(selection.entry().programmeId(), actor.subject());
        return releases.release(id, seen, selected, listHash, actor);
    }

    /** The list as it would be released, or was. */
    @Transactional(readOnly = true)
    public ProposedList list(Selection.Id id) {
        return releases.list(id);
    }

    /** Who may come in where one of the list falls out; several where the vote has to choose. */
    @Transactional(readOnly = true)
    public List<UUID> successors(Selection.Id id, UUID gone) {
        return releases.successors(id, gone).level();
    }

    /** Records a new decision on one of the list; the same call again answers the same. */
    @Transactional
    public Replacement replace(
            Selection.Id id, Replacement replacement, Meeting meeting, Vote vote, Actor actor) {
        var existing = votes.findReplacement(replacement.id());
        if (existing.isPresent()) {
            if (existing.get().equals(replacement)) return existing.get();
            throw new AlreadyDone("登记这次调整");
        }
        requireAdopted(id, meeting, vote, actor);
        requireNext(releases.successors(id, replacement.gone()).level(), replacement);
        releases.replace(
                id,
                replacement.gone(),
                replacement.successor(),
                actor,
                () ->
                        votes.keepReplacement(
                                id, replacement, meeting, vote, actor.subject(), clock.instant()));
        return replacement;
    }

    /**
     * Records the decision that the whole list falls, after an appeal that was sustained or where a
     * rule was found broken; another selection may be opened after it.
     *
     * @param reason in words that may be published
     */
    @Transactional
    public Annulled annul(
            Selection.Id id, long seen, String reason, Meeting meeting, Vote vote, Actor actor) {
        requireAdopted(id, meeting, vote, actor);
        return releases.annul(
                id,
                seen,
                reason,
                actor,
                () ->
                        votes.keepAnnulment(
                                id, reason, meeting, vote, actor.subject(), clock.instant()));
    }

    /**
     * A place may stay empty; otherwise nobody but the next comes in, whom a vote chose of equals.
     */
    private static void requireNext(List<UUID> level, Replacement replacement) {
        var successor = replacement.successor();
        if (successor != null && !level.contains(successor))
            throw new InvalidInput("successorId", "递补只能从排在下一位的候补对象中确定，请重新查看候补名单。");
    }

    /** A later decision changes the list; one that was voted down changes nothing. */
    private void requireAdopted(Selection.Id id, Meeting meeting, Vote vote, Actor actor) {
        requireDay(meeting, LocalDate.EPOCH);
        requireUnconcerned(selections.get(id).entry().programmeId(), meeting, vote, actor);
        if (!vote.adopted()) throw new InvalidInput("inFavour", "赞成票未超过应到会人数的一半，名单不变，无需登记。");
    }

    private void requireUnconcerned(UUID programme, Meeting meeting, Vote vote, Actor actor) {
        concern.requireNone(programme, actor.subject());
        concern.requireRecused(programme, meeting);
        vote.requireValid(meeting.recused());
    }

    private void requireDay(Meeting meeting, LocalDate notBefore) {
        var today = LocalDate.ofInstant(clock.instant(), WorkingDays.BEIJING);
        if (meeting.heldOn().isAfter(today) || meeting.heldOn().isBefore(notBefore))
            throw new InvalidInput("heldOn", "会议日期应在排名冻结之后，且不晚于今天。");
    }

    @Transactional(readOnly = true)
    public Optional<Vote> find(Selection.Id id) {
        return votes.find(id);
    }

    /** What the minutes say of the meeting. */
    @Transactional(readOnly = true)
    public Meeting meeting(Selection.Id id) {
        return votes.meeting(id).orElseThrow(NoVoteYet::new);
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
