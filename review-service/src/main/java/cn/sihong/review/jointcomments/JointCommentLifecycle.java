package cn.sihong.review.jointcomments;

import static cn.sihong.platform.keycloak.Role.PARTY_OFFICE;
import static cn.sihong.platform.keycloak.Role.SCHOOL_SECRETARY;

import cn.sihong.contracts.MutualReviewEvent;
import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.audit.Audit.Deed;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.outbox.Outbox;
import cn.sihong.platform.problem.AlreadyDone;
import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.problem.NotPossibleNow;
import cn.sihong.platform.problem.StaleVersion;
import cn.sihong.review.jointcomments.JointCommentSession.Comment;
import cn.sihong.review.jointcomments.JointCommentSession.Held;
import cn.sihong.review.jointcomments.JointCommentSession.Minuted;
import cn.sihong.review.jointcomments.JointCommentSession.Plan;
import cn.sihong.review.jointcomments.JointCommentSession.Planned;
import cn.sihong.review.jointcomments.JointCommentSession.Turn;
import cn.sihong.review.register.Organisations;
import cn.sihong.review.register.Programmes;
import cn.sihong.review.reminders.Occasion;
import cn.sihong.review.reminders.Occasion.Addressee;
import cn.sihong.review.reminders.Reminders;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The moves of a session, all of the party office; each is one transaction. */
@Component
class JointCommentLifecycle {

    private final JointCommentSessions sessions;
    private final Programmes programmes;
    private final Organisations organisations;
    private final Reminders reminders;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    JointCommentLifecycle(
            JointCommentSessions sessions,
            Programmes programmes,
            Organisations organisations,
            Reminders reminders,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.sessions = sessions;
        this.programmes = programmes;
        this.organisations = organisations;
        this.reminders = reminders;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** The same call again finds what it made. */
    @Transactional
    public JointCommentSession plan(Plan plan, Actor actor) {
        programmes.get(plan.programmeId()).requireNotClosed();
        check(plan);
        var planned = new Planned(plan, 1);
        if (sessions.add(planned)) {
            tell(plan, plan.agenda(), "review.comment-session-planned");
            record(actor, "joint-comments.plan", planned);
        }
        return get(plan.id());
    }

    /** Another day, venue or agenda. */
    @Transactional
    public JointCommentSession rearrange(Plan plan, long version, Actor actor) {
        return switch (get(plan.id())) {
            case Planned planned -> {
                StaleVersion.unless(version, planned.version());
                check(plan);
                var arranged = planned.arrange(plan);
                sessions.rearrange(arranged);
                tell(plan, plan.agenda(), "review.comment-session-planned");
                record(actor, "joint-comments.rearrange", arranged);
                yield arranged;
            }
            case Held held -> throw new NotPossibleNow("调整议程", held.inWords());
            case Minuted minuted -> throw new NotPossibleNow("调整议程", minuted.inWords());
        };
    }

    /** Writes down what is said to a school; until the minutes are final. */
    @Transactional
    public JointCommentSession comment(UUID id, Comment comment, Actor actor) {
        var session = get(id);
        if (session instanceof Minuted minuted)
            throw new NotPossibleNow("修改点评意见", minuted.inWords());
        if (session.plan().agenda().stream()
                .noneMatch(turn -> turn.schoolId().equals(comment.schoolId())))
            throw new InvalidInput("schoolId", "该校不在本次集中点评的议程内。");
        sessions.write(id, comment);
        record(actor, "joint-comments.comment", session);
        return session;
    }

    @Transactional
    public JointCommentSession hold(UUID id, long version, Actor actor) {
        return switch (get(id)) {
            case Planned planned -> {
                StaleVersion.unless(version, planned.version());
                var held = planned.hold(LocalDate.now(clock));
                sessions.save(held);
                record(actor, "joint-comments.hold", held);
                yield held;
            }
            case Held _, Minuted _ -> throw new AlreadyDone("召开集中点评会");
        };
    }

    /** Makes the minutes final and lets every school read what was said to it. */
    @Transactional
    public JointCommentSession minute(UUID id, long version, String minutes, Actor actor) {
        return switch (get(id)) {
            case Held held -> {
                StaleVersion.unless(version, held.version());
                requireAllCommented(held);
                var minuted = held.minute(minutes);
                sessions.save(minuted);
                outbox.announce(
                        new MutualReviewEvent.CommentSessionMinuted(
                                outbox.stamp(
                                        PARTY_OFFICE,
                                        minuted.version(),
                                        minuted.plan().programmeId()),
                                id,
                                minuted.heldOn(),
                                minuted.plan().agenda().size()));
                tell(minuted.plan(), minuted.plan().agenda(), "review.comments-received");
                record(actor, "joint-comments.minute", minuted);
                yield minuted;
            }
            case Planned planned -> throw new NotPossibleNow("定稿会议纪要", planned.inWords());
            case Minuted _ -> throw new AlreadyDone("定稿会议纪要");
        };
    }

    JointCommentSession get(UUID id) {
        return sessions.find(id).orElseThrow(NoSuchSession::new);
    }

    private void requireAllCommented(Held session) {
        var commented =
                sessions.comments(session.plan().id()).stream()
                        .map(Comment::schoolId)
                        .collect(Collectors.toSet());
        long missing =
                session.plan().agenda().stream()
                        .filter(turn -> !commented.contains(turn.schoolId()))
                        .count();
        if (missing > 0) throw new CommentsMissing(missing);
    }

    private void check(Plan plan) {
        var schools = plan.agenda().stream().map(Turn::schoolId).toList();
        if (new HashSet<>(schools).size() != schools.size())
            throw new InvalidInput("agenda", "同一所学校在议程中出现了两次。");
        if (organisations.names(schools).size() != schools.size())
            throw new InvalidInput("agenda", "议程中有系统里没有的学校，请重新选择。");
    }

    private void tell(Plan plan, List<Turn> agenda, String template) {
        for (var turn : agenda)
            reminders.request(
                    new Occasion(
                            template,
                            plan.id(),
                            plan.plannedOn() + " " + plan.venue(),
                            plan.programmeId(),
                            new Addressee.SeatOf(turn.schoolId(), SCHOOL_SECRETARY),
                            Map.of("on", plan.plannedOn().toString(), "venue", plan.venue()),
                            "/app/joint-comments",
                            null));
    }

    private void record(Actor actor, String action, JointCommentSession session) {
        audit.record(
                actor,
                PARTY_OFFICE,
                Deed.of(
                        action,
                        "joint-comments",
                        session.plan().id(),
                        session.plan().programmeId()));
    }
}
