package cn.sihong.award.deliberation;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The meeting that decided, beside its vote.
 *
 * @param agenda what it was called for, item by item
 * @param recusals who took no part, and why (回避)
 * @param minutes what was said, in the words of whoever recorded it; may be empty
 */
record Meeting(LocalDate heldOn, List<String> agenda, List<Recusal> recusals, String minutes) {

    Meeting {
        agenda = List.copyOf(agenda);
        recusals = List.copyOf(recusals);
    }

    /**
     * A member who took no part.
     *
     * @param subject the member's account, where it has one
     */
    record Recusal(@Nullable UUID subject, String member, String reason) {}

    int recused() {
        return recusals.size();
    }

    boolean isRecused(UUID subject) {
        return recusals.stream().anyMatch(recusal -> subject.equals(recusal.subject()));
    }
}
