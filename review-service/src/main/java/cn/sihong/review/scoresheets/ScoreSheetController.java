package cn.sihong.review.scoresheets;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.paging.Page;
import cn.sihong.platform.paging.PageRequest;
import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.text.Text;
import cn.sihong.review.scoresheets.ScoreSheetLists.Line;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@RestController
@RequestMapping("/api/score-sheets")
class ScoreSheetController {

    private final ScoreSheetLifecycle lifecycle;
    private final ScoreSheetLists lists;
    private final ScoreSheetPages pages;
    private final Gaps gaps;

    ScoreSheetController(
            ScoreSheetLifecycle lifecycle,
            ScoreSheetLists lists,
            ScoreSheetPages pages,
            Gaps gaps) {
        this.lifecycle = lifecycle;
        this.lists = lists;
        this.pages = pages;
        this.gaps = gaps;
    }

    /**
     * All that a sheet says.
     *
     * @param comment about the school as a whole
     */
    record Scores(
            @NotNull(message = "缺少版本号，请刷新后重试。") Long version,
            @Text(max = 500) @Nullable String comment,
            @NotNull(message = "缺少评分内容，请刷新后重试。") List<@Valid Item> items) {

        record Item(
                @NotNull(message = "缺少申报编号，请刷新后重试。") UUID applicationId,
                @NotNull(message = "缺少分数，请刷新后重试。") Map<String, Integer> points,
                @Nullable Map<String, @Text(max = 200) String> notes,
                @Text(max = 500) @Nullable String comment) {}

        Answers answers() {
            var answers = new LinkedHashMap<UUID, Answers.Item>();
            for (var item : items) {
                if (item.points().containsValue(null))
                    throw new InvalidInput("items", "没有打分的项目请留空，不要提交空值。");
                var answer =
                        new Answers.Item(
                                item.points(), notes(item.notes()), orEmpty(item.comment()));
                if (answers.put(item.applicationId(), answer) != null)
                    throw new InvalidInput("items", "同一项申报出现了两次，请刷新后重新打分。");
            }
            return new Answers(orEmpty(comment), answers);
        }

        private static Map<String, String> notes(@Nullable Map<String, String> typed) {
            var notes = new LinkedHashMap<String, String>();
            if (typed != null)
                typed.forEach((criterion, note) -> {
                    if (note != null && !note.isBlank()) notes.put(criterion, note.strip());
                });
            return notes;
        }

        private static String orEmpty(@Nullable String text) {
            return text == null ? "" : text.strip();
        }
    }

    record Seen(@NotNull(message = "缺少版本号，请刷新后重试。") Long version) {}

    /** Why this school scored so far from the others. */
    record Reason(
            @NotNull(message = "缺少申报编号，请刷新后重试。") UUID applicationId,
            @Text(min = 4, max = 500) String reason) {}

    @GetMapping
    Page<Line> list(@RequestParam UUID programme, Actor actor, PageRequest page) {
        return lists.of(programme, actor, page);
    }

    @GetMapping("/{id}")
    ScoreSheetPages.View read(@PathVariable UUID id, Actor actor) {
        return pages.of(lifecycle.read(id, actor), actor);
    }

    @PutMapping("/{id}")
    ScoreSheetPages.View fill(
            @PathVariable UUID id, @RequestBody @Valid Scores scores, Actor actor) {
        return pages.of(lifecycle.fill(id, scores.version(), scores.answers(), actor), actor);
    }

    @PostMapping("/{id}/lock")
    ScoreSheetPages.View lock(@PathVariable UUID id, @RequestBody @Valid Seen seen, Actor actor) {
        return pages.of(lifecycle.lock(id, seen.version(), actor), actor);
    }

    /** How others scored the same, once one's own sheet is locked; never who they are. */
    @GetMapping("/{id}/others")
    List<Gaps.Spread> others(@PathVariable UUID id, Actor actor) {
        return gaps.spreads(lifecycle.read(id, actor));
    }

    @PostMapping("/{id}/reasons")
    List<Gaps.Spread> explain(
            @PathVariable UUID id, @RequestBody @Valid Reason reason, Actor actor) {
        return gaps.spreads(
                lifecycle.explain(id, reason.applicationId(), reason.reason().strip(), actor));
    }
}
