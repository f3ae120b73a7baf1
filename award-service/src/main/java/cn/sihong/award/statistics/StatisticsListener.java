package cn.sihong.award.statistics;

import cn.sihong.contracts.ApplicationEvent;
import cn.sihong.contracts.AppraisalEvent;
import cn.sihong.contracts.FindingEvent;
import cn.sihong.contracts.InspectionEvent;
import cn.sihong.contracts.MutualReviewEvent;
import cn.sihong.contracts.PlanEvent;
import cn.sihong.platform.inbox.Inbox;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hears what is counted, from six topics. */
@Component
class StatisticsListener {

    private static final String GROUP = "${spring.application.name}.statistics.";

    private final Inbox inbox;
    private final Counts counts;

    StatisticsListener(Inbox inbox, Counts counts) {
        this.inbox = inbox;
        this.counts = counts;
    }

    @Transactional
    @KafkaListener(topics = PlanEvent.TOPIC, groupId = GROUP + PlanEvent.TOPIC)
    public void on(PlanEvent event) {
        if (!inbox.firstTime("statistics.plans", event)) return;
        var stamp = event.stamp();
        switch (event) {
            case PlanEvent.Submitted said ->
                    counts.plan(stamp, said.planId(), said.schoolId(), said.unitId(), 1);
            case PlanEvent.GatePassed said ->
                    counts.plan(stamp, said.planId(), said.schoolId(), said.unitId(), 2);
            case PlanEvent.Batched said ->
                    counts.plan(stamp, said.planId(), said.schoolId(), said.unitId(), 3);
            case PlanEvent.Filed said ->
                    counts.plan(stamp, said.planId(), said.schoolId(), said.unitId(), 4);
            default -> {}
        }
    }

    @Transactional
    @KafkaListener(topics = ApplicationEvent.TOPIC, groupId = GROUP + ApplicationEvent.TOPIC)
    public void on(ApplicationEvent event) {
        if (!inbox.firstTime("statistics.applications", event)) return;
        var stamp = event.stamp();
        switch (event) {
            case ApplicationEvent.Submitted said ->
                    counts.application(
                            stamp,
                            said.applicationId(),
                            said.schoolId(),
                            said.unitId(),
                            said.category(),
                            1,
                            null);
            case ApplicationEvent.Screened said ->
                    counts.application(
                            stamp,
                            said.applicationId(),
                            said.schoolId(),
                            said.unitId(),
                            said.category(),
                            2,
                            said.recommended());
            case ApplicationEvent.Batched said ->
                    counts.application(
                            stamp,
                            said.applicationId(),
                            said.schoolId(),
                            said.unitId(),
                            said.category(),
                            3,
                            null);
            case ApplicationEvent.Received said ->
                    counts.application(
                            stamp,
                            said.applicationId(),
                            said.schoolId(),
                            said.unitId(),
                            said.category(),
                            4,
                            null);
            default -> {}
        }
    }

    @Transactional
    @KafkaListener(topics = FindingEvent.TOPIC, groupId = GROUP + FindingEvent.TOPIC)
    public void on(FindingEvent event) {
        if (!inbox.firstTime("statistics.findings", event)) return;
        var stamp = event.stamp();
        switch (event) {
            case FindingEvent.Opened said ->
                    counts.finding(
                            stamp,
                            said.findingId(),
                            said.schoolId(),
                            said.source(),
                            said.timeClass(),
                            said.dueOn());
            case FindingEvent.Answered said ->
                    counts.findingIs(stamp, said.findingId(), "ANSWERED", null);
            case FindingEvent.Verified said ->
                    counts.findingIs(stamp, said.findingId(), "VERIFIED", null);
            case FindingEvent.Closed said ->
                    counts.findingIs(stamp, said.findingId(), "CLOSED", said.inTime());
            case FindingEvent.Reopened said ->
                    counts.findingIs(stamp, said.findingId(), "REOPENED", null);
            default -> {}
        }
    }

    @Transactional
    @KafkaListener(topics = AppraisalEvent.TOPIC, groupId = GROUP + AppraisalEvent.TOPIC)
    public void on(AppraisalEvent event) {
        if (!inbox.firstTime("statistics.appraisals", event)) return;
        switch (event) {
            case AppraisalEvent.Counted said -> counts.appraisal(said);
            default -> {}
        }
    }

    @Transactional
    @KafkaListener(topics = InspectionEvent.TOPIC, groupId = GROUP + InspectionEvent.TOPIC)
    public void on(InspectionEvent event) {
        if (!inbox.firstTime("statistics.inspections", event)) return;
        switch (event) {
            case InspectionEvent.Explained said -> {
                counts.indicators(
                        said.stamp(),
                        "SCHOOL_INSPECTION",
                        said.schoolId(),
                        said.school().stream().map(Counts.Indicator::of).toList());
                for (var item : said.items())
                    counts.indicators(
                            said.stamp(),
                            "INSPECTION",
                            item.applicationId(),
                            item.indicators().stream().map(Counts.Indicator::of).toList());
            }
            default -> {}
        }
    }

    @Transactional
    @KafkaListener(topics = MutualReviewEvent.TOPIC, groupId = GROUP + MutualReviewEvent.TOPIC)
    public void on(MutualReviewEvent event) {
        if (!inbox.firstTime("statistics.mutual-reviews", event)) return;
        switch (event) {
            case MutualReviewEvent.ApplicationExplained said ->
                    counts.indicators(
                            said.stamp(),
                            "MUTUAL_REVIEW",
                            said.applicationId(),
                            said.indicators().stream().map(Counts.Indicator::of).toList());
            default -> {}
        }
    }
}
