package cn.sihong.review.appraisals;

import static cn.sihong.platform.keycloak.Role.DISCIPLINE;
import static cn.sihong.platform.keycloak.Role.INFO_OFFICER;
import static cn.sihong.platform.keycloak.Role.PARTY_OFFICE;
import static cn.sihong.platform.keycloak.Role.SCHOOL_SECRETARY;

import cn.sihong.contracts.AppraisalEvent;
import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.audit.Audit.Deed;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.outbox.Outbox;
import cn.sihong.platform.problem.AlreadyDone;
import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.problem.NotPossibleNow;
import cn.sihong.platform.problem.NotYourUnit;
import cn.sihong.platform.problem.StaleVersion;
import cn.sihong.review.appraisals.Appraisal.Counted;
import cn.sihong.review.appraisals.Appraisal.Draft;
import cn.sihong.review.appraisals.Appraisal.Electors;
import cn.sihong.review.appraisals.Appraisal.Entry;
import cn.sihong.review.appraisals.Appraisal.Open;
import cn.sihong.review.appraisals.Appraisal.Repeated;
import cn.sihong.review.appraisals.Appraisal.Trial;
import cn.sihong.review.appraisals.Appraisal.Turnout;
import cn.sihong.review.appraisals.Appraisal.Voting;
import cn.sihong.review.ballots.BallotPaper;
import cn.sihong.review.ballots.Ballots;
import cn.sihong.review.ballots.Ballots.Emptied;
import cn.sihong.review.ballots.Mark;
import cn.sihong.review.ballots.RollEntry;
import cn.sihong.review.ballots.Rolls;
import cn.sihong.review.register.Applications;
import cn.sihong.review.register.Organisation;
import cn.sihong.review.register.Organisations;
import cn.sihong.review.register.Programmes;
import cn.sihong.review.register.Seats;
import cn.sihong.review.register.Stage;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The moves of an appraisal. The bureau plans, opens, prints and counts; the school says who may
 * vote. Votes themselves are no move of anybody's here.
 */
@Component
class AppraisalLifecycle {

    private final Appraisals appraisals;
    private final PaperCounts papers;
    private final Ballots ballots;
    private final Rolls rolls;
    private final Programmes programmes;
    private final Organisations organisations;
    private final Applications applications;
    private final Seats seats;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    AppraisalLifecycle(
            Appraisals appraisals,
            PaperCounts papers,
            Ballots ballots,
            Rolls rolls,
            Programmes programmes,
            Organisations organisations,
            Applications applications,
            Seats seats,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.appraisals = appraisals;
        this.papers = papers;
        this.ballots = ballots;
        this.rolls = rolls;
        this.programmes = programmes;
        this.organisations = organisations;
        this.applications = applications;
        this.seats = seats;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** What to do when too few took part. */
    enum LowTurnout {
        /** Count, and mark it 仅供参考. */
        ADVISORY,
        /** Do not count; another appraisal will be planned. */
        REPEAT
    }

    /** Plans the appraisals of many schools at once; those already planned under their id stay. */
    @Transactional
    public List<Appraisal> plan(List<Entry> entries, Actor actor) {
        var planned = new ArrayList<Appraisal>();
        for (var entry : entries) {
            checkPlan(entry);
            if (appraisals.add(new Draft(entry, null))) record(actor, PARTY_OFFICE, "plan", entry);
            planned.add(appraisals.get(entry.id()));
        }
        return planned;
    }

    /** The school's own list of who may vote, in place of any before. */
    @Transactional
    public Appraisal setRoll(UUID id, long seen, List<RollCheck.Line> lines, Actor actor) {
        var appraisal = appraisals.get(id);
        var role = asSchool(appraisal, actor);
        var draft = takingARoll(appraisal, seen);
        rolls.replace(id, draft.entry().school(), RollCheck.entries(lines));
        return keep(draft, actor, role, "set-roll");
    }

    /** What {@link #setRoll} would say to this list, without taking it. */
    @Transactional(readOnly = true)
    public List<RollEntry> checkRoll(UUID id, long seen, List<RollCheck.Line> lines, Actor actor) {
        var appraisal = appraisals.get(id);
        asSchool(appraisal, actor);
        takingARoll(appraisal, seen);
        return RollCheck.entries(lines);
    }

    private static Draft takingARoll(Appraisal appraisal, long seen) {
        return switch (appraisal) {
            case Draft draft -> {
                StaleVersion.unless(seen, draft.entry().version());
                if (!draft.entry().electorate().hasRoll())
                    throw new InvalidInput("entries", "家长评议只填写人数，不需要也不保存家长名单。");
                yield draft;
            }
            case Trial _, Open _, Counted _, Repeated _ -> throw notNow("修改名册", appraisal);
        };
    }

    /** How many parents there are; who they are nobody needs to know. */
    @Transactional
    public Appraisal setParents(UUID id, long seen, int count, Actor actor) {
        var appraisal = appraisals.get(id);
        var role = asSchool(appraisal, actor);
        return switch (appraisal) {
            case Draft draft -> {
                StaleVersion.unless(seen, draft.entry().version());
                if (draft.entry().electorate().hasRoll())
                    throw new InvalidInput("count", "这次评议按名册进行，请导入名册。");
                yield keep(draft.withParents(count), actor, role, "set-parents");
            }
            case Trial _, Open _, Counted _, Repeated _ -> throw notNow("修改人数", appraisal);
        };
    }

    /** Opens desk and box for a rehearsal (测试模式), of which nobody outside is told. */
    @Transactional
    public Appraisal rehearse(UUID id, long seen, Actor actor) {
        var appraisal = appraisals.get(id);
        return switch (appraisal) {
            case Draft draft -> {
                StaleVersion.unless(seen, draft.entry().version());
                var trial = draft.rehearse(electors(draft));
                open(draft.entry(), true);
                yield keep(trial, actor, PARTY_OFFICE, "rehearse");
            }
            case Trial _ -> throw new AlreadyDone("进入测试模式");
            case Open _, Counted _, Repeated _ -> throw notNow("进入测试模式", appraisal);
        };
    }

    /** Wipes all of a rehearsal: key, codes, tokens, ballots, papers. */
    @Transactional
    public Appraisal wipe(UUID id, long seen, Actor actor) {
        var appraisal = appraisals.get(id);
        return switch (appraisal) {
            case Trial trial -> {
                StaleVersion.unless(seen, trial.entry().version());
                ballots.wipe(id);
                papers.forget(id);
                appraisals.putTo(trial.entry(), List.of());
                yield keep(trial.wipe(), actor, PARTY_OFFICE, "wipe");
            }
            case Draft _ -> throw new AlreadyDone("清除测试数据");
            case Open _, Counted _, Repeated _ -> throw notNow("清除测试数据", appraisal);
        };
    }

    @Transactional
    public Appraisal open(UUID id, long seen, Actor actor) {
        var appraisal = appraisals.get(id);
        return switch (appraisal) {
            case Draft draft -> {
                StaleVersion.unless(seen, draft.entry().version());
                var electors = electors(draft);
                open(draft.entry(), false);
                var saved = keep(draft.open(electors), actor, PARTY_OFFICE, "open");
                announceOpened(saved.entry());
                yield saved;
            }
            case Trial _ -> throw notNow("正式开始", appraisal);
            case Open _ -> throw new AlreadyDone("正式开始");
            case Counted _, Repeated _ -> throw notNow("正式开始", appraisal);
        };
    }

    /**
     * Prints codes for whoever has no account; they are told once and kept by nobody.
     *
     * @param anew codes printed before and not used are void
     */
    @Transactional
    public List<String> printCodes(UUID id, int count, boolean anew, Actor actor) {
        var voting = voting(id, "印制编码票");
        var codes = ballots.printCodes(id, count, voting.electors().withoutAccount(), anew);
        record(actor, PARTY_OFFICE, "print-codes", voting.entry(), "count=" + count);
        return codes;
    }

    /**
     * Hands out ballots on paper.
     *
     * @param entries of the roll, who have no token any more
     * @param unnamed to people without an account
     */
    @Transactional
    public void handOutPaper(UUID id, List<UUID> entries, int unnamed, Actor actor) {
        var voting = voting(id, "发放纸质票");
        ballots.handOutPaper(id, entries, unnamed, voting.electors().withoutAccount());
        record(
                actor,
                counting(actor),
                "hand-out-paper",
                voting.entry(),
                "count=" + (entries.size() + unnamed));
    }

    /** One person's reading of the ballots on paper; a second person must read the same. */
    @Transactional
    public PaperCount readPaper(UUID id, List<List<Mark>> sheets, Actor actor) {
        var voting = voting(id, "录入纸质票");
        int subjects = appraisals.subjects(id).size();
        for (int i = 0; i < sheets.size(); i++)
            if (sheets.get(i).size() != subjects)
                throw new InvalidInput(
                        "sheets[%d]".formatted(i),
                        "第 %d 张票应有 %d 项，请逐项录入。".formatted(i + 1, subjects));
        int handedOut = ballots.onPaper(id);
        if (sheets.size() > handedOut)
            throw new InvalidInput(
                    "sheets", "发出纸质票 %d 张，录入了 %d 张，请核对。".formatted(handedOut, sheets.size()));
        var readers = papers.readers(id);
        if (readers.size() == PaperCount.READERS && !readers.contains(actor.subject()))
            throw new TwoReadersOnly();
        papers.keep(id, actor.subject(), sheets);
        record(actor, counting(actor), "read-paper", voting.entry(), "sheets=" + sheets.size());
        return papers.of(id);
    }

    /**
     * Counts, once voting is over or everybody has voted.
     *
     * @param lowTurnout what to do should too few have taken part; asked for only then
     */
    @Transactional
    public Appraisal count(UUID id, long seen, @Nullable LowTurnout lowTurnout, Actor actor) {
        var appraisal = appraisals.get(id);
        return switch (appraisal) {
            case Open open -> {
                StaleVersion.unless(seen, open.entry().version());
                yield count(open, lowTurnout, actor);
            }
            case Draft _, Trial _ -> throw notNow("计票", appraisal);
            case Counted _, Repeated _ -> throw new AlreadyDone("计票");
        };
    }

    private Appraisal count(Open open, @Nullable LowTurnout lowTurnout, Actor actor) {
        var entry = open.entry();
        var paper = papers.of(entry.id());
        if (!paper.agrees()) throw new PaperDisagrees(paper.differences());
        var emptied = ballots.close(entry.id());
        var turnout = new Turnout(emptied.issued(), emptied.returned() + paper.sheets().size());
        boolean all = turnout.returned() == open.electors().eligible();
        if (!all && !LocalDate.now(clock).isAfter(entry.closesOn()))
            throw new StillVoting(entry.closesOn());
        papers.forget(entry.id());
        var counted = open.count(turnout);
        if (counted.advisory() && lowTurnout == null)
            throw new TurnoutTooLow(entry.electorate(), open.electors(), turnout);
        if (counted.advisory() && lowTurnout == LowTurnout.REPEAT)
            return keep(open.repeat(turnout), actor, PARTY_OFFICE, "repeat");
        var tallies = tallies(emptied, paper);
        for (int i = 0; i < tallies.size(); i++) appraisals.tell(entry.id(), i, tallies.get(i));
        var saved = keep(counted, actor, PARTY_OFFICE, "count");
        announceCounted(counted, saved.entry(), tallies);
        return saved;
    }

    private static List<Tally> tallies(Emptied emptied, PaperCount paper) {
        var tallies = new ArrayList<Tally>();
        for (int subject = 0; subject < emptied.tallies().size(); subject++) {
            var tally = new Tally(emptied.tallies().get(subject));
            for (var sheet : paper.sheets()) tally = tally.plus(sheet.get(subject));
            tallies.add(tally);
        }
        return tallies;
    }

    private void checkPlan(Entry entry) {
        var programme = programmes.get(entry.programme());
        programme.requireNotClosed();
        if (entry.closesOn().isBefore(entry.opensOn()))
            throw new InvalidInput("closesOn", "结束日期不能早于开始日期。");
        programme
                .window(Stage.APPRAISAL)
                .filter(window ->
                        !window.isOpenOn(entry.opensOn()) || !window.isOpenOn(entry.closesOn()))
                .ifPresent(window -> {
                    throw new InvalidInput(
                            "opensOn",
                            "评议应在方案规定的 %s 至 %s 之间进行。"
                                    .formatted(window.opensOn(), window.closesOn()));
                });
        if (organisations.find(entry.school()).filter(Organisation::isSchool).isEmpty())
            throw new InvalidInput("schoolId", "没有找到这所学校，请重新选择。");
    }

    private Electors electors(Draft draft) {
        if (draft.parents() != null) return new Electors(draft.parents(), draft.parents());
        var roll = rolls.of(draft.entry().id());
        if (roll.isEmpty()) throw new NobodyToAsk(draft.entry().electorate());
        return new Electors(
                roll.size(), (int) roll.stream().filter(entry -> entry.username() == null).count());
    }

    private void open(Entry entry, boolean trial) {
        var school = organisations.find(entry.school()).map(Organisation::name).orElse("");
        var subjects = new ArrayList<Subject>();
        subjects.add(new Subject(null, "学校“四红”党建品牌创建工作（总体）"));
        applications.of(entry.programme(), entry.school()).stream()
                .filter(application -> application.origin().equals("RECOMMENDED"))
                .map(application -> new Subject(application.id(), application.title()))
                .forEach(subjects::add);
        appraisals.putTo(entry, subjects);
        ballots.open(
                new BallotPaper(
                        entry.id(),
                        school,
                        entry.electorate().chinese(),
                        subjects.stream().map(Subject::name).toList(),
                        entry.opensOn(),
                        entry.closesOn(),
                        trial));
    }

    private Voting voting(UUID id, String what) {
        var appraisal = appraisals.get(id);
        if (appraisal instanceof Voting voting) return voting;
        throw notNow(what, appraisal);
    }

    private void announceOpened(Entry entry) {
        outbox.announce(
                new AppraisalEvent.Opened(
                        outbox.stamp(PARTY_OFFICE, entry.version(), entry.programme()),
                        entry.id(),
                        entry.school(),
                        entry.electorate().name(),
                        entry.opensOn(),
                        entry.closesOn()));
    }

    private void announceCounted(Counted counted, Entry entry, List<Tally> tallies) {
        var subjects = appraisals.subjects(entry.id());
        for (int i = 0; i < tallies.size(); i++) {
            var tally = tallies.get(i);
            outbox.announce(
                    new AppraisalEvent.Counted(
                            outbox.stamp(PARTY_OFFICE, entry.version(), entry.programme()),
                            entry.id(),
                            entry.school(),
                            entry.electorate().name(),
                            subjects.get(i).application(),
                            counted.electors().eligible(),
                            counted.turnout().returned(),
                            tally.valid(),
                            tally.satisfaction().orElse(null),
                            tally.excellence().orElse(null),
                            counted.advisory()));
        }
    }

    private Appraisal keep(Appraisal after, Actor actor, Role role, String action) {
        var saved = appraisals.save(after);
        record(actor, role, action, saved.entry());
        return saved;
    }

    private void record(Actor actor, Role role, String action, Entry entry) {
        audit.record(actor, role, deed(action, entry));
    }

    private void record(Actor actor, Role role, String action, Entry entry, String detail) {
        audit.record(actor, role, deed(action, entry).saying(detail));
    }

    private static Deed deed(String action, Entry entry) {
        return Deed.of("appraisal." + action, "appraisal", entry.id(), entry.programme());
    }

    private Role asSchool(Appraisal appraisal, Actor actor) {
        var school = appraisal.entry().school();
        for (var role : List.of(INFO_OFFICER, SCHOOL_SECRETARY))
            if (actor.is(role) && seats.organisationsOf(actor.subject(), role).contains(school))
                return role;
        throw new NotYourUnit();
    }

    private static Role counting(Actor actor) {
        return actor.is(PARTY_OFFICE) ? PARTY_OFFICE : DISCIPLINE;
    }

    private static NotPossibleNow notNow(String what, Appraisal appraisal) {
        return new NotPossibleNow(what, State.of(appraisal).chinese());
    }
}
