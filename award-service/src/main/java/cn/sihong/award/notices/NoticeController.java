package cn.sihong.award.notices;

import cn.sihong.award.selection.Selection;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.paging.Page;
import cn.sihong.platform.paging.PageRequest;
import cn.sihong.platform.text.Text;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
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

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

@RestController
@RequestMapping("/api/notices")
class NoticeController {

    private static final String NO_VERSION = "缺少版本号，请刷新页面后重试。";

    private final Notices notices;
    private final NoticeTemplates templates;
    private final NoticeLifecycle lifecycle;

    NoticeController(Notices notices, NoticeTemplates templates, NoticeLifecycle lifecycle) {
        this.notices = notices;
        this.templates = templates;
        this.lifecycle = lifecycle;
    }

    record Drafting(
            @NotNull(message = "缺少编号，请刷新页面后重试。") UUID id,
            @NotNull(message = "请选择评选。") UUID selectionId,
            @Text(min = 4, max = 80) String title,
            @NotNull(message = "请填写公示开始日期。") LocalDate opensOn) {}

    record Revision(
            @NotNull(message = NO_VERSION) Long version,
            @Text(min = 4, max = 80) String title,
            @Text(min = 20, max = 4000) String text,
            @NotNull(message = "请填写公示开始日期。") LocalDate opensOn) {}

    /** Both boxes are ticked by whoever publishes, not by whoever wrote. */
    record Publication(
            @NotNull(message = NO_VERSION) Long version,
            @AssertTrue(message = "请确认已作保密审查，不含国家秘密和内部信息。") boolean secrecyChecked,
            @AssertTrue(message = "请确认已检查个人信息，只公开姓名、单位等必要内容。") boolean personalDataChecked) {}

    record Shortening(
            @NotNull(message = NO_VERSION) Long version,
            @NotNull(message = "请填写新的结束日期。") LocalDate closesOn,
            @Text(min = 4, max = 200) String reason) {}

    record Move(@NotNull(message = NO_VERSION) Long version) {}

    record Template(
            @NotNull(message = NO_VERSION) Integer edition,
            @Text(min = 20, max = 4000) String body) {}

    record Row(
            UUID id,
            UUID selectionId,
            UUID programmeId,
            String title,
            LocalDate opensOn,
            LocalDate closesOn,
            @Nullable String shortenedReason,
            State state,
            String stateName,
            boolean demonstration,
            String packageHash,
            @Nullable UUID author,
            String text,
            List<Listed> entries,
            long version) {

        enum State {
            DRAFT,
            OPEN,
            CLOSED,
            WITHDRAWN
        }

        record Listed(UUID applicationId, String categoryName, String title, String schoolName) {}

        static Row of(Notice notice) {
            var entry = notice.entry();
            var period = notice.period();
            return new Row(
                    entry.id().value(),
                    entry.selectionId(),
                    entry.programmeId(),
                    entry.title(),
                    period.opensOn(),
                    period.closesOn(),
                    period.shortenedBecause(),
                    State.valueOf(notice.state()),
                    notice.word(),
                    entry.demonstration(),
                    entry.packageHash(),
                    notice instanceof Notice.Draft draft ? draft.author() : null,
                    entry.text(),
                    entry.list().stream()
                            .map(line ->
                                    new Listed(
                                            line.applicationId(),
                                            line.categoryName(),
                                            line.title(),
                                            line.schoolName()))
                            .toList(),
                    entry.version());
        }
    }

    @GetMapping
    Page<Row> list(@RequestParam(required = false) @Nullable UUID programme, PageRequest page) {
        return Page.of(
                notices.list(programme, page).stream().map(Row::of).toList(),
                page,
                row -> row.id().toString());
    }

    /** Writes a draft in the words of the template. */
    @PostMapping
    Row draft(@RequestBody @Valid Drafting drafting, Actor actor) {
        return Row.of(
                lifecycle.draft(
                        new Notice.Id(drafting.id()),
                        new Selection.Id(drafting.selectionId()),
                        drafting.title(),
                        drafting.opensOn(),
                        actor));
    }

    @PutMapping("/{id}")
    Row revise(@PathVariable UUID id, @RequestBody @Valid Revision revision, Actor actor) {
        return Row.of(
                lifecycle.revise(
                        new Notice.Id(id),
                        revision.version(),
                        revision.title(),
                        revision.text(),
                        revision.opensOn(),
                        actor));
    }

    @PostMapping("/{id}/publish")
    Row publish(@PathVariable UUID id, @RequestBody @Valid Publication publication, Actor actor) {
        return Row.of(lifecycle.publish(new Notice.Id(id), publication.version(), actor));
    }

    @PostMapping("/{id}/shorten")
    Row shorten(@PathVariable UUID id, @RequestBody @Valid Shortening shortening, Actor actor) {
        return Row.of(
                lifecycle.shorten(
                        new Notice.Id(id),
                        shortening.version(),
                        shortening.closesOn(),
                        shortening.reason(),
                        actor));
    }

    @PostMapping("/{id}/close")
    Row close(@PathVariable UUID id, @RequestBody @Valid Move move, Actor actor) {
        return Row.of(lifecycle.close(new Notice.Id(id), move.version(), actor));
    }

    @GetMapping("/template")
    Template template() {
        var current = templates.current();
        return new Template(current.edition(), current.body());
    }

    @PutMapping("/template")
    Template replaceTemplate(@RequestBody @Valid Template template, Actor actor) {
        var next = templates.replace(template.edition(), template.body(), actor);
        return new Template(next.edition(), next.body());
    }
}
