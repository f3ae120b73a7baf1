package cn.sihong.review.appraisals;

import cn.sihong.review.appraisals.Appraisal.Counted;
import cn.sihong.review.appraisals.Appraisal.Draft;
import cn.sihong.review.appraisals.Appraisal.Electors;
import cn.sihong.review.appraisals.Appraisal.Entry;
import cn.sihong.review.appraisals.Appraisal.Repeated;
import cn.sihong.review.appraisals.Appraisal.Turnout;
import cn.sihong.review.appraisals.Appraisal.Voting;
import cn.sihong.review.ballots.Ballots;
import cn.sihong.review.ballots.Mark;
import cn.sihong.review.ballots.RollEntry;
import cn.sihong.review.ballots.Rolls;
import cn.sihong.review.register.Organisations;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What people see of appraisals: plans, turnout as of yesterday, and the count protocol. */
@Component
@Transactional(readOnly = true)
class AppraisalViews {

    private final Appraisals appraisals;
    private final Ballots ballots;
    private final Rolls rolls;
    private final Organisations organisations;
    private final Clock clock;

    AppraisalViews(
            Appraisals appraisals,
            Ballots ballots,
            Rolls rolls,
            Organisations organisations,
            Clock clock) {
        this.appraisals = appraisals;
        this.ballots = ballots;
        this.rolls = rolls;
        this.organisations = organisations;
        this.clock = clock;
    }

    /**
     * One appraisal.
     *
     * @param returned ballots that came in; while people vote, those before today
     */
    record Card(
            UUID id,
            UUID programmeId,
            UUID schoolId,
            String school,
            Electorate electorate,
            LocalDate opensOn,
            LocalDate closesOn,
            State state,
            long version,
            @Nullable Integer eligible,
            @Nullable Integer withoutAccount,
            @Nullable Integer returned,
            @Nullable Boolean advisory) {}

    /**
     * The protocol of a count (计票结果).
     *
     * @param advisory 仅供参考
     */
    record Protocol(
            UUID id,
            String school,
            Electorate electorate,
            int eligible,
            int issued,
            int returned,
            boolean advisory,
            List<Line> subjects) {}

    /** What the ballots say of one subject. */
    record Line(
            @Nullable UUID applicationId,
            String name,
            int invalid,
            int abstained,
            Disclosure.Shown shown) {}

    public List<Card> of(UUID programme, @Nullable UUID school) {
        return appraisals.of(programme, school).stream().map(this::card).toList();
    }

    public List<RollEntry> roll(UUID id) {
        appraisals.get(id);
        return rolls.of(id);
    }

    public Protocol protocol(UUID id) {
        if (!(appraisals.get(id) instanceof Counted counted)) throw new NoSuchAppraisal();
        var subjects = appraisals.subjects(id);
        var tallies = appraisals.tallies(id);
        var lines = new ArrayList<Line>();
        for (int i = 0; i < subjects.size(); i++)
            lines.add(
                    new Line(
                            subjects.get(i).application(),
                            subjects.get(i).name(),
                            tallies.get(i).of(Mark.INVALID),
                            tallies.get(i).of(Mark.ABSTAINED),
                            Disclosure.of(tallies.get(i))));
        return new Protocol(
                id,
                school(counted.entry()),
                counted.entry().electorate(),
                counted.electors().eligible(),
                counted.turnout().issued(),
                counted.turnout().returned(),
                counted.advisory(),
                lines);
    }

    public Card card(UUID id) {
        return card(appraisals.get(id));
    }

    private Card card(Appraisal appraisal) {
        return switch (appraisal) {
            case Draft draft -> card(draft, draft.parents(), null, null, null);
            case Voting voting ->
                    card(
                            voting,
                            voting.electors().eligible(),
                            voting.electors().withoutAccount(),
                            returned(voting.entry()),
                            null);
            case Counted(_, var electors, var turnout, var advisory) ->
                    card(appraisal, electors, turnout, advisory);
            case Repeated(_, var electors, var turnout) -> card(appraisal, electors, turnout, null);
        };
    }

    private Card card(
            Appraisal appraisal, Electors electors, Turnout turnout, @Nullable Boolean advisory) {
        return card(
                appraisal,
                electors.eligible(),
                electors.withoutAccount(),
                turnout.returned(),
                advisory);
    }

    private Card card(
            Appraisal appraisal,
            @Nullable Integer eligible,
            @Nullable Integer withoutAccount,
            @Nullable Integer returned,
            @Nullable Boolean advisory) {
        var entry = appraisal.entry();
        return new Card(
                entry.id(),
                entry.programme(),
                entry.school(),
                school(entry),
                entry.electorate(),
                entry.opensOn(),
                entry.closesOn(),
                State.of(appraisal),
                entry.version(),
                eligible,
                withoutAccount,
                returned,
                advisory);
    }

    private String school(Entry entry) {
        return organisations.names(List.of(entry.school())).getOrDefault(entry.school(), "");
    }

    private int returned(Entry entry) {
        return ballots.returnedBefore(entry.id(), LocalDate.now(clock));
    }
}
