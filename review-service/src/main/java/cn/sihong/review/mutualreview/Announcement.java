package cn.sihong.review.mutualreview;

import static cn.sihong.platform.keycloak.Role.DISCIPLINE;
import static cn.sihong.platform.keycloak.Role.PARTY_OFFICE;

import cn.sihong.contracts.MutualReviewEvent;
import cn.sihong.contracts.Stamp;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.outbox.Outbox;
import cn.sihong.review.draw.Replacement;
import cn.sihong.review.mutualreview.Round.Closed;
import cn.sihong.review.mutualreview.Round.Committed;
import cn.sihong.review.mutualreview.Round.Drawn;
import cn.sihong.review.mutualreview.Round.Inspected;
import cn.sihong.review.mutualreview.Round.Prepared;
import cn.sihong.review.mutualreview.Round.Released;
import cn.sihong.review.scoresheets.Explanation;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What others hear of a round; nothing of it tells who judges whom. */
@Component
class Announcement {

    private final Outbox outbox;

    Announcement(Outbox outbox) {
        this.outbox = outbox;
    }

    void committed(Committed round) {
        var sealed = round.sealed();
        outbox.announce(
                new MutualReviewEvent.Committed(
                        stamp(PARTY_OFFICE, round),
                        round.plan().id(),
                        sealed.list().schools().size(),
                        round.plan().k(),
                        sealed.commitment(),
                        sealed.list().seedSource()));
    }

    void drawn(Drawn round, int pairs) {
        outbox.announce(
                new MutualReviewEvent.Drawn(
                        stamp(PARTY_OFFICE, round),
                        round.plan().id(),
                        round.drawing().seed(),
                        pairs,
                        round.drawing().sheetHash()));
    }

    void inspected(Inspected round) {
        outbox.announce(
                new MutualReviewEvent.Inspected(
                        stamp(DISCIPLINE, round), round.plan().id(), round.drawing().sheetHash()));
    }

    void undone(Prepared round, int run) {
        outbox.announce(
                new MutualReviewEvent.RunUndone(stamp(DISCIPLINE, round), round.plan().id(), run));
    }

    void released(Released round) {
        outbox.announce(
                new MutualReviewEvent.Released(stamp(PARTY_OFFICE, round), round.plan().id()));
    }

    void mended(Released round, int number, Replacement replacement) {
        outbox.announce(
                new MutualReviewEvent.Mended(
                        stamp(PARTY_OFFICE, round),
                        round.plan().id(),
                        number,
                        replacement.gone().size(),
                        replacement.added().size(),
                        replacement.sheetHash()));
    }

    /** An application that nobody scored is not mentioned: missing is never zero. */
    void closed(
            Closed round,
            int sheets,
            List<Results.Result> results,
            Map<UUID, Explanation> explanations) {
        var id = round.plan().id();
        for (var result : results) {
            outbox.announce(
                    new MutualReviewEvent.ApplicationScored(
                            stamp(PARTY_OFFICE, round),
                            id,
                            result.applicationId(),
                            result.trimmedMean(),
                            result.scores()));
            outbox.announce(
                    new MutualReviewEvent.ApplicationCalibrated(
                            stamp(PARTY_OFFICE, round),
                            id,
                            result.applicationId(),
                            result.calibratedMean(),
                            result.scores()));
        }
        explanations.forEach((application, it) ->
                outbox.announce(
                        new MutualReviewEvent.ApplicationExplained(
                                stamp(PARTY_OFFICE, round),
                                id,
                                application,
                                it.lines().stream()
                                        .map(line ->
                                                new MutualReviewEvent.Indicator(
                                                        line.code(),
                                                        line.name(),
                                                        line.mean(),
                                                        line.max()))
                                        .toList(),
                                List.copyOf(it.comments()))));
        outbox.announce(
                new MutualReviewEvent.Closed(
                        stamp(PARTY_OFFICE, round), id, sheets, results.size()));
    }

    private Stamp stamp(Role role, Round round) {
        return outbox.stamp(role, round.version(), round.plan().programmeId());
    }
}
