package cn.sihong.review.jointcomments;

import static cn.sihong.platform.keycloak.Role.DISCIPLINE;
import static cn.sihong.platform.keycloak.Role.PARTY_GROUP_MEMBER;
import static cn.sihong.platform.keycloak.Role.PARTY_OFFICE;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.text.Text;
import cn.sihong.review.jointcomments.JointCommentSession.Comment;
import cn.sihong.review.jointcomments.JointCommentSession.Held;
import cn.sihong.review.jointcomments.JointCommentSession.Minuted;
import cn.sihong.review.jointcomments.JointCommentSession.Plan;
import cn.sihong.review.jointcomments.JointCommentSession.Planned;
import cn.sihong.review.jointcomments.JointCommentSession.Turn;
import cn.sihong.review.register.Organisations;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
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
@RequestMapping("/api/joint-comments")
class JointCommentController {

    private static final String NO_VERSION = "缺少版本号，请刷新后重试。";

    private final JointCommentLifecycle lifecycle;
    private final JointCommentSessions sessions;
    private final Organisations organisations;

    JointCommentController(
            JointCommentLifecycle lifecycle,
            JointCommentSessions sessions,
            Organisations organisations) {
        this.lifecycle = lifecycle;
        this.sessions = sessions;
        this.organisations = organisations;
    }

    /**
     * What is arranged.
     *
     * @param version of the session that is rearranged; absent for a new one
     */
    record Arrangement(
            @NotNull(message = "缺少编号，请刷新后重试。") UUID id,
            @Nullable Long version,
            @NotNull(message = "请选择实施方案。") UUID programmeId,
            @NotNull(message = "请选择召开日期。") LocalDate on,
            @Text(min = 2, max = 60) String venue,
            @NotEmpty(message = "请安排至少一所学校。") List<@Valid Place> agenda) {

        record Place(
                @NotNull(message = "请选择学校。") UUID schoolId,
                @NotNull(message = "请填写点评时间。")
                        @Min(value = 1, message = "点评时间为 1 至 60 分钟。")
                        @Max(value = 60, message = "点评时间为 1 至 60 分钟。")
                        Integer minutes) {}

        Plan plan() {
            return new Plan(
                    id,
                    programmeId,
                    on,
                    venue.strip(),
                    agenda.stream().map(it -> new Turn(it.schoolId(), it.minutes())).toList());
        }
    }

    record Said(
            @NotNull(message = "请选择学校。") UUID schoolId,
            @Text(min = 2, max = 500) String strengths,
            @Text(min = 2, max = 500) String problems,
            @Text(min = 2, max = 500) String advice) {
        Comment comment() {
            return new Comment(schoolId, strengths.strip(), problems.strip(), advice.strip());
        }
    }

    record Seen(@NotNull(message = NO_VERSION) Long version) {}

    record Minutes(
            @NotNull(message = NO_VERSION) Long version,
            @Text(min = 10, max = 4000) String minutes) {}

    /**
     * A session. Comments are those that the reader may see: the bureau all, a school its own once
     * the minutes are final.
     */
    record View(
            UUID id,
            UUID programmeId,
            State state,
            long version,
            LocalDate plannedOn,
            String venue,
            List<AgendaItem> agenda,
            @Nullable LocalDate heldOn,
            List<Comment> comments,
            @Nullable String minutes) {

        enum State {
            PLANNED,
            HELD,
            MINUTED
        }
    }

    record AgendaItem(UUID schoolId, @Nullable String schoolName, int minutes) {}

    @GetMapping
    @Transactional(readOnly = true)
    public List<View> list(@RequestParam UUID programme, Actor actor) {
        return sessions.ofProgramme(programme).stream().map(it -> view(it, actor)).toList();
    }

    @PostMapping
    @Transactional
    public View plan(@RequestBody @Valid Arrangement body, Actor actor) {
        return view(lifecycle.plan(body.plan(), actor), actor);
    }

    @PutMapping("/{id}")
    @Transactional
    public View rearrange(
            @PathVariable UUID id, @RequestBody @Valid Arrangement body, Actor actor) {
        long version = body.version() == null ? 0 : body.version();
        return view(lifecycle.rearrange(body.plan(), version, actor), actor);
    }

    @PutMapping("/{id}/comments")
    @Transactional
    public View comment(@PathVariable UUID id, @RequestBody @Valid Said body, Actor actor) {
        return view(lifecycle.comment(id, body.comment(), actor), actor);
    }

    @PostMapping("/{id}/hold")
    @Transactional
    public View hold(@PathVariable UUID id, @RequestBody @Valid Seen body, Actor actor) {
        return view(lifecycle.hold(id, body.version(), actor), actor);
    }

    @PostMapping("/{id}/minute")
    @Transactional
    public View minute(@PathVariable UUID id, @RequestBody @Valid Minutes body, Actor actor) {
        return view(lifecycle.minute(id, body.version(), body.minutes().strip(), actor), actor);
    }

    private View view(JointCommentSession session, Actor actor) {
        var plan = session.plan();
        boolean isBureau = actor.isAny(PARTY_OFFICE, PARTY_GROUP_MEMBER, DISCIPLINE);
        boolean mayRead = isBureau || session instanceof Minuted;
        var names = organisations.names(plan.agenda().stream().map(Turn::schoolId).toList());
        return new View(
                plan.id(),
                plan.programmeId(),
                View.State.valueOf(JointCommentSessions.state(session)),
                session.version(),
                plan.plannedOn(),
                plan.venue(),
                plan.agenda().stream()
                        .map(it ->
                                new AgendaItem(
                                        it.schoolId(), names.get(it.schoolId()), it.minutes()))
                        .toList(),
                switch (session) {
                    case Planned _ -> null;
                    case Held it -> it.heldOn();
                    case Minuted it -> it.heldOn();
                },
                mayRead ? sessions.comments(plan.id()) : List.of(),
                session instanceof Minuted it && isBureau ? it.minutes() : null);
    }
}
