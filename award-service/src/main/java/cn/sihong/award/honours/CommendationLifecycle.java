package cn.sihong.award.honours;

import cn.sihong.award.honours.Honour.Certificate;
import cn.sihong.award.honours.Honour.Entry;
import cn.sihong.award.honours.Honour.Granted;
import cn.sihong.award.honours.Honour.Valid;
import cn.sihong.award.notices.NoticeLifecycle;
import cn.sihong.award.register.Programme;
import cn.sihong.award.register.Programmes;
import cn.sihong.award.register.Stage;
import cn.sihong.award.selection.Selection;
import cn.sihong.award.selection.SelectionLifecycle;
import cn.sihong.award.selection.Winner;
import cn.sihong.contracts.HonourEvent;
import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.audit.Audit.Deed;
import cn.sihong.platform.calendar.WorkingDays;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.outbox.Ids;
import cn.sihong.platform.outbox.Outbox;
import cn.sihong.platform.print.Typeface;
import cn.sihong.platform.problem.AlreadyDone;
import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.problem.Refusal.FieldError;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Commends: one decision, all its honours and their certificates, in one transaction. */
@Component
class CommendationLifecycle {

    private final Commendations commendations;
    private final Honours honours;
    private final CertificateNumbers numbers;
    private final Typeface typeface;
    private final SelectionLifecycle selections;
    private final NoticeLifecycle notices;
    private final Programmes programmes;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    CommendationLifecycle(
            Commendations commendations,
            Honours honours,
            CertificateNumbers numbers,
            Typeface typeface,
            SelectionLifecycle selections,
            NoticeLifecycle notices,
            Programmes programmes,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.commendations = commendations;
        this.honours = honours;
        this.numbers = numbers;
        this.typeface = typeface;
        this.selections = selections;
        this.notices = notices;
        this.programmes = programmes;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** A decision and how many it honours. */
    record Issued(Commendation commendation, int honours) {}

    /** Issues the decision on a list whose notice is over; the same call again answers the same. */
    @Transactional
    public Issued issue(
            UUID id,
            Selection.Id selectionId,
            String documentNumber,
            LocalDate issuedOn,
            Actor actor) {
        var existing = commendations.find(id);
        if (existing.isPresent()) {
            if (existing.get().isSameAs(selectionId.value(), documentNumber, issuedOn))
                return new Issued(existing.get(), honours.count(id));
            throw new AlreadyDone("印发这份决定");
        }
        var programme = programmes.get(selections.get(selectionId).entry().programmeId());
        programme.requireOpen(Stage.COMMENDATION, today());
        requireDay(issuedOn, notices.requireNoticed(selectionId));
        var commended = selections.commend(selectionId, documentNumber);
        var winners = selections.winners(selectionId);
        requirePrintable(winners, programme, documentNumber);
        var commendation =
                new Commendation(id, selectionId.value(), programme.id(), documentNumber, issuedOn);
        commendations.add(commendation);
        for (var winner : winners) grant(winner, commendation, programme);
        outbox.announce(
                new HonourEvent.CommendationIssued(
                        outbox.stamp(Role.PARTY_OFFICE, 1, programme.id()),
                        id,
                        commended.entry().id().value(),
                        documentNumber,
                        issuedOn,
                        winners.size()));
        audit.record(
                actor,
                Role.PARTY_OFFICE,
                Deed.of("commendation.issue", "commendation", id, programme.id())
                        .saying(documentNumber));
        return new Issued(commendation, winners.size());
    }

    private void grant(Winner winner, Commendation commendation, Programme programme) {
        var number =
                numbers.next(
                        CertificateNumber.series(winner.category(), programme.demonstration()),
                        programme.year());
        var honour =
                new Granted(entry(winner, commendation))
                        .certified(Certificate.issued(commendation.issuedOn(), number));
        honours.add(honour);
        honours.remember(
                honour.entry().id(),
                clock.instant(),
                "GRANTED",
                "%s，证书编号%s"
                        .formatted(commendation.documentNumber(), honour.certificate().number()));
        outbox.announce(announcement(honour));
    }

    private static Entry entry(Winner winner, Commendation commendation) {
        return new Entry(
                new Honour.Id(Ids.next()),
                commendation.id(),
                commendation.programmeId(),
                winner.applicationId(),
                winner.category(),
                winner.categoryName(),
                winner.title(),
                winner.schoolId(),
                winner.schoolName(),
                winner.unitId(),
                1);
    }

    private HonourEvent announcement(Valid honour) {
        var entry = honour.entry();
        return new HonourEvent.Granted(
                outbox.stamp(Role.PARTY_OFFICE, 1, entry.programmeId()),
                entry.id().value(),
                entry.applicationId(),
                entry.schoolId(),
                entry.category(),
                entry.title(),
                honour.certificate().number(),
                honour.certificate().validUntil());
    }

    private void requireDay(LocalDate issuedOn, java.time.Instant noticeClosed) {
        if (issuedOn.isAfter(today())
                || issuedOn.isBefore(LocalDate.ofInstant(noticeClosed, WorkingDays.BEIJING)))
            throw new InvalidInput("issuedOn", "印发日期应在公示办结之后，且不晚于今天。");
    }

    private void requirePrintable(
            List<Winner> winners, Programme programme, String documentNumber) {
        var errors =
                Stream.concat(
                                Stream.of(
                                                fault("programme", programme.title()),
                                                fault("documentNumber", documentNumber))
                                        .flatMap(fault -> fault),
                                winners.stream()
                                        .flatMap(winner ->
                                                Stream.of(
                                                                winner.title(),
                                                                winner.schoolName(),
                                                                winner.categoryName())
                                                        .flatMap(text ->
                                                                fault(
                                                                        winner.applicationId()
                                                                                .toString(),
                                                                        text))))
                        .toList();
        if (!errors.isEmpty()) throw new Unprintable(errors);
    }

    private Stream<FieldError> fault(String field, String text) {
        var missing = typeface.missing(text);
        return missing.isEmpty()
                ? Stream.empty()
                : Stream.of(
                        new FieldError(
                                field, "“%s”中的“%s”".formatted(text, String.join("、", missing))));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingDays.BEIJING);
    }
}
