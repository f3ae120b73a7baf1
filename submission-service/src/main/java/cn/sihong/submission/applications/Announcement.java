package cn.sihong.submission.applications;

import cn.sihong.contracts.ApplicationEvent;
import cn.sihong.contracts.ApplicationEvent.BlindText;
import cn.sihong.contracts.Stamp;
import cn.sihong.submission.applications.Application.Batched;
import cn.sihong.submission.applications.Application.Draft;
import cn.sihong.submission.applications.Application.Entry;
import cn.sihong.submission.applications.Application.FormallyOk;
import cn.sihong.submission.applications.Application.Honoured;
import cn.sihong.submission.applications.Application.InCorrection;
import cn.sihong.submission.applications.Application.NotAdmitted;
import cn.sihong.submission.applications.Application.NotRecommended;
import cn.sihong.submission.applications.Application.Received;
import cn.sihong.submission.applications.Application.Recommended;
import cn.sihong.submission.applications.Application.Returned;
import cn.sihong.submission.applications.Application.Revoked;
import cn.sihong.submission.applications.Application.Submitted;
import cn.sihong.submission.applications.Application.Withdrawn;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What others are told of a state, the only place that knows both the domain and the wire. */
final class Announcement {

    private Announcement() {}

    /**
     * Nothing for a draft, which is nobody's business, for an honour and its end, which others told
     * us, and for what has only arrived: its batch says so, and who judges hears of it after the
     * formal check.
     *
     * @param texts what paper reviewers may read of one that is admitted
     */
    static Optional<ApplicationEvent> of(
            Application application, Stamp stamp, Supplier<List<BlindText>> texts) {
        var entry = application.entry();
        return switch (application) {
            case Draft _, Honoured _, Revoked _ -> Optional.empty();
            case Submitted submitted ->
                    Optional.of(
                            new ApplicationEvent.Submitted(
                                    stamp,
                                    entry.id().value(),
                                    entry.school().value(),
                                    entry.unit().value(),
                                    entry.category().name(),
                                    submitted.content().title(),
                                    submitted.content().origin().name()));
            case Returned _ ->
                    Optional.of(
                            new ApplicationEvent.Returned(
                                    stamp,
                                    entry.id().value(),
                                    entry.school().value(),
                                    entry.unit().value(),
                                    entry.category().name()));
            case Recommended recommended ->
                    Optional.of(screened(stamp, entry, true, recommended.rank()));
            case NotRecommended _ -> Optional.of(screened(stamp, entry, false, null));
            case Batched batched ->
                    Optional.of(
                            new ApplicationEvent.Batched(
                                    stamp,
                                    entry.id().value(),
                                    entry.school().value(),
                                    entry.unit().value(),
                                    entry.category().name(),
                                    batched.batch()));
            case Received received when received.corrections() == 0 -> Optional.empty();
            case Received _ ->
                    Optional.of(
                            new ApplicationEvent.Corrected(
                                    stamp,
                                    entry.id().value(),
                                    entry.school().value(),
                                    entry.unit().value(),
                                    entry.category().name()));
            case InCorrection correction ->
                    Optional.of(
                            new ApplicationEvent.CorrectionAsked(
                                    stamp,
                                    entry.id().value(),
                                    entry.school().value(),
                                    entry.unit().value(),
                                    entry.category().name(),
                                    correction.until()));
            case FormallyOk admitted -> Optional.of(received(stamp, entry, admitted, texts.get()));
            case NotAdmitted _ ->
                    Optional.of(
                            new ApplicationEvent.NotAdmitted(
                                    stamp,
                                    entry.id().value(),
                                    entry.school().value(),
                                    entry.unit().value(),
                                    entry.category().name()));
            case Withdrawn _ ->
                    Optional.of(
                            new ApplicationEvent.Withdrawn(
                                    stamp,
                                    entry.id().value(),
                                    entry.school().value(),
                                    entry.unit().value(),
                                    entry.category().name()));
        };
    }

    private static ApplicationEvent screened(
            Stamp stamp, Entry entry, boolean recommended, @Nullable Integer rank) {
        return new ApplicationEvent.Screened(
                stamp,
                entry.id().value(),
                entry.school().value(),
                entry.unit().value(),
                entry.category().name(),
                recommended,
                rank);
    }

    private static ApplicationEvent received(
            Stamp stamp, Entry entry, FormallyOk received, List<BlindText> texts) {
        return new ApplicationEvent.Received(
                stamp,
                entry.id().value(),
                entry.school().value(),
                entry.unit().value(),
                entry.category().name(),
                received.number().value(),
                received.content().title(),
                received.content().summary(),
                received.content().origin().name(),
                received.rank(),
                received.content().head(),
                texts);
    }
}
