package cn.sihong.review.ledger;

import cn.sihong.contracts.ApplicationEvent;
import cn.sihong.contracts.AppraisalEvent;
import cn.sihong.contracts.BatchEvent;
import cn.sihong.contracts.CalendarEvent;
import cn.sihong.contracts.Event;
import cn.sihong.contracts.FindingEvent;
import cn.sihong.contracts.HonourEvent;
import cn.sihong.contracts.InspectionEvent;
import cn.sihong.contracts.MutualReviewEvent;
import cn.sihong.contracts.NoticeEvent;
import cn.sihong.contracts.OrganisationEvent;
import cn.sihong.contracts.PlanEvent;
import cn.sihong.contracts.ProgrammeEvent;
import cn.sihong.contracts.SelectionEvent;
import cn.sihong.contracts.SupervisionEvent;
import cn.sihong.platform.inbox.Inbox;
import cn.sihong.review.ledger.Entry.Told;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hears every topic, this service's own ones too; all but the requests to tell somebody something,
 * which are no facts about anybody.
 */
@Component
class LedgerListener {

    private final Inbox inbox;
    private final Ledger ledger;

    LedgerListener(Inbox inbox, Ledger ledger) {
        this.inbox = inbox;
        this.ledger = ledger;
    }

    @Transactional
    @KafkaListener(
            topics = {
                ApplicationEvent.TOPIC,
                AppraisalEvent.TOPIC,
                BatchEvent.TOPIC,
                CalendarEvent.TOPIC,
                FindingEvent.TOPIC,
                HonourEvent.TOPIC,
                InspectionEvent.TOPIC,
                MutualReviewEvent.TOPIC,
                NoticeEvent.TOPIC,
                OrganisationEvent.TOPIC,
                PlanEvent.TOPIC,
                ProgrammeEvent.TOPIC,
                SelectionEvent.TOPIC,
                SupervisionEvent.TOPIC
            },
            groupId = "${spring.application.name}.ledger")
    public void on(Event event) {
        if (!inbox.firstTime("ledger", event)) return;
        var stamp = event.stamp();
        ledger.append(
                new Told(
                        stamp.eventId(),
                        event.topic(),
                        EventTexts.type(event),
                        stamp.programmeId(),
                        stamp.at(),
                        EventTexts.write(event)));
    }
}
