package cn.sihong.review.ledger;

import cn.sihong.contracts.ApplicationEvent;
import cn.sihong.contracts.AppraisalEvent;
import cn.sihong.contracts.BatchEvent;
import cn.sihong.contracts.FindingEvent;
import cn.sihong.contracts.HonourEvent;
import cn.sihong.contracts.InspectionEvent;
import cn.sihong.contracts.MutualReviewEvent;
import cn.sihong.contracts.NoticeEvent;
import cn.sihong.contracts.PlanEvent;
import cn.sihong.contracts.SelectionEvent;
import cn.sihong.contracts.SupervisionEvent;

import java.util.List;

/** The three extracts of the ledger (R51: 推荐验收及评选表彰的重要依据). */
enum LedgerFilter {
    /** From the plan to the batch that the bureau received. */
    RECOMMENDATION("推荐"),
    /** Supervision, mutual review, appraisal and acceptance on site. */
    ACCEPTANCE("验收"),
    /** From the ranking to the certificate. */
    COMMENDATION("评选表彰");

    private final String chinese;

    LedgerFilter(String chinese) {
        this.chinese = chinese;
    }

    String chinese() {
        return chinese;
    }

    /** Whose events stand in the extract. */
    List<String> topics() {
        return switch (this) {
            case RECOMMENDATION ->
                    List.of(PlanEvent.TOPIC, ApplicationEvent.TOPIC, BatchEvent.TOPIC);
            case ACCEPTANCE ->
                    List.of(
                            SupervisionEvent.TOPIC,
                            FindingEvent.TOPIC,
                            MutualReviewEvent.TOPIC,
                            AppraisalEvent.TOPIC,
                            InspectionEvent.TOPIC);
            case COMMENDATION ->
                    List.of(SelectionEvent.TOPIC, NoticeEvent.TOPIC, HonourEvent.TOPIC);
        };
    }
}
