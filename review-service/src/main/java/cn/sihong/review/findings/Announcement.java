package cn.sihong.review.findings;

import cn.sihong.contracts.FindingEvent;
import cn.sihong.contracts.Stamp;
import cn.sihong.review.findings.Finding.Answered;
import cn.sihong.review.findings.Finding.Closed;
import cn.sihong.review.findings.Finding.Closing;
import cn.sihong.review.findings.Finding.Open;
import cn.sihong.review.findings.Finding.Reopened;
import cn.sihong.review.findings.Finding.Verified;

import java.util.Optional;

/** What others are told of a state, the only place that knows both the domain and the wire. */
final class Announcement {

    private Announcement() {}

    /** Nothing of one signature out of two, which is not a fact yet. */
    static Optional<FindingEvent> of(Finding finding, Stamp stamp) {
        var entry = finding.entry();
        return switch (finding) {
            case Open open ->
                    Optional.of(
                            new FindingEvent.Opened(
                                    stamp,
                                    entry.id(),
                                    entry.schoolId(),
                                    entry.source().name(),
                                    open.matter().timeClass().name(),
                                    open.term().dueOn()));
            case Answered _ ->
                    Optional.of(new FindingEvent.Answered(stamp, entry.id(), entry.schoolId()));
            case Verified _ ->
                    Optional.of(new FindingEvent.Verified(stamp, entry.id(), entry.schoolId()));
            case Closing _ -> Optional.empty();
            case Closed closed ->
                    Optional.of(
                            new FindingEvent.Closed(
                                    stamp, entry.id(), entry.schoolId(), closed.inTime()));
            case Reopened _ ->
                    Optional.of(new FindingEvent.Reopened(stamp, entry.id(), entry.schoolId()));
        };
    }
}
