package cn.sihong.award.notices;

import cn.sihong.award.notices.Notice.Closed;
import cn.sihong.award.notices.Notice.Draft;
import cn.sihong.award.notices.Notice.Entry;
import cn.sihong.award.notices.Notice.Line;
import cn.sihong.award.notices.Notice.Open;
import cn.sihong.award.notices.Notice.Period;
import cn.sihong.award.notices.Notice.Withdrawn;
import cn.sihong.award.objections.OpenObjections;
import cn.sihong.award.register.Bureau;
import cn.sihong.award.register.Programmes;
import cn.sihong.award.register.Stage;
import cn.sihong.award.selection.ListAnnulled;
import cn.sihong.award.selection.Selection;
import cn.sihong.award.selection.SelectionLifecycle;
import cn.sihong.contracts.NoticeEvent;
import cn.sihong.contracts.Stamp;
import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.audit.Audit.Deed;
import cn.sihong.platform.calendar.CalendarDays;
import cn.sihong.platform.calendar.WorkingDays;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.outbox.Outbox;
import cn.sihong.platform.problem.AlreadyDone;
import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.problem.NotPossibleNow;
import cn.sihong.platform.problem.StaleVersion;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The moves of a notice. */
@Component
public class NoticeLifecycle {

    private final Notices notices;
    private final NoticeTemplates templates;
    private final SelectionLifecycle selections;
    private final OpenObjections objections;
    private final Programmes programmes;
    private final CalendarDays calendar;
    private final Bureau bureau;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    NoticeLifecycle(
            Notices notices,
            NoticeTemplates templates,
            SelectionLifecycle selections,
            OpenObjections objections,
            Programmes programmes,
            CalendarDays calendar,
            Bureau bureau,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.notices = notices;
        this.templates = templates;
        this.selections = selections;
        this.objections = objections;
        this.programmes = programmes;
        this.calendar = calendar;
        this.bureau = bureau;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Drafts the notice of what is on the list and stands in no notice yet; the same call again
     * answers the same.
     */
    @Transactional
    public Notice draft(
            Notice.Id id, Selection.Id selectionId, String title, LocalDate opensOn, Actor actor) {
        var existing = notices.find(id);
        if (existing.isPresent()) {
            if (existing.get().entry().selectionId().equals(selectionId.value()))
                return existing.get();
            throw new AlreadyDone("拟写这份公示");
        }
        var selection = selections.get(selectionId);
        var hash = hashOf(selection);
        var programme = programmes.get(selection.entry().programmeId());
        programme.requireOpen(Stage.NOTICE, opensOn);
        var list = unnoticed(selectionId, null);
        if (list.isEmpty()) throw new NothingNew();
        var period = period(opensOn);
        var text = templates.current().fill(programme, opensOn, hash, bureau);
        PublicFitness.require(title, text, list, programme.mode());
        var draft =
                new Draft(
                        new Entry(
                                id,
                                selectionId.value(),
                                programme.id(),
                                programme.demonstration(),
                                title,
                                text,
                                hash,
                                list,
                                1),
                        period,
                        actor.subject());
        notices.add(draft);
        audit(actor, Role.PARTY_OFFICE, "notice.draft", draft);
        return draft;
    }

    /** Writes a draft anew, with the list as it is now. */
    @Transactional
    public Notice revise(
            Notice.Id id, long seen, String title, String text, LocalDate opensOn, Actor actor) {
        return switch (get(id)) {
            case Draft draft -> {
                StaleVersion.unless(seen, draft.entry().version());
                var programme = programmes.get(draft.entry().programmeId());
                programme.requireOpen(Stage.NOTICE, opensOn);
                var list = unnoticed(new Selection.Id(draft.entry().selectionId()), id);
                if (list.isEmpty()) throw new NothingNew();
                requireHash(text, draft.entry().packageHash());
                PublicFitness.require(title, text, list, programme.mode());
                var revised = draft.revise(title, text, list, period(opensOn), actor.subject());
                notices.save(revised);
                audit(actor, Role.PARTY_OFFICE, "notice.revise", revised);
                yield revised;
            }
            case Open late -> throw new NotPossibleNow("修改公示稿", late.word());
            case Closed late -> throw new NotPossibleNow("修改公示稿", late.word());
            case Withdrawn late -> throw new NotPossibleNow("修改公示稿", late.word());
        };
    }

    /**
     * Opens it to the public, by somebody other than its author, who says that it was looked
     * through for secrets and for personal data.
     */
    @Transactional
    public Notice publish(Notice.Id id, long seen, Actor actor) {
        return switch (get(id)) {
            case Draft draft -> {
                StaleVersion.unless(seen, draft.entry().version());
                yield publish(draft, actor);
            }
            case Open _, Closed _, Withdrawn _ -> throw new AlreadyDone("发布这份公示");
        };
    }

    private Open publish(Draft draft, Actor actor) {
        var entry = draft.entry();
        var selectionId = new Selection.Id(entry.selectionId());
        var open = draft.publish(actor.subject(), today(), calendar.workingDays());
        programmes.get(entry.programmeId()).requireOpen(Stage.NOTICE, open.period().opensOn());
        if (!entry.list().equals(unnoticed(selectionId, entry.id()))) throw new ListChanged();
        if (!(selections.get(selectionId) instanceof Selection.InNotice))
            selections.enterNotice(selectionId);
        notices.save(open);
        outbox.announce(
                new NoticeEvent.Opened(
                        stamp(open),
                        entry.id().value(),
                        entry.selectionId(),
                        entry.title(),
                        open.period().opensOn(),
                        open.period().closesOn(),
                        entry.packageHash()));
        audit.record(
                actor,
                actor.is(Role.PARTY_GROUP_MEMBER) ? Role.PARTY_GROUP_MEMBER : Role.PARTY_OFFICE,
                deed("notice.publish", open).saying("保密审查和个人信息检查已确认"));
        return open;
    }

    /** Shortens the clock of a demonstration; the reason stands in the notice and in the ledger. */
    @Transactional
    public Notice shorten(Notice.Id id, long seen, LocalDate closesOn, String reason, Actor actor) {
        return switch (get(id)) {
            case Open open -> {
                StaleVersion.unless(seen, open.entry().version());
                var shortened = open.shorten(closesOn, reason, today());
                notices.save(shortened);
                outbox.announce(
                        new NoticeEvent.Shortened(
                                stamp(shortened),
                                id.value(),
                                open.entry().selectionId(),
                                closesOn,
                                reason));
                audit.record(actor, Role.PARTY_OFFICE, deed("notice.shorten", open).saying(reason));
                yield shortened;
            }
            case Draft early -> throw new NotPossibleNow("缩短公示期", early.word());
            case Closed late -> throw new NotPossibleNow("缩短公示期", late.word());
            case Withdrawn late -> throw new NotPossibleNow("缩短公示期", late.word());
        };
    }

    /** Ends the notice once its last day is over and nothing is undecided (invariants 11, 12). */
    @Transactional
    public Notice close(Notice.Id id, long seen, Actor actor) {
        return switch (get(id)) {
            case Open open -> {
                StaleVersion.unless(seen, open.entry().version());
                var closed = open.close(clock.instant(), calendar.workingDays());
                objections.requireNone(open.entry().selectionId());
                notices.save(closed);
                outbox.announce(
                        new NoticeEvent.Closed(
                                stamp(closed), id.value(), open.entry().selectionId()));
                audit(actor, Role.PARTY_OFFICE, "notice.close", closed);
                yield closed;
            }
            case Draft early -> throw new NotPossibleNow("办结公示", early.word());
            case Closed _ -> throw new AlreadyDone("办结公示");
            case Withdrawn late -> throw new NotPossibleNow("办结公示", late.word());
        };
    }

    /**
     * Refuses unless everything on the list stood in a notice that is over, with nothing undecided
     * about it and nothing on it that an objection was sustained against (invariants 11 and 12).
     *
     * @return when the last of its notices was closed
     */
    @Transactional(readOnly = true)
    public Instant requireNoticed(Selection.Id selection) {
        objections.requireNone(selection.value());
        var noticed = new HashSet<UUID>();
        var closedAt = Instant.EPOCH;
        for (var notice : notices.of(selection)) {
            switch (notice) {
                case Draft _, Withdrawn _ -> {}
                case Open open ->
                        throw new StillOpen(open.period().lastDay(calendar.workingDays()));
                case Closed closed -> {
                    noticed.addAll(idsOf(closed.entry().list()));
                    if (closed.at().isAfter(closedAt)) closedAt = closed.at();
                }
            }
        }
        var winners = listOf(selection);
        if (winners.isEmpty() || !noticed.containsAll(idsOf(winners))) throw new NotYetNoticed();
        objections.requireNotSustainedAgainst(selection.value(), idsOf(winners));
        return closedAt;
    }

    /**
     * What gave notice of a list that was annulled stands no more; a draft can never be published.
     */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ListAnnulled annulled) {
        for (var notice : notices.of(annulled.selection())) {
            switch (notice) {
                case Open open -> withdraw(open.withdraw(clock.instant()));
                case Closed closed -> withdraw(closed.withdraw(clock.instant()));
                case Draft _, Withdrawn _ -> {}
            }
        }
    }

    private void withdraw(Withdrawn withdrawn) {
        notices.save(withdrawn);
        outbox.announce(
                new NoticeEvent.Withdrawn(
                        outbox.stamp(
                                Role.PARTY_GROUP_MEMBER,
                                withdrawn.entry().version(),
                                withdrawn.entry().programmeId()),
                        withdrawn.entry().id().value(),
                        withdrawn.entry().selectionId()));
    }

    /** What is on the list and in no other notice, the closed ones included. */
    private List<Line> unnoticed(Selection.Id selection, Notice.@Nullable Id but) {
        var noticed =
                notices.of(selection).stream()
                        .filter(notice -> !notice.entry().id().equals(but))
                        .flatMap(notice -> notice.entry().list().stream())
                        .map(Line::applicationId)
                        .collect(Collectors.toSet());
        return listOf(selection).stream()
                .filter(line -> !noticed.contains(line.applicationId()))
                .toList();
    }

    private List<Line> listOf(Selection.Id selection) {
        return selections.winners(selection).stream().map(Line::of).toList();
    }

    private static Set<UUID> idsOf(List<Line> list) {
        return list.stream().map(Line::applicationId).collect(Collectors.toSet());
    }

    private static String hashOf(Selection selection) {
        return switch (selection) {
            case Selection.Released(_, var seal) -> seal.packageHash();
            case Selection.InNotice(_, var seal) -> seal.packageHash();
            case Selection.Commended _ -> throw new AlreadyDone("公示");
            case Selection.Open early -> throw new NotPossibleNow("公示", early.word());
            case Selection.Frozen early -> throw new NotPossibleNow("公示", early.word());
            case Selection.Deliberated early -> throw new NotPossibleNow("公示", early.word());
            case Selection.Proposed early -> throw new NotPossibleNow("公示", early.word());
            case Selection.Annulled late -> throw new NotPossibleNow("公示", late.word());
        };
    }

    private static void requireHash(String text, String hash) {
        if (!text.contains(hash)) throw new InvalidInput("text", "公示须写明算分包的校验值：" + hash);
    }

    private Period period(LocalDate opensOn) {
        if (opensOn.isBefore(today())) throw new InvalidInput("opensOn", "公示不能从过去的日期开始。");
        return Period.from(opensOn, calendar.workingDays());
    }

    private Notice get(Notice.Id id) {
        return notices.find(id).orElseThrow(NoSuchNotice::new);
    }

    private Stamp stamp(Notice notice) {
        var entry = notice.entry();
        return outbox.stamp(Role.PARTY_OFFICE, entry.version(), entry.programmeId());
    }

    private void audit(Actor actor, Role role, String action, Notice notice) {
        audit.record(actor, role, deed(action, notice));
    }

    private static Deed deed(String action, Notice notice) {
        var entry = notice.entry();
        return Deed.of(action, "notice", entry.id().value(), entry.programmeId());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingDays.BEIJING);
    }
}
