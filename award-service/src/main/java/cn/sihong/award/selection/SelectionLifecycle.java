package cn.sihong.award.selection;

import cn.sihong.award.ranking.Outcome;
import cn.sihong.award.ranking.PackageText;
import cn.sihong.award.ranking.Standing;
import cn.sihong.award.ranking.Ties;
import cn.sihong.award.register.Programme;
import cn.sihong.award.register.Programmes;
import cn.sihong.award.register.Stage;
import cn.sihong.award.register.Work;
import cn.sihong.award.register.Works;
import cn.sihong.award.selection.Selection.Annulled;
import cn.sihong.award.selection.Selection.Commended;
import cn.sihong.award.selection.Selection.Deliberated;
import cn.sihong.award.selection.Selection.Entry;
import cn.sihong.award.selection.Selection.Frozen;
import cn.sihong.award.selection.Selection.InNotice;
import cn.sihong.award.selection.Selection.Open;
import cn.sihong.award.selection.Selection.Proposed;
import cn.sihong.award.selection.Selection.Released;
import cn.sihong.award.selection.Selection.Seal;
import cn.sihong.contracts.SelectionEvent;
import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.audit.Audit.Deed;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.outbox.Outbox;
import cn.sihong.platform.problem.AlreadyDone;
import cn.sihong.platform.problem.NotPossibleNow;
import cn.sihong.platform.problem.StaleVersion;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The moves of a selection. Voting, notice and commendation make theirs through this class too. */
@Component
public class SelectionLifecycle {

    private final Selections selections;
    private final Packages packages;
    private final Programmes programmes;
    private final Field field;
    private final Closing closing;
    private final Works works;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    SelectionLifecycle(
            Selections selections,
            Packages packages,
            Programmes programmes,
            Field field,
            Closing closing,
            Works works,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.selections = selections;
        this.packages = packages;
        this.programmes = programmes;
        this.field = field;
        this.closing = closing;
        this.works = works;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Selection get(Selection.Id id) {
        return selections.find(id).orElseThrow(NoSuchSelection::new);
    }

    /** Whether the ranking of a programme stands, so that nobody joins it any more. */
    @Transactional(readOnly = true)
    public boolean isFrozen(UUID programme) {
        return selections.frozen(programme);
    }

    /**
     * The list that was proposed, by category and place; empty before, and once it was annulled.
     */
    @Transactional(readOnly = true)
    public List<Winner> winners(Selection.Id id) {
        return get(id) instanceof Annulled ? List.of() : packages.winners(id);
    }

    /** Opens the one selection of a programme; the same call again answers the same. */
    @Transactional
    public Selection open(Selection.Id id, UUID programmeId, Actor actor) {
        var existing = selections.find(id);
        if (existing.isPresent() && existing.get().entry().programmeId().equals(programmeId))
            return existing.get();
        programmes.get(programmeId).requireOpen(Stage.SELECTION, today());
        if (existing.isPresent() || selections.live(programmeId)) throw new AlreadyDone("开启评选");
        var open = new Open(new Entry(id, programmeId, 1));
        selections.add(open);
        audit(actor, Role.PARTY_OFFICE, "selection.open", open);
        return open;
    }

    /** Computes the ranking and keeps it for ever. */
    @Transactional
    public Selection freeze(Selection.Id id, long seen, Actor actor) {
        return switch (get(id)) {
            case Open open -> freeze(unless(open, seen), actor);
            case Frozen _, Deliberated _, Proposed _, Released _, InNotice _, Commended _ ->
                    throw new AlreadyDone("冻结");
            case Annulled late -> throw new NotPossibleNow("冻结", late.word());
        };
    }

    private Frozen freeze(Open open, Actor actor) {
        var programme = programmes.get(open.entry().programmeId());
        programme.requireOpen(Stage.SELECTION, today());
        var result = field.of(open);
        closing.requireAll(programme, result.rules().weights(), today());
        if (result.scores().isEmpty()) throw new NothingToRank();
        var text = PackageText.of(result);
        var frozen = open.freeze(new Seal(text.hash(), actor.subject(), clock.instant()));
        selections.save(frozen);
        packages.keep(open.entry().id(), text);
        outbox.announce(
                new SelectionEvent.Frozen(
                        outbox.stamp(Role.PARTY_OFFICE, frozen.entry().version(), programme.id()),
                        open.entry().id().value(),
                        result.scores().size(),
                        (int) result.count(Outcome.SELECTED),
                        text.hash()));
        audit(actor, Role.PARTY_OFFICE, "selection.freeze", frozen);
        return frozen;
    }

    /**
     * Takes the outcome of the vote.
     *
     * @param orders the order of the tied at the edge of a quota, by category; needed if adopted
     */
    @Transactional
    public Deliberated deliberate(
            Frozen frozen, boolean adopted, Map<String, List<UUID>> orders, Actor actor) {
        var id = frozen.entry().id();
        if (adopted) {
            Ties.requireSettled(packages.get(id).read(), orders);
            packages.keepOrders(id, orders);
        }
        var deliberated = frozen.deliberate(adopted);
        selections.save(deliberated);
        audit(actor, Role.PARTY_GROUP_MEMBER, "selection.deliberate", deliberated);
        return deliberated;
    }

    /** Writes the proposed list down. */
    @Transactional
    public Selection propose(Selection.Id id, long seen, Actor actor) {
        return switch (get(id)) {
            case Deliberated deliberated -> propose(unless(deliberated, seen), actor);
            case Open early -> throw new NotPossibleNow("拟定名单", early.word());
            case Frozen early -> throw new NotPossibleNow("拟定名单", early.word());
            case Proposed _, Released _, InNotice _, Commended _ -> throw new AlreadyDone("拟定名单");
            case Annulled late -> throw new NotPossibleNow("拟定名单", late.word());
        };
    }

    private Proposed propose(Deliberated deliberated, Actor actor) {
        var proposed = deliberated.propose();
        var winners = winnersOf(deliberated);
        packages.keepWinners(deliberated.entry().id(), winners);
        packages.keepProposer(deliberated.entry().id(), actor.subject(), clock.instant());
        selections.save(proposed);
        outbox.announce(
                new SelectionEvent.Proposed(
                        stamp(proposed), proposed.entry().id().value(), winners.size()));
        audit(actor, Role.PARTY_OFFICE, "selection.propose", proposed);
        return proposed;
    }

    private List<Winner> winnersOf(Deliberated deliberated) {
        var id = deliberated.entry().id();
        var programme = programmes.get(deliberated.entry().programmeId());
        var result = packages.get(id).read();
        var known = works.standingIn(programme.id());
        return result.settled(packages.orders(id)).stream()
                .filter(standing -> standing.outcome() == Outcome.SELECTED)
                .map(standing -> winner(standing, known, programme))
                .toList();
    }

    private static Winner winner(Standing standing, Map<UUID, Work> known, Programme programme) {
        var work = known.get(standing.applicationId());
        if (work == null || work.schoolName().isEmpty()) throw new SchoolNotHeard();
        return Winner.of(standing, work, CategoryName.of(programme, standing.category()));
    }

    /** The notice of the list opened. */
    @Transactional
    public InNotice enterNotice(Selection.Id id) {
        return switch (get(id)) {
            case Released released -> save(released.enterNotice());
            case Proposed early -> throw new NotPossibleNow("公示", early.word());
            case Open early -> throw new NotPossibleNow("公示", early.word());
            case Frozen early -> throw new NotPossibleNow("公示", early.word());
            case Deliberated early -> throw new NotPossibleNow("公示", early.word());
            case InNotice _, Commended _ -> throw new AlreadyDone("公示");
            case Annulled late -> throw new NotPossibleNow("公示", late.word());
        };
    }

    /** The decision was issued. */
    @Transactional
    public Commended commend(Selection.Id id, String documentNumber) {
        return switch (get(id)) {
            case InNotice inNotice -> commend(inNotice, documentNumber);
            case Commended _ -> throw new AlreadyDone("表彰");
            case Open early -> throw new NotPossibleNow("表彰", early.word());
            case Frozen early -> throw new NotPossibleNow("表彰", early.word());
            case Deliberated early -> throw new NotPossibleNow("表彰", early.word());
            case Proposed early -> throw new NotPossibleNow("表彰", early.word());
            case Released early -> throw new NotPossibleNow("表彰", early.word());
            case Annulled late -> throw new NotPossibleNow("表彰", late.word());
        };
    }

    private Commended commend(InNotice inNotice, String documentNumber) {
        packages.requireNoneWithdrawn(inNotice.entry().id());
        var commended = save(inNotice.commend(documentNumber));
        outbox.announce(
                new SelectionEvent.Commended(
                        stamp(commended), commended.entry().id().value(), documentNumber));
        return commended;
    }

    private <S extends Selection> S save(S selection) {
        selections.save(selection);
        return selection;
    }

    private cn.sihong.contracts.Stamp stamp(Selection selection) {
        var entry = selection.entry();
        return outbox.stamp(Role.PARTY_OFFICE, entry.version(), entry.programmeId());
    }

    private static <S extends Selection> S unless(S selection, long seen) {
        StaleVersion.unless(seen, selection.entry().version());
        return selection;
    }

    private void audit(Actor actor, Role role, String action, Selection selection) {
        var entry = selection.entry();
        audit.record(
                actor, role, Deed.of(action, "selection", entry.id().value(), entry.programmeId()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(
                clock.instant(), cn.sihong.platform.calendar.WorkingDays.BEIJING);
    }
}
