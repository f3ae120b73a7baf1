package cn.sihong.award.notices;

import cn.sihong.award.notices.Notice.Line;
import cn.sihong.award.objections.NoticeBoard;
import cn.sihong.award.objections.OpenObjections;
import cn.sihong.award.selection.Selection;
import cn.sihong.award.selection.SelectionLifecycle;
import cn.sihong.award.selection.Winner;
import cn.sihong.platform.calendar.CalendarDays;
import cn.sihong.platform.calendar.WorkingDays;
import cn.sihong.platform.paging.Page;
import cn.sihong.platform.paging.PageRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What anybody may read of a notice: names, schools, categories, and nothing else of anybody
 * (invariant 18).
 */
@Component
class PublicNotices implements NoticeBoard {

    /** Research.md §3.7. */
    private static final int SUMMARY_LENGTH = 100;

    private final Notices notices;
    private final SelectionLifecycle selections;
    private final OpenObjections objections;
    private final CalendarDays calendar;
    private final Clock clock;

    PublicNotices(
            Notices notices,
            SelectionLifecycle selections,
            OpenObjections objections,
            CalendarDays calendar,
            Clock clock) {
        this.notices = notices;
        this.selections = selections;
        this.objections = objections;
        this.calendar = calendar;
        this.clock = clock;
    }

    enum State {
        OPEN,
        CLOSED,
        WITHDRAWN
    }

    record Headline(
            UUID id,
            String title,
            LocalDate opensOn,
            LocalDate closesOn,
            State state,
            boolean demonstration) {}

    /**
     * A notice with its list.
     *
     * @param text absent once its last day is over
     * @param objecting whether somebody may object today
     * @param objections what became of the objections to it, in numbers
     */
    record Detail(
            UUID id,
            String title,
            @Nullable String text,
            LocalDate opensOn,
            LocalDate closesOn,
            @Nullable String shortenedReason,
            State state,
            boolean demonstration,
            String packageHash,
            NoticeClock clock,
            boolean objecting,
            OpenObjections.Outcomes objections,
            List<Shown> entries,
            long version) {}

    /**
     * One of the list.
     *
     * @param summary absent once the last day is over
     * @param withdrawn it fell out of the list after the notice was published
     */
    record Shown(
            UUID applicationId,
            String category,
            String categoryName,
            String title,
            String schoolName,
            @Nullable String summary,
            boolean withdrawn) {}

    @Transactional(readOnly = true)
    public Page<Headline> list(PageRequest page) {
        return Page.of(
                notices.publishedBy(today(), page).stream().map(PublicNotices::headline).toList(),
                page,
                headline -> headline.id().toString());
    }

    @Transactional(readOnly = true)
    public Detail get(Notice.Id id) {
        var notice = notices.find(id).filter(this::isPublic).orElseThrow(NoSuchNotice::new);
        var days = calendar.workingDays();
        var entry = notice.entry();
        var period = notice.period();
        boolean running = notice instanceof Notice.Open && period.runsOn(today(), days);
        var standing =
                selections.winners(new Selection.Id(entry.selectionId())).stream()
                        .map(Winner::applicationId)
                        .collect(Collectors.toSet());
        return new Detail(
                entry.id().value(),
                entry.title(),
                running ? entry.text() : null,
                period.opensOn(),
                period.closesOn(),
                period.shortenedBecause(),
                State.valueOf(notice.state()),
                entry.demonstration(),
                entry.packageHash(),
                NoticeClock.of(
                        period,
                        today(),
                        days,
                        calendar.between(period.opensOn(), period.lastDay(days))),
                running,
                objections.outcomes(entry.id().value()),
                entry.list().stream().map(line -> shown(line, running, standing)).toList(),
                entry.version());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Listed> listed(UUID noticeId, UUID applicationId) {
        return notices.find(new Notice.Id(noticeId))
                .filter(this::runs)
                .flatMap(notice ->
                        notice.entry().list().stream()
                                .filter(line -> line.applicationId().equals(applicationId))
                                .findFirst()
                                .map(line -> listed(notice, line)));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Running> running(UUID programmeId) {
        return notices.openOf(programmeId).stream()
                .filter(this::runs)
                .findFirst()
                .map(notice ->
                        new Running(notice.entry().id().value(), notice.entry().selectionId()));
    }

    private boolean isPublic(Notice notice) {
        return !(notice instanceof Notice.Draft) && !notice.period().opensOn().isAfter(today());
    }

    private boolean runs(Notice notice) {
        return notice instanceof Notice.Open open
                && open.period().runsOn(today(), calendar.workingDays());
    }

    private static Listed listed(Notice notice, Line line) {
        var entry = notice.entry();
        return new Listed(
                entry.id().value(),
                entry.selectionId(),
                entry.programmeId(),
                line.applicationId(),
                line.title(),
                line.schoolId(),
                line.schoolName(),
                line.unitId());
    }

    private static Headline headline(Notice notice) {
        var entry = notice.entry();
        return new Headline(
                entry.id().value(),
                entry.title(),
                notice.period().opensOn(),
                notice.period().closesOn(),
                State.valueOf(notice.state()),
                entry.demonstration());
    }

    private static Shown shown(Line line, boolean running, Set<UUID> standing) {
        return new Shown(
                line.applicationId(),
                line.category(),
                line.categoryName(),
                line.title(),
                line.schoolName(),
                running ? shortened(line.summary()) : null,
                !standing.contains(line.applicationId()));
    }

    /** Cut between characters as people count them, never through a rare one. */
    static String shortened(String summary) {
        var text = summary.strip();
        return text.codePointCount(0, text.length()) <= SUMMARY_LENGTH
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SUMMARY_LENGTH - 1)) + "…";
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingDays.BEIJING);
    }
}
