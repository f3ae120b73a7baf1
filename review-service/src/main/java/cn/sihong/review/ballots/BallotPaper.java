package cn.sihong.review.ballots;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What is put to an electorate.
 *
 * @param subjects what is marked, in order: the school's work as a whole, then each of its items
 * @param trial a rehearsal, to be wiped
 */
public record BallotPaper(
        UUID appraisal,
        String school,
        String electorate,
        List<String> subjects,
        LocalDate opensOn,
        LocalDate closesOn,
        boolean trial) {

    public BallotPaper {
        subjects = List.copyOf(subjects);
    }

    boolean isOpenOn(LocalDate day) {
        return !day.isBefore(opensOn) && !day.isAfter(closesOn);
    }
}
