package cn.sihong.award.objections;

import cn.sihong.award.objections.NoticeBoard.Listed;
import cn.sihong.award.objections.Objection.Accepted;
import cn.sihong.award.objections.Objection.Clock;
import cn.sihong.award.objections.Objection.Entry;
import cn.sihong.award.objections.Objection.Kind;
import cn.sihong.award.objections.Objection.Matter;
import cn.sihong.award.objections.Objection.Registered;
import cn.sihong.award.objections.Objection.Voice;
import cn.sihong.award.objections.Objections.Receipted;
import cn.sihong.award.register.Seats;
import cn.sihong.award.register.VerifyCode;
import cn.sihong.award.register.Work;
import cn.sihong.award.register.Works;
import cn.sihong.contracts.NoticeEvent;
import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.audit.Audit.Deed;
import cn.sihong.platform.calendar.CalendarDays;
import cn.sihong.platform.calendar.WorkingDays;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.outbox.Outbox;
import cn.sihong.platform.problem.AlreadyDone;
import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.problem.NotPossibleNow;
import cn.sihong.platform.problem.NotYourUnit;
import cn.sihong.platform.reach.Reach;
import cn.sihong.platform.text.TextFaults;

import org.apache.tika.Tika;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Takes objections from anybody and appeals from schools. The public has no seat, so what it sends
 * is kept with the eyes of the system, and is answered with a receipt and a code.
 */
@Component
class ObjectionIntake {

    static final int FACTS = 3_000;

    private static final Tika DETECTION = new Tika();
    private static final Set<String> SCANS = Set.of("image/jpeg", "image/png", "application/pdf");

    /** Compared where there is nothing to compare, so that each answer costs the same. */
    private static final String NOBODYS_CODE = "0".repeat(16);

    private static final int LONGEST_RECEIPT = 40;

    private final Objections objections;
    private final Objectors objectors;
    private final NoticeBoard board;
    private final Works works;
    private final Seats seats;
    private final CalendarDays calendar;
    private final Outbox outbox;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final java.time.Clock clock;

    ObjectionIntake(
            Objections objections,
            Objectors objectors,
            NoticeBoard board,
            Works works,
            Seats seats,
            CalendarDays calendar,
            Outbox outbox,
            Audit audit,
            TransactionTemplate transaction,
            java.time.Clock clock) {
        this.objections = objections;
        this.objectors = objectors;
        this.board = board;
        this.works = works;
        this.seats = seats;
        this.calendar = calendar;
        this.outbox = outbox;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What somebody gets in return for speaking up; the code is shown this once. */
    record Receipt(Registered registered, String code) {}

    /** Registers an objection; the same call again is answered as done, for its code is gone. */
    Receipt register(
            Objection.Id id, UUID notice, UUID application, Voice voice, Objector objector) {
        requireReal(objector, voice);
        return publicly(() -> {
            if (objections.find(id).isPresent()) throw new AlreadyDone("登记这件异议");
            var listed = board.listed(notice, application).orElseThrow(NotInNotice::new);
            var entry = entry(id, Kind.OBJECTION, voice, matter(listed), objector);
            var registered = new Registered(entry, voice == Voice.PERSON);
            var receipt = keep(registered, objector);
            outbox.announce(announcement(registered, true));
            return receipt;
        });
    }

    /** A school appeals about how one of its own was judged. Its name is no secret. */
    @Transactional
    public Receipt appeal(
            Objection.Id id,
            UUID programme,
            UUID application,
            Kind kind,
            String facts,
            Actor actor) {
        var work = works.of(programme).get(application);
        if (work == null) throw new NotInNotice();
        if (!seats.of(actor.subject()).contains(work.schoolId())) throw new NotYourUnit();
        if (objections.find(id).isPresent()) throw new AlreadyDone("提出这件申诉");
        var running = board.running(programme).orElseThrow(NotInNotice::new);
        var objector = new Objector(actor.name(), work.schoolName(), "见单位登记", facts);
        var entry = entry(id, kind, Voice.UNIT, matter(work, programme, running), objector);
        var registered = new Registered(entry, true);
        var receipt = keep(registered, objector);
        outbox.announce(announcement(registered, false));
        audit.record(
                actor,
                Role.SCHOOL_SECRETARY,
                Deed.of("objection.appeal", "objection", id.value(), programme));
        return receipt;
    }

    /** Adds the scan of a unit's sealed paper. */
    void seal(String receipt, String code, byte[] bytes) {
        var scan = scan(bytes);
        publicly(() -> {
            if (!(held(receipt, code) instanceof Registered registered) || registered.complete())
                throw new NotPossibleNow("上传盖章扫描件", held(receipt, code).word());
            objectors.addScan(registered.entry().id(), scan);
            objections.save(registered.completed());
            return registered;
        });
    }

    /**
     * Adds a piece of evidence (证据材料), until the investigators have said what they found; the same
     * piece once more changes nothing.
     *
     * @param piece what the objector's device calls it
     */
    void addEvidence(String receipt, String code, UUID piece, byte[] bytes) {
        var scan = scan(bytes);
        publicly(() -> {
            var objection = held(receipt, code);
            if (!(objection instanceof Registered) && !(objection instanceof Accepted))
                throw new NotPossibleNow("补充证据材料", objection.word());
            objectors.addEvidence(objection.entry().id(), piece, scan);
            return objection;
        });
    }

    private static Objectors.Scan scan(byte[] bytes) {
        if (bytes.length > NotAScan.MOST_BYTES) throw new NotAScan();
        var type = DETECTION.detect(bytes);
        if (!SCANS.contains(type)) throw new NotAScan();
        return new Objectors.Scan(type, bytes);
    }

    /** How far an objection has come, and how many pieces of evidence came with it. */
    record Held(Objection objection, int evidence) {}

    /**
     * How far it has come, for whoever holds receipt and code; nobody learns which receipts exist.
     */
    Held status(String receipt, String code) {
        return publicly(() -> {
            var objection = held(receipt, code);
            return new Held(objection, objectors.evidenceOf(objection.entry().id()).size());
        });
    }

    private Objection held(String receipt, String code) {
        var found = objections.withReceipt(plain(receipt));
        var expected = found.map(Receipted::code).orElse(NOBODYS_CODE);
        if (!VerifyCode.matches(code, expected) || found.isEmpty()) throw new NoSuchObjection();
        return found.get().objection();
    }

    private Entry entry(Objection.Id id, Kind kind, Voice voice, Matter matter, Objector objector) {
        var today = today();
        var marks = kind == Kind.OBJECTION ? objector.marks() : List.<String>of();
        return new Entry(
                id,
                objections.nextReceipt(today.getYear()),
                kind,
                voice,
                matter,
                Redaction.of(objector.facts(), marks),
                today,
                calendar.workingDays().nthAfter(today, Clock.ACCEPT_WITHIN),
                1);
    }

    private Receipt keep(Registered registered, Objector objector) {
        var code = VerifyCode.next();
        objections.add(registered, code);
        objectors.add(registered.entry().id(), objector);
        return new Receipt(registered, code);
    }

    private NoticeEvent announcement(Registered registered, boolean byThePublic) {
        var entry = registered.entry();
        var programme = entry.matter().programmeId();
        return new NoticeEvent.ObjectionRegistered(
                byThePublic
                        ? outbox.systemStamp(entry.version(), programme)
                        : outbox.stamp(Role.SCHOOL_SECRETARY, entry.version(), programme),
                entry.id().value(),
                entry.matter().noticeId(),
                entry.matter().applicationId(),
                entry.kind().name(),
                entry.acceptBy());
    }

    private static void requireReal(Objector objector, Voice voice) {
        if (voice == Voice.UNIT && (objector.unitName() == null || objector.unitName().isBlank()))
            throw new InvalidInput("unitName", "以单位名义反映的，请填写单位全称。");
        TextFaults.find(Redaction.of(objector.facts(), List.of()), 20, FACTS)
                .ifPresent(fault -> {
                    throw new InvalidInput("facts", fault);
                });
    }

    private static Matter matter(Listed listed) {
        return new Matter(
                listed.noticeId(),
                listed.selectionId(),
                listed.programmeId(),
                listed.applicationId(),
                listed.title(),
                listed.schoolId(),
                listed.schoolName(),
                listed.unitId());
    }

    private static Matter matter(Work work, UUID programme, NoticeBoard.Running running) {
        return new Matter(
                running.noticeId(),
                running.selectionId(),
                programme,
                work.applicationId(),
                work.title(),
                work.schoolId(),
                work.schoolName(),
                work.unitId());
    }

    private <T> T publicly(Supplier<T> deed) {
        return Objects.requireNonNull(
                Reach.everything().during(() -> transaction.execute(status -> deed.get())));
    }

    /** What cannot be a receipt is asked for as the empty one. */
    private static String plain(String receipt) {
        return receipt.length() > LONGEST_RECEIPT || receipt.indexOf(0) >= 0 ? "" : receipt.strip();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingDays.BEIJING);
    }
}
