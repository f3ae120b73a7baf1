package cn.sihong.review.inspections;

import static cn.sihong.platform.keycloak.Role.INSPECTOR;
import static cn.sihong.platform.keycloak.Role.PARTY_OFFICE;

import static java.util.stream.Collectors.toSet;

import cn.sihong.contracts.InspectionEvent;
import cn.sihong.contracts.InspectionEvent.Indicator;
import cn.sihong.contracts.InspectionEvent.ItemExplained;
import cn.sihong.contracts.InspectionEvent.ItemScore;
import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.audit.Audit.Deed;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.outbox.Outbox;
import cn.sihong.platform.problem.AlreadyDone;
import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.problem.NotPossibleNow;
import cn.sihong.platform.problem.StaleVersion;
import cn.sihong.review.inspections.FieldRecord.Absent;
import cn.sihong.review.inspections.FieldRecord.Adjusted;
import cn.sihong.review.inspections.FieldRecord.Body;
import cn.sihong.review.inspections.FieldRecord.Excepted;
import cn.sihong.review.inspections.FieldRecord.Scored;
import cn.sihong.review.inspections.FieldRecord.ScoresLocked;
import cn.sihong.review.inspections.FieldRecord.SignedOff;
import cn.sihong.review.inspections.Inspection.Locked;
import cn.sihong.review.inspections.Inspection.OnSite;
import cn.sihong.review.inspections.Inspection.Scheduled;
import cn.sihong.review.inspections.Inspection.Signature;
import cn.sihong.review.inspections.Inspection.Signed;
import cn.sihong.review.inspections.Inspection.Visit;
import cn.sihong.review.inspections.Reception.Fault;
import cn.sihong.review.register.Organisation;
import cn.sihong.review.register.Organisations;
import cn.sihong.review.register.Programmes;
import cn.sihong.review.register.Stage;
import cn.sihong.review.rubrics.Method;
import cn.sihong.review.rubrics.Rubric;
import cn.sihong.review.rubrics.Rubrics;
import cn.sihong.review.schoolcalendar.Booking;
import cn.sihong.review.schoolcalendar.SchoolCalendar;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.UUID;

/** The moves of a visit; each is one transaction: save, announce, audit. */
@Component
class InspectionLifecycle {

    private final Inspections inspections;
    private final FieldRecords records;
    private final Checklists checklists;
    private final Schedule schedule;
    private final Stakes stakes;
    private final Rubrics rubrics;
    private final Programmes programmes;
    private final Organisations organisations;
    private final SchoolCalendar schoolCalendar;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    InspectionLifecycle(
            Inspections inspections,
            FieldRecords records,
            Checklists checklists,
            Schedule schedule,
            Stakes stakes,
            Rubrics rubrics,
            Programmes programmes,
            Organisations organisations,
            SchoolCalendar schoolCalendar,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.inspections = inspections;
        this.records = records;
        this.checklists = checklists;
        this.schedule = schedule;
        this.stakes = stakes;
        this.rubrics = rubrics;
        this.programmes = programmes;
        this.organisations = organisations;
        this.schoolCalendar = schoolCalendar;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** A visit and all that was written down at it. */
    record Found(Inspection inspection, Fieldbook book) {}

    /** Sets all of these visits or none; the same call again finds what it made. */
    @Transactional
    public List<Inspection> schedule(UUID programme, List<Visit> visits, Actor actor) {
        schedule.check(programmes.get(programme), visits);
        return visits.stream().map(visit -> schedule(visit, actor)).toList();
    }

    /** Another day, for a reason that is kept in the trail. */
    @Transactional
    public Found move(UUID id, long version, LocalDate on, String reason, Actor actor) {
        var inspection = get(id);
        return switch (inspection) {
            case Scheduled scheduled -> {
                StaleVersion.unless(version, scheduled.version());
                var moved = scheduled.moveTo(on);
                var visit = moved.visit();
                schedule.check(programmes.get(visit.programmeId()), List.of(visit));
                schoolCalendar.release(visit.id(), visit.schoolId());
                book(visit);
                inspections.save(moved);
                announce(moved);
                audit.record(actor, PARTY_OFFICE, deed("inspection.move", moved).saying(reason));
                yield new Found(moved, book(moved));
            }
            case OnSite _, Signed _, Locked _ ->
                    throw new NotPossibleNow("改期", inspection.inWords());
        };
    }

    /** The inspectors have arrived. */
    @Transactional
    public Found start(UUID id, long version, Actor actor) {
        return switch (mine(id, actor)) {
            case Scheduled scheduled -> {
                StaleVersion.unless(version, scheduled.version());
                var started = scheduled.start();
                inspections.save(started);
                audit.record(actor, INSPECTOR, deed("inspection.start", started));
                yield new Found(started, book(started));
            }
            case OnSite _, Signed _, Locked _ -> throw new AlreadyDone("开始验收");
        };
    }

    /** What an inspector with a network writes; it becomes records like those without one. */
    @Transactional
    public Found record(UUID id, long version, Form form, Actor actor) {
        var inspection = onSite(id, version, "填写验收记录", actor);
        var checklist = checklists.of(inspection.visit());
        var school = inspection.visit().schoolId();
        var faults = checklist.faults(form.points(school));
        if (!faults.isEmpty()) throw new InvalidInput(faults);
        var book = book(inspection);
        var changes = form.changes(book, school, actor.subject(), clock.instant());
        if (book.sheetOf(actor.subject()).isLocked()
                && changes.stream().anyMatch(it -> it.body() instanceof Scored))
            throw new ScoresAreLocked();
        return append(inspection, changes, "inspection.record", actor);
    }

    /** An application could not be judged on the spot. */
    @Transactional
    public Found except(UUID id, long version, UUID application, String reason, Actor actor) {
        var inspection = onSite(id, version, "说明例外", actor);
        if (book(inspection).sheetOf(actor.subject()).isLocked()) throw new ScoresAreLocked();
        if (!checklists.of(inspection.visit()).isItem(application))
            throw new InvalidInput("applicationId", "这项申报不属于被验收的学校，请重新选择。");
        return append(inspection, new Excepted(application, reason), "inspection.except", actor);
    }

    /** Another inspector did not come. */
    @Transactional
    public Found missing(UUID id, long version, UUID inspector, String reason, Actor actor) {
        var inspection = onSite(id, version, "说明缺席", actor);
        if (!inspection.visit().inspectors().contains(inspector)
                || inspector.equals(actor.subject()))
            throw new InvalidInput("inspector", "请选择未到场的同组成员。");
        return append(inspection, new Absent(inspector, reason), "inspection.absence", actor);
    }

    /** A bonus or a deduction of the school, with its evidence; none of it takes it back. */
    @Transactional
    public Found adjust(UUID id, long version, Adjusted adjusted, Actor actor) {
        var inspection = onSite(id, version, "填写加分、扣分", actor);
        if (checklists.of(inspection.visit()).adjusting().rule(adjusted.rule()).isEmpty())
            throw new InvalidInput("rule", "方案的加分、扣分规则中没有这一项，请刷新后重新选择。");
        return append(inspection, adjusted, "inspection.adjust", actor);
    }

    /** One's own scores are final; from now on one may see the others'. */
    @Transactional
    public Found lockScores(UUID id, long version, Actor actor) {
        var inspection = onSite(id, version, "锁定评分", actor);
        var book = book(inspection);
        var sheet = book.sheetOf(actor.subject());
        switch (sheet.status()) {
            case LOCKED -> throw new AlreadyDone("锁定评分");
            case CONFLICT -> throw new ConflictsOpen();
            case OPEN, ABSENT -> {}
        }
        var missing = checklists.of(inspection.visit()).missing(sheet.answers());
        if (!missing.isEmpty()) throw new FindingsIncomplete(missing);
        return append(
                inspection,
                new ScoresLocked(book.lockable(actor.subject())),
                "inspection.lock-scores",
                actor);
    }

    /** Both sides sign on the spot. */
    @Transactional
    public Found sign(UUID id, long version, String summary, String schoolSignatory, Actor actor) {
        var inspection = mine(id, actor);
        if (inspection instanceof Signed || inspection instanceof Locked)
            throw new AlreadyDone("签字");
        if (inspection instanceof Scheduled) throw new NotPossibleNow("签字", inspection.inWords());
        StaleVersion.unless(version, inspection.version());
        var book = book(inspection);
        requireSignable(inspection.visit(), book);
        return append(
                inspection,
                new SignedOff(summary, schoolSignatory, book.signable()),
                "inspection.sign",
                actor);
    }

    /** Makes the result final; the one who signed does it. */
    @Transactional
    public Found lock(UUID id, long version, Actor actor) {
        var inspection = named(id, actor);
        return switch (inspection) {
            case Signed signed -> {
                StaleVersion.unless(version, signed.version());
                var locked = signed.lock(actor.subject(), clock.instant());
                inspections.save(locked);
                var book = book(locked);
                announce(locked, book);
                explain(locked, book);
                audit.record(actor, INSPECTOR, deed("inspection.lock", locked));
                yield new Found(locked, book);
            }
            case Scheduled _, OnSite _ -> throw new NotPossibleNow("锁定", inspection.inWords());
            case Locked _ -> throw new AlreadyDone("锁定");
        };
    }

    /** What a device could not hand over, each for itself; the rest was taken. */
    record Refused(UUID record, Fault fault) {}

    record Synced(Found found, List<Refused> refused) {}

    /**
     * Takes what devices wrote down without a network, in whatever order and however often. It says
     * which records it cannot take and takes all others; nothing that was taken is ever
     * overwritten.
     */
    @Transactional
    public Synced sync(UUID id, List<FieldRecord> brought, Actor actor) {
        inspections.hold(id);
        var inspection = named(id, actor);
        var programme = programmes.get(inspection.visit().programmeId());
        programme.requireNotClosed();
        var reception =
                new Reception(
                        inspection.visit(),
                        checklists.of(inspection.visit()),
                        programme.window(Stage.ACCEPTANCE),
                        clock.instant());
        var known = book(inspection);
        var fresh = new LinkedHashSet<FieldRecord>();
        var refused = new ArrayList<Refused>();
        for (var record : brought) {
            var kept =
                    known.find(record.id())
                            .or(() ->
                                    fresh.stream()
                                            .filter(it -> it.id().equals(record.id()))
                                            .findFirst());
            if (kept.filter(record::equals).isPresent()) continue;
            var fault = kept.isPresent() ? Optional.of(TAKEN) : reception.fault(record);
            if (fault.isPresent()) refused.add(new Refused(record.id(), fault.get()));
            else fresh.add(record);
        }
        if (fresh.isEmpty()) return new Synced(new Found(inspection, known), refused);
        return new Synced(append(inspection, fresh, "inspection.sync", actor), refused);
    }

    private static final Fault TAKEN =
            new Fault("record-differs", "同一编号已有另一条内容不同的记录，原记录保持不变；请重新填写为新记录。");

    /** The visit of somebody named for it. */
    @Transactional(readOnly = true)
    public Visit visitOf(UUID id, Actor actor) {
        return named(id, actor).visit();
    }

    /** The inspection, for the bureau and for those named. */
    @Transactional(readOnly = true)
    public Found read(UUID id, Actor actor) {
        var inspection =
                actor.isAny(PARTY_OFFICE, Role.PARTY_GROUP_MEMBER, Role.DISCIPLINE)
                        ? get(id)
                        : named(id, actor);
        return new Found(inspection, book(inspection));
    }

    private Fieldbook book(Inspection inspection) {
        var all = records.of(inspection.visit().id());
        var checklist = checklists.of(inspection.visit());
        return Fieldbook.of(
                inspection instanceof Locked ? checklist.onlyOf(judgedIn(all)) : checklist, all);
    }

    private static Set<UUID> judgedIn(List<FieldRecord> records) {
        return records.stream()
                .map(FieldRecord::body)
                .<UUID>mapMulti((body, judged) -> {
                    if (body instanceof Scored scored) judged.accept(scored.about());
                    if (body instanceof Excepted excepted) judged.accept(excepted.about());
                })
                .collect(toSet());
    }

    private Found append(Inspection inspection, Body body, String action, Actor actor) {
        var book = book(inspection);
        var record = book.next(UUID.randomUUID(), actor.subject(), clock.instant(), body);
        return append(inspection, List.of(record), action, actor);
    }

    private Found append(
            Inspection inspection, Iterable<FieldRecord> fresh, String action, Actor actor) {
        var visit = inspection.visit();
        var checklist = checklists.of(visit);
        for (var record : fresh) {
            if (record.body() instanceof Scored || record.body() instanceof Adjusted)
                rubrics.freeze(visit.programmeId());
            if (!records.add(visit, record, checklist))
                throw new InvalidInput("id", "记录编号已被使用，请重新生成。");
        }
        var book = book(inspection);
        var settled = settle(inspection, book);
        audit.record(actor, INSPECTOR, deed(action, settled));
        return new Found(settled, book);
    }

    /** The state that follows from what is written down now. */
    private Inspection settle(Inspection before, Fieldbook book) {
        var signature = signature(before.visit(), book);
        return switch (before) {
            case Scheduled scheduled -> {
                var started = scheduled.start();
                inspections.save(started);
                yield signature.isEmpty() ? started : settle(started, book);
            }
            case OnSite onSite ->
                    signature.isPresent()
                            ? signed(onSite.sign(signature.get()), book)
                            : saved(onSite.written());
            case Signed signed -> {
                if (signature.isEmpty()) yield saved(signed.doubt());
                boolean same = signature.get().record().equals(signed.signature().record());
                yield same
                        ? saved(signed.written())
                        : signed(signed.signAgain(signature.get()), book);
            }
            case Locked locked -> locked;
        };
    }

    private Inspection saved(Inspection inspection) {
        inspections.save(inspection);
        return inspection;
    }

    private Inspection signed(Signed signed, Fieldbook book) {
        inspections.save(signed);
        announce(signed, book);
        return signed;
    }

    /** The signature that holds: just one, all of it here, and all there that must be signed. */
    private Optional<Signature> signature(Visit visit, Fieldbook book) {
        return book.signature()
                .filter(record -> isSignable(visit, book.under(record)))
                .map(record -> {
                    if (!(record.body() instanceof SignedOff signed))
                        throw new IllegalStateException("no signature: " + record.id());
                    return new Signature(
                            record.id(),
                            record.author(),
                            signed.schoolSignatory(),
                            signed.summary(),
                            record.madeAt());
                });
    }

    private static boolean isSignable(Visit visit, Fieldbook book) {
        return book.conflicts().isEmpty()
                && Result.of(visit.inspectors(), book).unused().isEmpty()
                && haveAllScored(visit, book);
    }

    private static void requireSignable(Visit visit, Fieldbook book) {
        var unused = Result.of(visit.inspectors(), book).unused();
        if (!unused.isEmpty()) throw new MethodsMissing(unused);
        if (!haveAllScored(visit, book)) throw new ScoresOpen();
        if (book.conflicts().keySet().stream().anyMatch(slot -> !slot.equals("signature")))
            throw new ConflictsOpen();
    }

    private static boolean haveAllScored(Visit visit, Fieldbook book) {
        var sheets = visit.inspectors().stream().map(book::sheetOf).toList();
        return sheets.stream().anyMatch(Sheet::isLocked)
                && sheets.stream()
                        .allMatch(
                                sheet -> sheet.isLocked() || sheet.status() == Sheet.Status.ABSENT);
    }

    private Inspection schedule(Visit visit, Actor actor) {
        var scheduled = new Scheduled(visit, 1);
        if (inspections.add(scheduled)) {
            book(visit);
            announce(scheduled);
            audit.record(actor, PARTY_OFFICE, deed("inspection.schedule", scheduled));
            return scheduled;
        }
        return inspections
                .find(visit.id())
                .filter(kept -> kept.visit().equals(visit))
                .orElseThrow(() -> new AlreadyDone("为该校安排验收"));
    }

    private void book(Visit visit) {
        schoolCalendar.book(
                new Booking(
                        visit.id(),
                        Booking.Kind.ACCEPTANCE,
                        visit.programmeId(),
                        organisations.find(visit.schoolId()).orElseThrow(),
                        visit.on()));
    }

    private Inspection get(UUID id) {
        return inspections
                .find(id)
                .orElseThrow(
                        () -> inspections.exists(id) ? new NotNamed() : new NoSuchInspection());
    }

    private Inspection named(UUID id, Actor actor) {
        var inspection = get(id);
        var visit = inspection.visit();
        if (!visit.inspectors().contains(actor.subject())) throw new NotNamed();
        // a seat may have been taken, a tie declared, after the visit was scheduled
        organisations.find(visit.schoolId()).ifPresent(school -> requireNoStake(school, actor));
        return inspection;
    }

    private void requireNoStake(Organisation school, Actor actor) {
        stakes.requireNone(school, List.of(actor.subject()));
    }

    /** A visit that this person may work on today. */
    private Inspection mine(UUID id, Actor actor) {
        inspections.hold(id);
        var inspection = named(id, actor);
        programmes
                .get(inspection.visit().programmeId())
                .requireOpen(Stage.ACCEPTANCE, LocalDate.now(clock));
        return inspection;
    }

    private OnSite onSite(UUID id, long version, String what, Actor actor) {
        return switch (mine(id, actor)) {
            case OnSite onSite -> {
                StaleVersion.unless(version, onSite.version());
                yield onSite;
            }
            case Scheduled other -> throw new NotPossibleNow(what, other.inWords());
            case Signed other -> throw new NotPossibleNow(what, other.inWords());
            case Locked other -> throw new NotPossibleNow(what, other.inWords());
        };
    }

    private void announce(Scheduled scheduled) {
        var visit = scheduled.visit();
        outbox.announce(
                new InspectionEvent.Scheduled(
                        outbox.stamp(PARTY_OFFICE, scheduled.version(), visit.programmeId()),
                        visit.id(),
                        visit.schoolId(),
                        visit.on()));
    }

    private void announce(Signed signed, Fieldbook book) {
        var visit = signed.visit();
        var used = Result.of(visit.inspectors(), book).methods().keySet();
        outbox.announce(
                new InspectionEvent.Signed(
                        outbox.stamp(INSPECTOR, signed.version(), visit.programmeId()),
                        visit.id(),
                        visit.schoolId(),
                        Arrays.stream(Method.values())
                                .filter(used::contains)
                                .map(Enum::name)
                                .toList()));
    }

    private void announce(Locked locked, Fieldbook book) {
        var visit = locked.visit();
        var result = resultOf(locked, book);
        outbox.announce(
                new InspectionEvent.Locked(
                        outbox.stamp(INSPECTOR, locked.version(), visit.programmeId()),
                        visit.id(),
                        visit.schoolId(),
                        result.scoreOf(visit.schoolId()).orElseThrow(),
                        itemsOf(visit).stream()
                                .filter(item -> result.scoreOf(item).isPresent())
                                .map(item ->
                                        new ItemScore(item, result.scoreOf(item).orElseThrow()))
                                .toList()));
    }

    /** How the result came about, by indicator, for whoever is told it once it is released. */
    private void explain(Locked locked, Fieldbook book) {
        var visit = locked.visit();
        var result = resultOf(locked, book);
        var checklist = checklists.of(visit);
        outbox.announce(
                new InspectionEvent.Explained(
                        outbox.stamp(INSPECTOR, locked.version(), visit.programmeId()),
                        visit.id(),
                        visit.schoolId(),
                        indicators(checklist.school(), result.pointsOf(visit.schoolId())),
                        checklist.items().entrySet().stream()
                                .filter(item -> result.scoreOf(item.getKey()).isPresent())
                                .map(item ->
                                        new ItemExplained(
                                                item.getKey(),
                                                indicators(
                                                        item.getValue(),
                                                        result.pointsOf(item.getKey()))))
                                .toList(),
                        result.adjustments().given().stream()
                                .map(it ->
                                        new InspectionEvent.Adjustment(
                                                it.rule().code(),
                                                it.rule().name(),
                                                it.points(),
                                                it.reason()))
                                .toList()));
    }

    private static List<Indicator> indicators(Rubric rubric, Map<String, Integer> points) {
        return rubric.criteria().stream()
                .filter(criterion -> points.containsKey(criterion.code()))
                .map(criterion ->
                        new Indicator(
                                criterion.code(),
                                criterion.name(),
                                points.getOrDefault(criterion.code(), 0),
                                criterion.maxPoints()))
                .toList();
    }

    /** What was signed, and nothing that came later. */
    static Result resultOf(Locked locked, Fieldbook book) {
        var signed = book.find(locked.signature().record()).map(book::under).orElseThrow();
        return Result.of(locked.visit().inspectors(), signed);
    }

    private SequencedSet<UUID> itemsOf(Visit visit) {
        return new LinkedHashSet<>(
                checklists.of(visit).items().keySet().stream().sorted().toList());
    }

    private static Deed deed(String action, Inspection inspection) {
        var visit = inspection.visit();
        return Deed.of(action, "inspection", visit.id(), visit.programmeId());
    }
}
