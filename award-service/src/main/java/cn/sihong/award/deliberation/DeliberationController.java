package cn.sihong.award.deliberation;

import cn.sihong.award.selection.Selection;
import cn.sihong.platform.calendar.WorkingDays;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.text.Text;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@RestController
@RequestMapping("/api/selections/{id}/vote")
class DeliberationController {

    private static final String NEEDED = "请填写此项。";

    private static final List<String> USUAL_AGENDA =
            List.of("听取评选排名和算分包情况", "对名额边缘的并列对象表决定序", "表决拟表彰名单");

    private final DeliberationLifecycle lifecycle;
    private final Clock clock;

    DeliberationController(DeliberationLifecycle lifecycle, Clock clock) {
        this.lifecycle = lifecycle;
        this.clock = clock;
    }

    enum Decision {
        ADOPTED,
        REJECTED
    }

    /** A member who took no part (回避). */
    record RecusedMember(
            @Nullable UUID subject,
            @Text(min = 2, max = 20) String member,
            @Text(min = 2, max = 100) String reason) {

        static List<Meeting.Recusal> all(@Nullable List<RecusedMember> recusals) {
            return recusals == null
                    ? List.of()
                    : recusals.stream()
                            .map(one ->
                                    new Meeting.Recusal(one.subject(), one.member(), one.reason()))
                            .toList();
        }
    }

    /**
     * The order of those tied at the edge of a category's quota, the first takes the first place.
     */
    record TieOrder(
            @NotNull(message = NEEDED) String category,
            @NotNull(message = NEEDED) List<@NotNull(message = NEEDED) UUID> applicationIds) {}

    /**
     * What the meeting decided.
     *
     * @param decision what the chair announced; must be what the counts say
     * @param heldOn today where absent
     * @param agenda the usual one where absent
     */
    record Minutes(
            @NotNull(message = "缺少版本号，请刷新页面后重试。") Long version,
            @NotNull(message = NEEDED) Integer due,
            @NotNull(message = NEEDED) Integer present,
            @NotNull(message = NEEDED) Integer inFavour,
            @NotNull(message = NEEDED) Integer against,
            @NotNull(message = NEEDED) Integer abstained,
            @NotNull(message = NEEDED) Decision decision,
            @Nullable List<@Valid TieOrder> tieOrders,
            @Nullable LocalDate heldOn,
            @Nullable List<@Text(min = 2, max = 100) String> agenda,
            @Nullable List<@Valid RecusedMember> recusals,
            @Nullable @Text(max = 4_000) String minutes) {

        Meeting meeting(LocalDate today) {
            return new Meeting(
                    heldOn == null ? today : heldOn,
                    agenda == null ? USUAL_AGENDA : agenda,
                    RecusedMember.all(recusals),
                    minutes == null ? "" : minutes.strip());
        }

        Vote vote() {
            return new Vote(due, present, inFavour, against, abstained);
        }

        Map<String, List<UUID>> orders() {
            var orders = new LinkedHashMap<String, List<UUID>>();
            if (tieOrders == null) return orders;
            for (var order : tieOrders)
                if (orders.put(order.category(), order.applicationIds()) != null)
                    throw new InvalidInput("tieOrders." + order.category(), "同一类别只能列一次。");
            return orders;
        }
    }

    record Recorded(
            UUID selectionId,
            @Nullable Long version,
            int due,
            int present,
            int inFavour,
            int against,
            int abstained,
            Decision decision,
            LocalDate heldOn,
            List<String> agenda,
            List<RecusedMember> recusals,
            String minutes) {

        static Recorded of(UUID selection, @Nullable Long version, Vote vote, Meeting meeting) {
            return new Recorded(
                    selection,
                    version,
                    vote.due(),
                    vote.present(),
                    vote.inFavour(),
                    vote.against(),
                    vote.abstained(),
                    decisionOf(vote),
                    meeting.heldOn(),
                    meeting.agenda(),
                    meeting.recusals().stream()
                            .map(one ->
                                    new RecusedMember(one.subject(), one.member(), one.reason()))
                            .toList(),
                    meeting.minutes());
        }
    }

    @PostMapping
    Recorded record(@PathVariable UUID id, @RequestBody @Valid Minutes minutes, Actor actor) {
        var vote = minutes.vote();
        if (minutes.decision() != decisionOf(vote))
            throw new InvalidInput("decision", "赞成票超过应到会人数的一半为通过，否则为不通过；所填结论与票数不符，请核对。");
        var meeting = minutes.meeting(LocalDate.ofInstant(clock.instant(), WorkingDays.BEIJING));
        var deliberated =
                lifecycle.vote(
                        new Selection.Id(id),
                        minutes.version(),
                        meeting,
                        vote,
                        minutes.orders(),
                        actor);
        return Recorded.of(id, deliberated.entry().version(), vote, meeting);
    }

    @GetMapping
    Recorded get(@PathVariable UUID id) {
        var selection = new Selection.Id(id);
        return Recorded.of(
                id,
                null,
                lifecycle.find(selection).orElseThrow(NoVoteYet::new),
                lifecycle.meeting(selection));
    }

    private static Decision decisionOf(Vote vote) {
        return vote.adopted() ? Decision.ADOPTED : Decision.REJECTED;
    }
}
