package cn.sihong.review.mutualreview;

import static cn.sihong.platform.keycloak.Role.PEER_REVIEWER;

import cn.sihong.review.mutualreview.Round.Released;
import cn.sihong.review.register.Organisations;
import cn.sihong.review.register.Programmes;
import cn.sihong.review.register.Stage;
import cn.sihong.review.register.Window;
import cn.sihong.review.reminders.Occasion;
import cn.sihong.review.reminders.Occasion.Addressee;
import cn.sihong.review.reminders.Reminders;
import cn.sihong.review.scoresheets.Duty;
import cn.sihong.review.scoresheets.ScoreSheetLifecycle;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who has how many sheets to do and has done, and how they are reminded: of each occasion once. */
@Component
class Duties {

    /** What a reviewing school is told of. */
    enum Prompt {
        HANDED_OUT("review.sheets-handed-out"),
        TAKEN_OVER("review.sheets-taken-over"),
        DUE_SOON("review.sheets-due-soon"),
        DUE_TOMORROW("review.sheets-due-tomorrow"),
        OVERDUE("review.sheets-overdue"),
        REMINDED("review.sheets-reminded"),
        TO_CORRECT("review.sheet-to-correct"),
        REASON_ASKED("review.reason-asked");

        private final String template;

        Prompt(String template) {
            this.template = template;
        }

        /** What a day before the window's end calls for. */
        static Optional<Prompt> on(LocalDate today, Window window) {
            if (today.equals(window.closesOn().minusDays(3))) return Optional.of(DUE_SOON);
            if (today.equals(window.closesOn().minusDays(1))) return Optional.of(DUE_TOMORROW);
            if (today.isAfter(window.closesOn())) return Optional.of(OVERDUE);
            return Optional.empty();
        }
    }

    /**
     * What one school has to do.
     *
     * @param due how many sheets it has
     * @param done how many of them are locked
     */
    record View(
            UUID schoolId,
            @Nullable String schoolName,
            int due,
            int done,
            @Nullable LocalDate dueOn) {}

    private final ScoreSheetLifecycle sheets;
    private final Organisations organisations;
    private final Programmes programmes;
    private final Reminders reminders;

    Duties(
            ScoreSheetLifecycle sheets,
            Organisations organisations,
            Programmes programmes,
            Reminders reminders) {
        this.sheets = sheets;
        this.organisations = organisations;
        this.programmes = programmes;
        this.reminders = reminders;
    }

    /** All reviewing schools, those with most left to do first. */
    List<View> of(Round round) {
        var duties = sheets.duties(round.plan().id());
        var names = organisations.names(duties.stream().map(Duty::reviewing).toList());
        var dueOn = window(round).map(Window::closesOn).orElse(null);
        return duties.stream()
                .map(duty ->
                        new View(
                                duty.reviewing(),
                                names.get(duty.reviewing()),
                                duty.due(),
                                duty.done(),
                                dueOn))
                .sorted(
                        Comparator.comparingInt((View it) -> it.done() - it.due())
                                .thenComparing(it -> it.schoolId().toString()))
                .toList();
    }

    /**
     * Tells every school that has sheets left to do.
     *
     * @param which tells occasions of the same kind apart
     * @return how many were told and had not been told before
     */
    int tellAll(Released round, Prompt prompt, String which) {
        var schools =
                sheets.duties(round.plan().id()).stream()
                        .filter(duty -> duty.done() < duty.due())
                        .map(Duty::reviewing)
                        .toList();
        return tell(round, schools, prompt, which);
    }

    int tell(Released round, Collection<UUID> schools, Prompt prompt, String which) {
        var window = window(round);
        int told = 0;
        for (var school : schools) {
            boolean isNew =
                    reminders.request(
                            new Occasion(
                                    prompt.template,
                                    round.plan().id(),
                                    round.run() + " " + which,
                                    round.plan().programmeId(),
                                    new Addressee.SeatOf(school, PEER_REVIEWER),
                                    window.map(it -> Map.of("dueOn", it.closesOn().toString()))
                                            .orElse(Map.of()),
                                    "/app/score-sheets",
                                    window.map(it -> Occasion.endOf(it.closesOn())).orElse(null)));
            if (isNew) told++;
        }
        return told;
    }

    Optional<Window> window(Round round) {
        return programmes
                .find(round.plan().programmeId())
                .flatMap(programme -> programme.window(Stage.MUTUAL_REVIEW));
    }
}
