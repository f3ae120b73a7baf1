package cn.sihong.submission.suggestions;

import cn.sihong.contracts.NotificationEvent;
import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.audit.Audit.Deed;
import cn.sihong.platform.calendar.CalendarDays;
import cn.sihong.platform.calendar.WorkingDays;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.outbox.Ids;
import cn.sihong.platform.outbox.Outbox;
import cn.sihong.platform.problem.AlreadyDone;
import cn.sihong.platform.problem.StaleVersion;
import cn.sihong.submission.suggestions.Suggestion.Answered;
import cn.sihong.submission.suggestions.Suggestion.Open;
import cn.sihong.submission.suggestions.Suggestion.Said;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Putting in and answering. */
@Component
class SuggestionLifecycle {

    /** Replies to opinions have a clock (research.md §6.3, S94). */
    private static final int WORKING_DAYS_TO_ANSWER = 5;

    private static final int MOST_A_DAY = 20;

    private final Suggestions suggestions;
    private final CalendarDays calendar;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    SuggestionLifecycle(
            Suggestions suggestions,
            CalendarDays calendar,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.suggestions = suggestions;
        this.calendar = calendar;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** The same id again answers what is kept. */
    @Transactional
    public Suggestion put(
            Actor actor, Suggestion.Id id, String page, String text, boolean anonymous) {
        var kept = suggestions.find(id);
        if (kept.isPresent()) return mine(actor, kept.get());
        var now = clock.instant();
        var today = now.atZone(WorkingDays.BEIJING).toLocalDate();
        var midnight = today.atStartOfDay(WorkingDays.BEIJING).toInstant();
        if (suggestions.lockAndCount(actor.subject(), midnight) >= MOST_A_DAY)
            throw new TooManySuggestions(MOST_A_DAY);
        var answerBy = calendar.workingDays().nthAfter(today, WORKING_DAYS_TO_ANSWER);
        var name = anonymous ? null : actor.name();
        var open = new Open(new Said(id, page, text, actor.subject(), name, now, answerBy, 1));
        suggestions.add(open);
        ask("suggestion.received", Role.PARTY_OFFICE, null, page, answerBy);
        return open;
    }

    @Transactional
    public Suggestion answer(Actor actor, Suggestion.Id id, long seen, String answer) {
        var answered =
                switch (suggestions.find(id).orElseThrow(NoSuchSuggestion::new)) {
                    case Open open -> {
                        StaleVersion.unless(seen, open.said().version());
                        yield open.answer(answer, actor.subject(), clock.instant());
                    }
                    case Answered _ -> throw new AlreadyDone("答复");
                };
        var saved = suggestions.save(answered);
        var said = answered.said();
        ask("suggestion.answered", null, said.author(), said.page(), said.answerBy());
        audit.record(
                actor,
                Role.PARTY_OFFICE,
                Deed.of("suggestion.answer", "suggestion", id.value(), null));
        return saved;
    }

    private static Suggestion mine(Actor actor, Suggestion kept) {
        if (!kept.said().author().equals(actor.subject())) throw new NoSuchSuggestion();
        return kept;
    }

    private void ask(
            String template,
            @Nullable Role role,
            @Nullable UUID subject,
            String page,
            LocalDate answerBy) {
        outbox.announce(
                new NotificationEvent.Requested(
                        outbox.systemStamp(1, null),
                        Ids.next(),
                        template,
                        null,
                        role == null ? null : role.wireName(),
                        subject,
                        Map.of("page", page, "due", answerBy.toString()),
                        "/app/suggestions",
                        null));
    }
}
