package cn.sihong.review.conflicts;

import cn.sihong.review.draw.DrawList.Conflict;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** The pairs that stand today; the door of this feature for the draw. */
@Component
public class ConflictGraph {

    /** So long a former place of work counts. */
    private static final int YEARS = 3;

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final Conflicts conflicts;
    private final Clock clock;

    ConflictGraph(Conflicts conflicts, Clock clock) {
        this.conflicts = conflicts;
        this.clock = clock;
    }

    /** All pairs known and not waived. */
    public List<Conflict> standing(UUID programme) {
        return conflicts.standing(programme, since());
    }

    Instant since() {
        return LocalDate.now(clock).minusYears(YEARS).atStartOfDay(BEIJING).toInstant();
    }
}
