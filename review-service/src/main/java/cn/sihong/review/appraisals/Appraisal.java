package cn.sihong.review.appraisals;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/** One electorate of one school, in the state it is in. */
sealed interface Appraisal {

    Entry entry();

    /**
     * What never changes about it, and the version that always does.
     *
     * @param opensOn first day of voting
     * @param closesOn last day of voting
     */
    record Entry(
            UUID id,
            UUID programme,
            UUID school,
            Electorate electorate,
            LocalDate opensOn,
            LocalDate closesOn,
            long version) {}

    /**
     * Who may vote.
     *
     * @param eligible 应参加
     * @param withoutAccount those who vote with a printed code or on paper
     */
    record Electors(int eligible, int withoutAccount) {}

    /**
     * Who did.
     *
     * @param issued 发出
     * @param returned 收回
     */
    record Turnout(int issued, int returned) {}

    /** States in which desk and box are open. */
    sealed interface Voting extends Appraisal {
        Electors electors();
    }

    /**
     * Being prepared.
     *
     * @param parents how many parents there are, where they are asked and the number is known
     */
    record Draft(Entry entry, @Nullable Integer parents) implements Appraisal {

        Draft withParents(int count) {
            return new Draft(entry, count);
        }

        Trial rehearse(Electors electors) {
            return new Trial(entry, electors);
        }

        Open open(Electors electors) {
            return new Open(entry, electors);
        }
    }

    /** A rehearsal: everything works, nothing counts. */
    record Trial(Entry entry, Electors electors) implements Voting {

        Draft wipe() {
            return new Draft(
                    entry, entry.electorate() == Electorate.PARENTS ? electors.eligible() : null);
        }
    }

    /** People vote. */
    record Open(Entry entry, Electors electors) implements Voting {

        Counted count(Turnout turnout) {
            return new Counted(
                    entry,
                    electors,
                    turnout,
                    !entry.electorate().isEnough(turnout.returned(), electors.eligible()));
        }

        Repeated repeat(Turnout turnout) {
            return new Repeated(entry, electors, turnout);
        }
    }

    /**
     * The ballots were counted.
     *
     * @param advisory too few took part: 仅供参考, never for a score
     */
    record Counted(Entry entry, Electors electors, Turnout turnout, boolean advisory)
            implements Appraisal {}

    /** Too few took part; nobody counted, and another appraisal takes its place. */
    record Repeated(Entry entry, Electors electors, Turnout turnout) implements Appraisal {}
}
