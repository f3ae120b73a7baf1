package cn.sihong.review.ledger;

import java.util.List;

/** The three extracts of the ledger (R51: 推荐验收及评选表彰的重要依据). */
enum LedgerFilter {
    /** 推荐: from the plan to the batch that the bureau received. */
    RECOMMENDATION,
    /** 验收: mutual review and acceptance on site. */
    ACCEPTANCE,
    /** 评选表彰: from the ranking to the certificate. */
    COMMENDATION;

    /** Which events stand in the extract. */
    List<String> types() {
        return switch (this) {
            case RECOMMENDATION ->
                    List.of(
                            "plan.submitted.v1",
                            "plan.returned.v1",
                            "plan.gate-passed.v1",
                            "plan.batched.v1",
                            "plan.filed.v1",
                            "application.submitted.v1",
                            "application.returned.v1",
                            "application.screened.v1",
                            "application.batched.v1",
                            "application.received.v1",
                            "application.withdrawn.v1",
                            "batch.submitted.v1",
                            "batch.received.v1");
            case ACCEPTANCE ->
                    List.of(
                            "mutual-review.committed.v1",
                            "mutual-review.drawn.v1",
                            "mutual-review.released.v1",
                            "mutual-review.sheet-locked.v1",
                            "mutual-review.application-scored.v1",
                            "mutual-review.closed.v1",
                            "inspection.scheduled.v1",
                            "inspection.signed.v1",
                            "inspection.locked.v1");
            case COMMENDATION ->
                    List.of(
                            "selection.frozen.v1",
                            "selection.deliberated.v1",
                            "selection.proposed.v1",
                            "selection.commended.v1",
                            "notice.opened.v1",
                            "notice.shortened.v1",
                            "notice.closed.v1",
                            "honour.commendation-issued.v1",
                            "honour.granted.v1");
        };
    }
}
