package cn.sihong.award.objections;

import cn.sihong.award.objections.Objection.Accepted;
import cn.sihong.award.objections.Objection.Clock;
import cn.sihong.award.objections.Objection.Decided;
import cn.sihong.award.objections.Objection.Decision;
import cn.sihong.award.objections.Objection.Investigated;
import cn.sihong.award.objections.Objection.NotAccepted;
import cn.sihong.award.objections.Objection.Registered;
import cn.sihong.award.objections.Objection.Report;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/**
 * An objection as its readers see it; nothing here says who made it.
 *
 * @param facts without the person
 * @param findings absent for the unit concerned
 */
record ObjectionView(
        UUID id,
        String receipt,
        String kind,
        String kindName,
        String voice,
        UUID programmeId,
        UUID noticeId,
        UUID applicationId,
        String title,
        String schoolName,
        String state,
        String stateName,
        String facts,
        LocalDate receivedOn,
        LocalDate acceptBy,
        boolean complete,
        @Nullable String notAcceptedReason,
        @Nullable LocalDate investigateBy,
        @Nullable String extendedReason,
        @Nullable String findings,
        @Nullable Boolean founded,
        @Nullable Boolean sustained,
        @Nullable String reply,
        @Nullable LocalDate decidedOn,
        long version) {

    static ObjectionView of(Objection objection, boolean withFindings) {
        return switch (objection) {
            case Registered it -> of(it, it.complete(), null, null, null, null);
            case NotAccepted it -> of(it, true, it.reason(), null, null, null);
            case Accepted it -> of(it, true, null, it.clock(), null, null);
            case Investigated it ->
                    of(it, true, null, it.clock(), withFindings ? it.report() : null, null);
            case Decided it ->
                    of(
                            it,
                            true,
                            null,
                            it.clock(),
                            withFindings ? it.report() : null,
                            it.decision());
        };
    }

    private static ObjectionView of(
            Objection objection,
            boolean complete,
            @Nullable String reason,
            @Nullable Clock clock,
            @Nullable Report report,
            @Nullable Decision decision) {
        var entry = objection.entry();
        var matter = entry.matter();
        return new ObjectionView(
                entry.id().value(),
                entry.receipt(),
                entry.kind().name(),
                entry.kind().word(),
                entry.voice().name(),
                matter.programmeId(),
                matter.noticeId(),
                matter.applicationId(),
                matter.title(),
                matter.schoolName(),
                objection.state(),
                objection.word(),
                entry.redacted(),
                entry.receivedOn(),
                entry.acceptBy(),
                complete,
                reason,
                clock == null ? null : clock.investigateBy(),
                clock == null ? null : clock.extendedBecause(),
                report == null ? null : report.findings(),
                report == null ? null : report.founded(),
                decision == null ? null : decision.sustained(),
                decision == null ? null : decision.reply(),
                decision == null ? null : decision.on(),
                entry.version());
    }
}
