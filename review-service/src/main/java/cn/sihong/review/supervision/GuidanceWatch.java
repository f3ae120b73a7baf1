package cn.sihong.review.supervision;

import cn.sihong.platform.reach.Reach;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;

/** Looks at the clock for {@link GuidanceClock}. */
@Component
class GuidanceWatch {

    private final GuidanceClock guidance;
    private final Clock clock;

    GuidanceWatch(GuidanceClock guidance, Clock clock) {
        this.guidance = guidance;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${sihong.deadlines.first:1m}",
            fixedDelayString = "${sihong.deadlines.every:15m}")
    void look() {
        var today = LocalDate.now(clock);
        Reach.everything()
                .during(() -> {
                    guidance.remind(today);
                    return true;
                });
    }
}
