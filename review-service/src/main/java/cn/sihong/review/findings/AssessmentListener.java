package cn.sihong.review.findings;

import static java.util.Objects.requireNonNull;

import cn.sihong.contracts.Event;
import cn.sihong.contracts.FindingEvent;
import cn.sihong.contracts.InspectionEvent;
import cn.sihong.contracts.SelectionEvent;
import cn.sihong.platform.inbox.Inbox;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.UUID;

/**
 * Keeps the assessments as acceptance, findings and selection go on. It hears this service's own
 * events too: an assessment sees all findings of a school, which those who move one do not.
 */
@Component
class AssessmentListener {

    private static final String READER = "assessments";

    private final Inbox inbox;
    private final Assessments assessments;

    AssessmentListener(Inbox inbox, Assessments assessments) {
        this.inbox = inbox;
        this.assessments = assessments;
    }

    @Transactional
    @KafkaListener(
            topics = InspectionEvent.TOPIC,
            groupId = "${spring.application.name}.assessments.inspections")
    public void on(InspectionEvent event) {
        if (!inbox.firstTime(READER, event)) return;
        switch (event) {
            case InspectionEvent.Locked said ->
                    assessments.begin(programmeOf(said), said.schoolId());
            case InspectionEvent.Scheduled _,
                    InspectionEvent.Signed _,
                    InspectionEvent.Explained _,
                    InspectionEvent.Unrecognised _ -> {}
        }
    }

    @Transactional
    @KafkaListener(
            topics = FindingEvent.TOPIC,
            groupId = "${spring.application.name}.assessments.findings")
    public void on(FindingEvent event) {
        if (!inbox.firstTime(READER, event)) return;
        switch (event) {
            case FindingEvent.Opened said -> assessments.review(programmeOf(said), said.schoolId());
            case FindingEvent.Answered said ->
                    assessments.review(programmeOf(said), said.schoolId());
            case FindingEvent.Reopened said ->
                    assessments.review(programmeOf(said), said.schoolId());
            case FindingEvent.Verified _, FindingEvent.Closed _, FindingEvent.Unrecognised _ -> {}
        }
    }

    @Transactional
    @KafkaListener(
            topics = SelectionEvent.TOPIC,
            groupId = "${spring.application.name}.assessments.selections")
    public void on(SelectionEvent event) {
        if (!inbox.firstTime(READER, event)) return;
        if (event instanceof SelectionEvent.Frozen frozen) assessments.freeze(programmeOf(frozen));
    }

    private static UUID programmeOf(Event event) {
        return requireNonNull(event.stamp().programmeId(), "a fact without its programme");
    }
}
