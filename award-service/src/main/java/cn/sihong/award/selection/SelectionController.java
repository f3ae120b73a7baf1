package cn.sihong.award.selection;

import cn.sihong.award.ranking.Recompute;
import cn.sihong.award.selection.Selection.Annulled;
import cn.sihong.award.selection.Selection.Commended;
import cn.sihong.award.selection.Selection.Deliberated;
import cn.sihong.award.selection.Selection.Frozen;
import cn.sihong.award.selection.Selection.InNotice;
import cn.sihong.award.selection.Selection.Open;
import cn.sihong.award.selection.Selection.Proposed;
import cn.sihong.award.selection.Selection.Released;
import cn.sihong.award.selection.Selection.Seal;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.paging.Page;
import cn.sihong.platform.paging.PageRequest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.util.UUID;

@RestController
@RequestMapping("/api/selections")
class SelectionController {

    private final Selections selections;
    private final SelectionLifecycle lifecycle;
    private final SelectionDetails details;

    SelectionController(
            Selections selections, SelectionLifecycle lifecycle, SelectionDetails details) {
        this.selections = selections;
        this.lifecycle = lifecycle;
        this.details = details;
    }

    record Opening(
            @NotNull(message = "缺少编号，请刷新页面后重试。") UUID id,
            @NotNull(message = "请选择方案。") UUID programmeId) {}

    record Move(@NotNull(message = "缺少版本号，请刷新页面后重试。") Long version) {}

    record Row(
            UUID id,
            UUID programmeId,
            State state,
            String stateName,
            long version,
            @Nullable String packageHash,
            @Nullable Instant frozenAt,
            @Nullable String documentNumber) {

        enum State {
            OPEN,
            FROZEN,
            DELIBERATED,
            PROPOSED,
            RELEASED,
            IN_NOTICE,
            COMMENDED,
            ANNULLED
        }

        static Row of(Selection selection) {
            var seal = sealOf(selection);
            return new Row(
                    selection.entry().id().value(),
                    selection.entry().programmeId(),
                    State.valueOf(selection.state()),
                    selection.word(),
                    selection.entry().version(),
                    seal == null ? null : seal.packageHash(),
                    seal == null ? null : seal.at(),
                    selection instanceof Commended(_, _, var number) ? number : null);
        }

        private static @Nullable Seal sealOf(Selection selection) {
            return switch (selection) {
                case Open _ -> null;
                case Frozen(_, var seal) -> seal;
                case Deliberated(_, var seal, _) -> seal;
                case Proposed(_, var seal) -> seal;
                case Released(_, var seal) -> seal;
                case InNotice(_, var seal) -> seal;
                case Commended(_, var seal, _) -> seal;
                case Annulled(_, var seal) -> seal;
            };
        }
    }

    /** Whether the package, computed again, is the package. */
    record Check(String hash, String recomputedHash, boolean same) {}

    @GetMapping
    Page<Row> list(@RequestParam(required = false) @Nullable UUID programme, PageRequest page) {
        return Page.of(
                selections.list(programme, page).stream().map(Row::of).toList(),
                page,
                row -> row.id().toString());
    }

    @PostMapping
    Row open(@RequestBody @Valid Opening opening, Actor actor) {
        return Row.of(lifecycle.open(new Selection.Id(opening.id()), opening.programmeId(), actor));
    }

    @GetMapping("/{id}")
    SelectionView get(@PathVariable UUID id) {
        return SelectionView.of(details.get(new Selection.Id(id)));
    }

    /** Answers with the ranking that is now frozen. */
    @PostMapping("/{id}/freeze")
    SelectionView freeze(@PathVariable UUID id, @RequestBody @Valid Move move, Actor actor) {
        lifecycle.freeze(new Selection.Id(id), move.version(), actor);
        return get(id);
    }

    @PostMapping("/{id}/propose")
    Row propose(@PathVariable UUID id, @RequestBody @Valid Move move, Actor actor) {
        return Row.of(lifecycle.propose(new Selection.Id(id), move.version(), actor));
    }

    /** The very bytes that were hashed: whoever saves them can check the hash with any tool. */
    @GetMapping("/{id}/package")
    ResponseEntity<byte[]> text(@PathVariable UUID id) {
        var text = details.text(new Selection.Id(id));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .eTag(text.hash())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("result-package-" + id + ".json")
                                .build()
                                .toString())
                .body(text.json().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @GetMapping("/{id}/package/check")
    Check check(@PathVariable UUID id) {
        var found = Recompute.of(details.text(new Selection.Id(id)));
        return new Check(found.hash(), found.recomputedHash(), found.same());
    }
}
