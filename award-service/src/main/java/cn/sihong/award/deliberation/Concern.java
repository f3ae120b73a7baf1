package cn.sihong.award.deliberation;

import cn.sihong.award.register.Seats;

import org.springframework.stereotype.Component;

import java.util.UUID;

/**
 * Who has a stake in what is decided, by data and not by memory (research.md §8-6): members of the
 * Party group who also sit at a school that stands for selection, or at its unit.
 */
@Component
class Concern {

    private final Seats seats;

    Concern(Seats seats) {
        this.seats = seats;
    }

    void requireNone(UUID programme, UUID recorder) {
        if (seats.concernedIn(programme).contains(recorder)) throw new RecorderConcerned();
    }

    /** Every member concerned has to be among those who took no part. */
    void requireRecused(UUID programme, Meeting meeting) {
        long taking =
                seats.partyGroupMembersConcernedIn(programme).stream()
                        .filter(member -> !meeting.isRecused(member))
                        .count();
        if (taking > 0) throw new MembersConcerned((int) taking);
    }
}
