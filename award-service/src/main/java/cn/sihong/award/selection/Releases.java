package cn.sihong.award.selection;

import cn.sihong.award.ranking.Successors;
import cn.sihong.award.register.Programmes;
import cn.sihong.award.register.Works;
import cn.sihong.award.selection.Selection.Annulled;
import cn.sihong.award.selection.Selection.Commended;
import cn.sihong.award.selection.Selection.Deliberated;
import cn.sihong.award.selection.Selection.Frozen;
import cn.sihong.award.selection.Selection.InNotice;
import cn.sihong.award.selection.Selection.Open;
import cn.sihong.award.selection.Selection.Proposed;
import cn.sihong.award.selection.Selection.Released;
import cn.sihong.contracts.SelectionEvent;
import cn.sihong.contracts.Stamp;
import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.audit.Audit.Deed;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.outbox.Outbox;
import cn.sihong.platform.problem.AlreadyDone;
import cn.sihong.platform.problem.NotPossibleNow;
import cn.sihong.platform.problem.StaleVersion;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The list, from the moment it is proposed: released as one, and mended by a new decision only. */
@Component
public class Releases {

    private final SelectionLifecycle selections;
    private final Selections states;
    private final Packages packages;
    private final Programmes programmes;
    private final Works works;
    private final ObjectProvider<Objected> objected;
    private final ApplicationEventPublisher others;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    Releases(
            SelectionLifecycle selections,
            Selections states,
            Packages packages,
            Programmes programmes,
            Works works,
            ObjectProvider<Objected> objected,
            ApplicationEventPublisher others,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.selections = selections;
        this.states = states;
        this.packages = packages;
        this.programmes = programmes;
        this.works = works;
        this.objected = objected;
        this.others = others;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** What would be released, or was. */
    @Transactional(readOnly = true)
    public ProposedList list(Selection.Id id) {
        return switch (selections.get(id)) {
            case Proposed _, Released _, InNotice _, Commended _ ->
                    ProposedList.of(packages.get(id).read().output().size(), packages.winners(id));
            case Open early -> throw new NotPossibleNow("核对名单", early.word());
            case Frozen early -> throw new NotPossibleNow("核对名单", early.word());
            case Deliberated early -> throw new NotPossibleNow("核对名单", early.word());
            case Annulled late -> throw new NotPossibleNow("核对名单", late.word());
        };
    }

    /**
     * Makes all decisions known at once.
     *
     * @param selected how many were counted, and
     * @param listHash which list was seen, by whoever releases it
     */
    @Transactional
    public Released release(
            Selection.Id id, long seen, int selected, String listHash, Actor actor) {
        return switch (selections.get(id)) {
            case Proposed proposed -> {
                StaleVersion.unless(seen, proposed.entry().version());
                yield release(proposed, selected, listHash, actor);
            }
            case Released _, InNotice _, Commended _ -> throw new AlreadyDone("发布决定");
            case Open early -> throw new NotPossibleNow("发布决定", early.word());
            case Frozen early -> throw new NotPossibleNow("发布决定", early.word());
            case Deliberated early -> throw new NotPossibleNow("发布决定", early.word());
            case Annulled late -> throw new NotPossibleNow("发布决定", late.word());
        };
    }

    private Released release(Proposed proposed, int selected, String listHash, Actor actor) {
        var id = proposed.entry().id();
        if (List.of(proposed.seal().by(), packages.proposer(id)).contains(actor.subject()))
            throw new NotByItsAuthor();
        packages.requireNoneWithdrawn(id);
        var list = list(id);
        if (list.winners().size() != selected || !list.hash().equals(listHash))
            throw new ListChanged();
        var released = proposed.release();
        states.save(released);
        packages.keepRelease(id, list, actor.subject(), clock.instant());
        outbox.announce(
                new SelectionEvent.Released(
                        stamp(released), id.value(), list.decisions(), selected, list.hash()));
        record(actor, "selection.release", released);
        others.publishEvent(new DecisionsReleased(id, Set.of()));
        return released;
    }

    /**
     * Who may come in for one of the list: those who stand equal and next, within the limits.
     * Hidden until somebody falls out (候补).
     */
    @Transactional(readOnly = true)
    public Successors successors(Selection.Id id, UUID gone) {
        var selection = mendable(id);
        var winners = packages.winners(id);
        var leaving =
                winners.stream()
                        .filter(winner -> winner.applicationId().equals(gone))
                        .findFirst()
                        .orElseThrow(NotOnTheList::new);
        var barred = new HashSet<>(packages.reasons(id).keySet());
        objected.stream()
                .forEach(one -> barred.addAll(one.openIn(selection.entry().programmeId())));
        barred.add(gone);
        barred.addAll(works.withdrawn(selection.entry().programmeId()));
        var staying =
                winners.stream()
                        .map(Winner::applicationId)
                        .filter(one -> !one.equals(gone))
                        .collect(Collectors.toCollection(HashSet::new));
        var result = packages.get(id).read();
        return Successors.of(
                result, result.settled(packages.orders(id)), leaving.category(), staying, barred);
    }

    /**
     * Takes the outcome of a new decision: one falls out, and another comes in or nobody does.
     *
     * @param keep writes the decision down, before the list changes
     */
    @Transactional
    public void replace(
            Selection.Id id, UUID gone, @Nullable UUID successor, Actor actor, Runnable keep) {
        var selection = mendable(id);
        keep.run();
        if (successor != null) packages.keepWinners(id, List.of(winner(selection, successor)));
        outbox.announce(new SelectionEvent.Replaced(stamp(selection), id.value(), gone, successor));
        record(actor, "selection.replace", selection);
        if (!(selection instanceof Proposed))
            others.publishEvent(
                    new DecisionsReleased(
                            id, successor == null ? Set.of(gone) : Set.of(gone, successor)));
    }

    /**
     * Takes the outcome of a new decision by which the whole list falls: scores that were corrected
     * meanwhile count in the selection that follows.
     *
     * @param reason in words that may be published
     * @param keep writes the decision down
     */
    @Transactional
    public Annulled annul(Selection.Id id, long seen, String reason, Actor actor, Runnable keep) {
        var selection = selections.get(id);
        var annulled =
                switch (selection) {
                    case Proposed proposed -> proposed.annul();
                    case Released released -> released.annul();
                    case InNotice inNotice -> inNotice.annul();
                    case Annulled _ -> throw new AlreadyDone("撤销评选结果");
                    case Commended late -> throw new NotPossibleNow("撤销评选结果", late.word());
                    case Open early -> throw new NotPossibleNow("撤销评选结果", early.word());
                    case Frozen early -> throw new NotPossibleNow("撤销评选结果", early.word());
                    case Deliberated early -> throw new NotPossibleNow("撤销评选结果", early.word());
                };
        StaleVersion.unless(seen, selection.entry().version());
        states.save(annulled);
        keep.run();
        outbox.announce(new SelectionEvent.Annulled(stamp(annulled), id.value(), reason));
        record(actor, "selection.annul", annulled);
        others.publishEvent(new ListAnnulled(id, reason));
        return annulled;
    }

    private Winner winner(Selection selection, UUID successor) {
        var id = selection.entry().id();
        var programme = programmes.get(selection.entry().programmeId());
        var work = works.standingIn(programme.id()).get(successor);
        if (work == null || work.schoolName().isEmpty()) throw new SchoolNotHeard();
        return packages.get(id).read().settled(packages.orders(id)).stream()
                .filter(standing -> standing.applicationId().equals(successor))
                .findFirst()
                .map(standing ->
                        Winner.of(standing, work, CategoryName.of(programme, standing.category())))
                .orElseThrow(NotOnTheList::new);
    }

    /** A list that was proposed and not commended yet. */
    private Selection mendable(Selection.Id id) {
        return switch (selections.get(id)) {
            case Proposed proposed -> proposed;
            case Released released -> released;
            case InNotice inNotice -> inNotice;
            case Commended late -> throw new NotPossibleNow("调整名单", late.word());
            case Annulled late -> throw new NotPossibleNow("调整名单", late.word());
            case Open early -> throw new NotPossibleNow("调整名单", early.word());
            case Frozen early -> throw new NotPossibleNow("调整名单", early.word());
            case Deliberated early -> throw new NotPossibleNow("调整名单", early.word());
        };
    }

    private Stamp stamp(Selection selection) {
        var entry = selection.entry();
        return outbox.stamp(Role.PARTY_GROUP_MEMBER, entry.version(), entry.programmeId());
    }

    private void record(Actor actor, String action, Selection selection) {
        var entry = selection.entry();
        audit.record(
                actor,
                Role.PARTY_GROUP_MEMBER,
                Deed.of(action, "selection", entry.id().value(), entry.programmeId()));
    }
}
