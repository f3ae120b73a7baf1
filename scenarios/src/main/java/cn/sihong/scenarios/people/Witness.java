package cn.sihong.scenarios.people;

import java.util.Map;
import java.util.UUID;

/** Somebody of discipline (纪检) or the Party group who watches the draw. */
public record Witness(Person person) {

    /** Enters the seed as it was read out, and what they threw. */
    public void enters(UUID round, String seed, String dice) {
        unlessDone(() ->
                person.post(
                        "/api/mutual-reviews/" + round + "/witness",
                        Map.of("seed", seed, "dice", dice)));
    }

    /** Finds nothing against the draw. */
    public void inspects(Seen round, String note) {
        unlessDone(() ->
                person.post(
                        "/api/mutual-reviews/" + round.id() + "/inspect",
                        Map.of("version", round.version(), "note", note)));
    }

    private static void unlessDone(Runnable deed) {
        try {
            deed.run();
        } catch (Refused refused) {
            if (!refused.wasInterruptedBefore() || refused.status() != 409) throw refused;
        }
    }
}
