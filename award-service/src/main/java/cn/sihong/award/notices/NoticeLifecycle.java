package cn.sihong.award.notices;

import cn.sihong.award.notices.Notice.Closed;
import cn.sihong.award.notices.Notice.Entry;
import cn.sihong.award.notices.Notice.Open;
import cn.sihong.award.notices.Notice.Period;
import cn.sihong.award.register.Bureau;
import cn.sihong.award.register.Programmes;
import cn.sihong.award.register.Stage;
import cn.sihong.award.selection.Selection;
import cn.sihong.award.selection.SelectionLifecycle;
import cn.sihong.award.selection.Winner;
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
import cn.sihong.platform.problem.Refusal.FieldError;
import cn.sihong.platform.problem.StaleVersion;
import cn.sihong.platform.text.TextFaults;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The moves of a notice. */
@Component
public class NoticeLifecycle {

    private final Notices notices;
    private final SelectionLifecycle selections;
    private final Programmes programmes;
    private final CalendarDays calendar;
    private final Bureau bureau;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    NoticeLifecycle(
            Notices notices,
            SelectionLifecycle selections,
            Programmes programmes,
            CalendarDays calendar,
            Bureau bureau,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.notices = notices;
        this.selections = selections;
        this.programmes = programmes;
        this.calendar = calendar;
        this.bureau = bureau;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Opens the notice of a proposed list; the same call again answers the same. */
    @Transactional
    public Notice open(
            Notice.Id id, Selection.Id selectionId, String title, LocalDate opensOn, Actor actor) {
        var existing = notices.find(id);
        if (existing.isPresent()) {
            if (existing.get().entry().selectionId().equals(selectionId.value()))
                return existing.get();
            throw new AlreadyDone("发布这份公示");
        }
        if (opensOn.isBefore(today())) throw new InvalidInput("opensOn", "公示不能从过去的日期开始。");
        var selection = selections.get(selectionId);
        var programme = programmes.get(selection.entry().programmeId());
        programme.requireOpen(Stage.NOTICE, opensOn);
        var inNotice = selections.enterNotice(selectionId);
        requireFitForThePublic(selections.winners(selectionId));
        var hash = inNotice.seal().packageHash();
        var period = Period.from(opensOn, calendar.workingDays());
        var open =
                new Open(
                        new Entry(
                                id,
                                selectionId.value(),
                                programme.id(),
                                programme.demonstration(),
                                title,
                                NoticeText.of(programme, period, hash, bureau.office()),
                                hash,
                                1),
                        period);
        notices.add(open);
        outbox.announce(
                new NoticeEvent.Opened(
                        stamp(open),
                        id.value(),
                        selectionId.value(),
                        title,
                        period.opensOn(),
                        period.closesOn(),
                        hash));
        audit(actor, "notice.open", open);
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
            case Closed _ -> throw new NotPossibleNow("缩短公示期", "公示已结束");
        };
    }

    /** Ends the notice once its last day is over. */
    @Transactional
    public Notice close(Notice.Id id, long seen, Actor actor) {
        return switch (get(id)) {
            case Open open -> {
                StaleVersion.unless(seen, open.entry().version());
                var closed = open.close(clock.instant(), calendar.workingDays());
                notices.save(closed);
                outbox.announce(
                        new NoticeEvent.Closed(
                                stamp(closed), id.value(), open.entry().selectionId()));
                audit(actor, "notice.close", closed);
                yield closed;
            }
            case Closed _ -> throw new AlreadyDone("办结公示");
        };
    }

    /** The notice of a selection, which has to be over before anything is decided. */
    @Transactional(readOnly = true)
    public Closed closedNoticeOf(Selection.Id selection) {
        return switch (notices.of(selection).orElseThrow(NoSuchNotice::new)) {
            case Closed closed -> closed;
            case Open open -> throw new StillOpen(open.period().lastDay(calendar.workingDays()));
        };
    }

    private Notice get(Notice.Id id) {
        return notices.find(id).orElseThrow(NoSuchNotice::new);
    }

    /** The second fence: what schools typed was checked when they typed it. */
    private static void requireFitForThePublic(List<Winner> winners) {
        var errors =
                winners.stream()
                        .flatMap(winner ->
                                Stream.of(winner.title(), winner.summary())
                                        .flatMap(text -> TextFaults.find(text, 0, 10_000).stream())
                                        .map(fault ->
                                                new FieldError(
                                                        winner.applicationId().toString(),
                                                        winner.title() + "：" + fault)))
                        .toList();
        if (!errors.isEmpty()) throw new InvalidInput(errors);
    }

    private Stamp stamp(Notice notice) {
        var entry = notice.entry();
        return outbox.stamp(Role.PARTY_OFFICE, entry.version(), entry.programmeId());
    }

    private void audit(Actor actor, String action, Notice notice) {
        audit.record(actor, Role.PARTY_OFFICE, deed(action, notice));
    }

    private static Deed deed(String action, Notice notice) {
        var entry = notice.entry();
        return Deed.of(action, "notice", entry.id().value(), entry.programmeId());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingDays.BEIJING);
    }
}
