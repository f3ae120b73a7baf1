package cn.sihong.review.findings;

import cn.sihong.platform.reach.Reach;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;

/**
 * Looks at the clock for {@link Deadlines}; as often as it likes, what was said is not said again.
 */
@Component
class DeadlineWatch {

    private final Deadlines deadlines;
    private final Clock clock;

    DeadlineWatch(Deadlines deadlines, Clock clock) {
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${sihong.deadlines.first:1m}",
            fixedDelayString = "${sihong.deadlines.every:15m}")
    void look() {
        var today = LocalDate.now(clock);
        Reach.everything()
                .during(() -> {
                    deadlines.remind(today);
                    deadlines.assess(today);
                    return true;
                });
    }
}
