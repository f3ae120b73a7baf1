package cn.sihong.award.notices;

import cn.sihong.award.selection.Selection;
import cn.sihong.award.selection.SelectionLifecycle;
import cn.sihong.award.selection.Winner;
import cn.sihong.platform.calendar.WorkingDays;
import cn.sihong.platform.paging.Page;
import cn.sihong.platform.paging.PageRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What anybody may read of a notice: names, schools, categories, and nothing else of anybody. */
@Component
class PublicNotices {

    /** Research.md §3.7. */
    private static final int SUMMARY_LENGTH = 100;

    private final Notices notices;
    private final SelectionLifecycle selections;
    private final Clock clock;

    PublicNotices(Notices notices, SelectionLifecycle selections, Clock clock) {
        this.notices = notices;
        this.selections = selections;
        this.clock = clock;
    }

    record Headline(
            UUID id,
            String title,
            LocalDate opensOn,
            LocalDate closesOn,
            String state,
            boolean demonstration) {}

    /**
     * A notice with its list.
     *
     * @param text absent once the notice is closed
     */
    record Detail(
            UUID id,
            String title,
            @Nullable String text,
            LocalDate opensOn,
            LocalDate closesOn,
            @Nullable String shortenedReason,
            String state,
            boolean demonstration,
            String packageHash,
            List<Line> entries) {}

    /**
     * One of the chosen.
     *
     * @param summary absent once the notice is closed
     */
    record Line(
            String category,
            String categoryName,
            String title,
            String schoolName,
            @Nullable String summary) {}

    @Transactional(readOnly = true)
    public Page<Headline> list(PageRequest page) {
        return Page.of(
                notices.list(today(), null, page).stream().map(PublicNotices::headline).toList(),
                page,
                headline -> headline.id().toString());
    }

    @Transactional(readOnly = true)
    public Detail get(Notice.Id id) {
        var notice =
                notices.find(id)
                        .filter(found -> !found.period().opensOn().isAfter(today()))
                        .orElseThrow(NoSuchNotice::new);
        var winners = selections.winners(new Selection.Id(notice.entry().selectionId()));
        return switch (notice) {
            case Notice.Open open ->
                    detail(
                            open,
                            open.entry().text(),
                            winners.stream()
                                    .map(winner -> line(winner, shortened(winner.summary())))
                                    .toList());
            case Notice.Closed closed ->
                    detail(
                            closed,
                            null,
                            winners.stream().map(winner -> line(winner, null)).toList());
        };
    }

    private static Headline headline(Notice notice) {
        var entry = notice.entry();
        return new Headline(
                entry.id().value(),
                entry.title(),
                notice.period().opensOn(),
                notice.period().closesOn(),
                notice.state(),
                entry.demonstration());
    }

    private static Detail detail(Notice notice, @Nullable String text, List<Line> lines) {
        var entry = notice.entry();
        var period = notice.period();
        return new Detail(
                entry.id().value(),
                entry.title(),
                text,
                period.opensOn(),
                period.closesOn(),
                period.shortenedBecause(),
                notice.state(),
                entry.demonstration(),
                entry.packageHash(),
                lines);
    }

    private static Line line(Winner winner, @Nullable String summary) {
        return new Line(
                winner.category(),
                winner.categoryName(),
                winner.title(),
                winner.schoolName(),
                summary);
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
