package cn.sihong.review.findings;

import java.util.List;

/**
 * What supervision and rectification say of a school for the composite (督查整改): a hundred points,
 * less one for each finding answered late and two for each that is overdue. It counts neither
 * visits nor papers nor anything a school could heap up; a school at which nothing was found, or
 * which nobody visited, has all hundred.
 *
 * @param score milli-points, never below zero
 */
record Assessment(int late, int overdue, long score) {

    private static final long FULL = 100_000;

    static Assessment of(List<Standing> standings) {
        long deductions = standings.stream().mapToLong(Standing::deduction).sum();
        return new Assessment(
                count(standings, Standing.LATE),
                count(standings, Standing.OVERDUE),
                Math.max(0, FULL - deductions));
    }

    private static int count(List<Standing> standings, Standing standing) {
        return (int) standings.stream().filter(it -> it == standing).count();
    }
}
