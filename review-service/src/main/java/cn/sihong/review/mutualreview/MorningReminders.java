package cn.sihong.review.mutualreview;

import static cn.sihong.platform.keycloak.Role.PARTY_OFFICE;

import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.audit.Audit.Deed;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.problem.NotPossibleNow;
import cn.sihong.platform.reach.Reach;
import cn.sihong.review.mutualreview.Duties.Prompt;
import cn.sihong.review.mutualreview.Round.Released;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Every morning: who still has sheets to do hears of it three days before the end, the day before,
 * and once it is over; who scored far from the others is asked why. However often this runs, and on
 * however many replicas, each occasion is told of once.
 */
@Component
class MorningReminders {

    private final Rounds rounds;
    private final Duties duties;
    private final ThirdLooks gaps;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final Clock clock;

    MorningReminders(
            Rounds rounds,
            Duties duties,
            ThirdLooks gaps,
            TransactionTemplate transaction,
            Audit audit,
            Clock clock) {
        this.rounds = rounds;
        this.duties = duties;
        this.gaps = gaps;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    @Scheduled(cron = "${sihong.reminders.at:0 30 8 * * *}", zone = "Asia/Shanghai")
    void remind() {
        remindOn(LocalDate.now(clock));
    }

    /** Tells whatever that day calls for. */
    int remindOn(LocalDate today) {
        var told =
                Reach.everything()
                        .during(() ->
                                transaction.execute(status ->
                                        rounds.released().stream()
                                                .mapToInt(round -> remind(round, today))
                                                .sum()));
        return told == null ? 0 : told;
    }

    /** The office reminds everybody who still has to; once a day. */
    @Transactional
    public int remindNow(UUID id, Actor actor) {
        var round = rounds.find(id).orElseThrow(NoSuchRound::new);
        if (!(round instanceof Released released))
            throw new NotPossibleNow("提醒互评员", round.inWords());
        audit.record(
                actor,
                PARTY_OFFICE,
                Deed.of("mutual-review.remind", "mutual-review", id, round.plan().programmeId()));
        return duties.tellAll(released, Prompt.REMINDED, "" + LocalDate.now(clock));
    }

    private int remind(Released round, LocalDate today) {
        int told = gaps.ask(round);
        var prompt = duties.window(round).flatMap(window -> Prompt.on(today, window));
        return told + prompt.map(it -> duties.tellAll(round, it, "")).orElse(0);
    }
}
