package cn.sihong.award.nominations;

import cn.sihong.award.nominations.Nomination.Declined;
import cn.sihong.award.nominations.Nomination.Endorsed;
import cn.sihong.award.nominations.Nomination.Member;
import cn.sihong.award.nominations.Nomination.Nominated;
import cn.sihong.award.nominations.Nomination.Withdrawn;
import cn.sihong.award.register.Organisations;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.paging.Page;
import cn.sihong.platform.paging.PageRequest;
import cn.sihong.platform.text.Text;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

@RestController
@RequestMapping("/api/nominations")
class NominationController {

    private static final String NEEDED = "请填写此项。";
    private static final String NO_VERSION = "缺少版本号，请刷新页面后重试。";

    private final Nominations nominations;
    private final Organisations organisations;
    private final NominationLifecycle lifecycle;

    NominationController(
            Nominations nominations, Organisations organisations, NominationLifecycle lifecycle) {
        this.nominations = nominations;
        this.organisations = organisations;
        this.lifecycle = lifecycle;
    }

    /**
     * A member put forward.
     *
     * @param head whether the member leads the school
     * @param agreed the member agreed to stand, and that name and deeds are published
     */
    record Nominating(
            @NotNull(message = "缺少编号，请刷新页面后重试。") UUID id,
            @NotNull(message = "请选择方案。") UUID programmeId,
            @NotNull(message = "请选择本单位。") UUID schoolId,
            @Text(min = 2, max = 40) String name,
            @Text(min = 2, max = 40) String post,
            @NotNull(message = NEEDED) Boolean head,
            @Text(min = 50, max = 1500) String deeds,
            @NotNull(message = NEEDED) LocalDate heldOn,
            @NotNull(message = NEEDED) Integer due,
            @NotNull(message = NEEDED) Integer present,
            @NotNull(message = NEEDED) Integer inFavour,
            @AssertTrue(message = "请先征得本人同意参评并公开姓名和事迹。") boolean agreed) {

        Member member() {
            return new Member(name.strip(), post.strip(), head, deeds.strip());
        }

        BranchVote vote() {
            return new BranchVote(heldOn, due, present, inFavour);
        }
    }

    /**
     * The parent unit's yes.
     *
     * @param integrityAsked discipline was asked about the member and has nothing against it (廉政意见)
     */
    record Endorsing(
            @NotNull(message = NO_VERSION) Long version,
            @AssertTrue(message = "请先征求纪检部门的廉政意见，没有问题的再审核同意。") boolean integrityAsked) {}

    record Reasoned(
            @NotNull(message = NO_VERSION) Long version, @Text(min = 4, max = 200) String reason) {}

    record Row(
            UUID id,
            UUID programmeId,
            UUID schoolId,
            String schoolName,
            String name,
            String post,
            boolean head,
            String deeds,
            LocalDate heldOn,
            int due,
            int present,
            int inFavour,
            State state,
            String stateName,
            @Nullable String reason,
            long version) {

        enum State {
            NOMINATED,
            ENDORSED,
            DECLINED,
            WITHDRAWN
        }
    }

    @GetMapping
    @Transactional(readOnly = true)
    public Page<Row> list(
            @RequestParam(required = false) @Nullable UUID programme, PageRequest page) {
        return Page.of(rows(nominations.list(programme, page)), page, row -> row.id().toString());
    }

    @PostMapping
    Row nominate(@RequestBody @Valid Nominating wanted, Actor actor) {
        return row(
                lifecycle.nominate(
                        new Nomination.Id(wanted.id()),
                        wanted.programmeId(),
                        wanted.schoolId(),
                        wanted.member(),
                        wanted.vote(),
                        actor));
    }

    @PostMapping("/{id}/endorse")
    Row endorse(@PathVariable UUID id, @RequestBody @Valid Endorsing move, Actor actor) {
        return row(lifecycle.endorse(new Nomination.Id(id), move.version(), actor));
    }

    @PostMapping("/{id}/decline")
    Row decline(@PathVariable UUID id, @RequestBody @Valid Reasoned move, Actor actor) {
        return row(
                lifecycle.decline(
                        new Nomination.Id(id), move.version(), move.reason().strip(), actor));
    }

    @PostMapping("/{id}/withdraw")
    Row withdraw(@PathVariable UUID id, @RequestBody @Valid Reasoned move, Actor actor) {
        return row(
                lifecycle.withdraw(
                        new Nomination.Id(id), move.version(), move.reason().strip(), actor));
    }

    private Row row(Nomination nomination) {
        return rows(List.of(nomination)).getFirst();
    }

    private List<Row> rows(List<Nomination> some) {
        var names = organisations.names(some.stream().map(it -> it.entry().schoolId()).toList());
        return some.stream()
                .map(it -> row(it, names.getOrDefault(it.entry().schoolId(), "")))
                .toList();
    }

    private static Row row(Nomination nomination, String schoolName) {
        var entry = nomination.entry();
        var member = entry.member();
        var vote = entry.vote();
        return new Row(
                entry.id().value(),
                entry.programmeId(),
                entry.schoolId(),
                schoolName,
                member.name(),
                member.post(),
                member.head(),
                member.deeds(),
                vote.heldOn(),
                vote.due(),
                vote.present(),
                vote.inFavour(),
                Row.State.valueOf(nomination.state()),
                nomination.word(),
                switch (nomination) {
                    case Nominated _, Endorsed _ -> null;
                    case Declined declined -> declined.reason();
                    case Withdrawn withdrawn -> withdrawn.reason();
                },
                entry.version());
    }
}
