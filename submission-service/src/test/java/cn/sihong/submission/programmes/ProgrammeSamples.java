package cn.sihong.submission.programmes;

import cn.sihong.platform.calendar.WorkingDays;
import cn.sihong.submission.programmes.LegalBasis.Mode;
import cn.sihong.submission.programmes.Programme.Draft;
import cn.sihong.submission.programmes.Programme.Published;
import cn.sihong.submission.programmes.SelectionRules.Tie;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Programmes for tests, made by their own moves. */
public final class ProgrammeSamples {

    public static final LegalBasis BASIS =
            new LegalBasis(
                    Mode.APPROVED, "区委〔2026〕12号", "区委", LocalDate.of(2026, 3, 1), "第3项", null);

    /** Plain weeks, without holidays. */
    public static final WorkingDays PLAIN = new WorkingDays(Map.of());

    private ProgrammeSamples() {}

    /** A demonstration programme whose every window is open for years around today. */
    public static Terms alwaysOpen() {
        return terms(LocalDate.of(2020, 1, 1), LocalDate.of(2090, 12, 31));
    }

    /** A demonstration programme whose every window is closed. */
    public static Terms longClosed() {
        return terms(LocalDate.of(2019, 1, 1), LocalDate.of(2019, 12, 31));
    }

    /** As {@link #alwaysOpen()}, but one stage closes on this day, and the title is its own. */
    public static Terms closing(Stage stage, LocalDate day) {
        return withWindow(window -> new Window(stage, window.opensOn(), day), stage);
    }

    /** As {@link #alwaysOpen()}, but one stage opens on this day, and the title is its own. */
    public static Terms opening(Stage stage, LocalDate day) {
        return withWindow(window -> new Window(stage, day, window.closesOn()), stage);
    }

    private static Terms withWindow(UnaryOperator<Window> changed, Stage stage) {
        var open = alwaysOpen();
        return new Terms(
                "演示" + UUID.randomUUID(),
                open.year(),
                true,
                open.legalBasis(),
                open.windows().stream()
                        .map(window -> window.stage() == stage ? changed.apply(window) : window)
                        .toList(),
                open.categories(),
                open.weights());
    }

    static Draft aDraft(Terms terms) {
        return new Draft(new Programme.Id(UUID.randomUUID()), terms, 1);
    }

    /** Writes a published programme with these terms. */
    public static Published published(Programmes programmes, Terms terms) {
        var draft = aDraft(terms);
        programmes.add(draft);
        var published = draft.publish(PLAIN, Instant.parse("2026-05-01T00:00:00Z"));
        programmes.save(published);
        return published;
    }

    private static Terms terms(LocalDate opensOn, LocalDate closesOn) {
        return new Terms(
                "2026年度“四红”党建品牌创建（演示）",
                2026,
                true,
                BASIS,
                Arrays.stream(Stage.values())
                        .map(stage -> new Window(stage, opensOn, closesOn))
                        .toList(),
                List.of(
                        new CategoryRule(Category.RED_GARDENER, "红色园丁", 1, 2, 10),
                        new CategoryRule(Category.RED_READING_ROOM, "红色书屋", 1, 2, 10),
                        new CategoryRule(Category.RED_CLASSROOM, "红色课堂", 2, 4, 50),
                        new CategoryRule(Category.RED_BASE, "红色基地", 1, 1, 10)),
                new Weights(30, 0, 70, 0),
                new SelectionRules(
                        65, 85, List.of(Tie.MUTUAL_REVIEW, Tie.ACCEPTANCE), 2, 20, 1, 3, 5),
                new Burden(300, "张局长", "首次开展，需要机制表和自查表。"));
    }
}
