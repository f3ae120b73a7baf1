package cn.sihong.award.notices;

import cn.sihong.award.selection.Selection;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.paging.Page;
import cn.sihong.platform.paging.PageRequest;
import cn.sihong.platform.text.Text;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.util.UUID;

@RestController
@RequestMapping("/api/notices")
class NoticeController {

    private static final String NO_VERSION = "缺少版本号，请刷新页面后重试。";

    private final Notices notices;
    private final NoticeLifecycle lifecycle;

    NoticeController(Notices notices, NoticeLifecycle lifecycle) {
        this.notices = notices;
        this.lifecycle = lifecycle;
    }

    record Opening(
            @NotNull(message = "缺少编号，请刷新页面后重试。") UUID id,
            @NotNull(message = "请选择评选。") UUID selectionId,
            @Text(min = 4, max = 80) String title,
            @NotNull(message = "请填写公示开始日期。") LocalDate opensOn) {}

    record Shortening(
            @NotNull(message = NO_VERSION) Long version,
            @NotNull(message = "请填写新的结束日期。") LocalDate closesOn,
            @Text(min = 4, max = 200) String reason) {}

    record Move(@NotNull(message = NO_VERSION) Long version) {}

    record Row(
            UUID id,
            UUID selectionId,
            UUID programmeId,
            String title,
            LocalDate opensOn,
            LocalDate closesOn,
            @Nullable String shortenedReason,
            String state,
            boolean demonstration,
            String packageHash,
            long version) {

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
                    notice.state(),
                    entry.demonstration(),
                    entry.packageHash(),
                    entry.version());
        }
    }

    @GetMapping
    Page<Row> list(@RequestParam(required = false) @Nullable UUID programme, PageRequest page) {
        return Page.of(
                notices.list(LocalDate.of(9999, 12, 31), programme, page).stream()
                        .map(Row::of)
                        .toList(),
                page,
                row -> row.id().toString());
    }

    @PostMapping
    Row open(@RequestBody @Valid Opening opening, Actor actor) {
        return Row.of(
                lifecycle.open(
                        new Notice.Id(opening.id()),
                        new Selection.Id(opening.selectionId()),
                        opening.title(),
                        opening.opensOn(),
                        actor));
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
}
