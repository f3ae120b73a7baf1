package cn.sihong.award.honours;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.paging.Page;
import cn.sihong.platform.paging.PageRequest;
import cn.sihong.platform.text.Text;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.util.UUID;

@RestController
@RequestMapping("/api/adoptions")
class AdoptionController {

    private static final String NO_VERSION = "缺少版本号，请刷新页面后重试。";

    private final Adoptions adoptions;
    private final AdoptionLifecycle lifecycle;

    AdoptionController(Adoptions adoptions, AdoptionLifecycle lifecycle) {
        this.adoptions = adoptions;
        this.lifecycle = lifecycle;
    }

    record Claim(
            @NotNull(message = "缺少编号，请刷新页面后重试。") UUID id,
            @NotNull(message = "请选择借鉴的品牌。") UUID honourId,
            @NotNull(message = "请选择本单位。") UUID schoolId,
            @Text(min = 20, max = 500) String whatChanged) {}

    record Move(@NotNull(message = NO_VERSION) Long version) {}

    record Declining(
            @NotNull(message = NO_VERSION) Long version, @Text(min = 4, max = 200) String remark) {}

    record Row(
            UUID id,
            UUID honourId,
            UUID originId,
            UUID adopterId,
            String adopterName,
            String whatChanged,
            LocalDate claimedOn,
            String state,
            @Nullable String remark,
            long version) {

        static Row of(Adoption adoption) {
            var entry = adoption.entry();
            return new Row(
                    entry.id().value(),
                    entry.honourId(),
                    entry.originId(),
                    entry.adopterId(),
                    entry.adopterName(),
                    entry.whatChanged(),
                    entry.claimedOn(),
                    adoption.state(),
                    adoption instanceof Adoption.Declined declined ? declined.remark() : null,
                    entry.version());
        }
    }

    @GetMapping
    @Transactional(readOnly = true)
    public Page<Row> list(PageRequest page) {
        return Page.of(
                adoptions.list(page).stream().map(Row::of).toList(),
                page,
                row -> row.id().toString());
    }

    @PostMapping
    Row claim(@RequestBody @Valid Claim claim, Actor actor) {
        return Row.of(
                lifecycle.claim(
                        new Adoption.Id(claim.id()),
                        claim.honourId(),
                        claim.schoolId(),
                        claim.whatChanged(),
                        actor));
    }

    @PostMapping("/{id}/confirm")
    Row confirm(@PathVariable UUID id, @RequestBody @Valid Move move, Actor actor) {
        return Row.of(lifecycle.confirm(new Adoption.Id(id), move.version(), actor));
    }

    @PostMapping("/{id}/decline")
    Row decline(@PathVariable UUID id, @RequestBody @Valid Declining declining, Actor actor) {
        return Row.of(
                lifecycle.decline(
                        new Adoption.Id(id), declining.version(), declining.remark(), actor));
    }
}
