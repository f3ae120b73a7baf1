package cn.sihong.review.ledger;

import cn.sihong.contracts.Event;
import cn.sihong.contracts.ProgrammeEvent;
import cn.sihong.platform.inbox.Inbox;
import cn.sihong.review.ledger.Entry.Told;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hears every topic, this service's own ones too ({@link EventTexts#topics()}). */
@Component
class LedgerListener {

    private final Inbox inbox;
    private final Ledger ledger;
    private final LedgerStages stages;

    LedgerListener(Inbox inbox, Ledger ledger, LedgerStages stages) {
        this.inbox = inbox;
        this.ledger = ledger;
        this.stages = stages;
    }

    @Transactional
    @KafkaListener(topics = "#{@ledgerTopics}", groupId = "${spring.application.name}.ledger")
    public void on(Event event) {
        if (!inbox.firstTime("ledger", event)) return;
        var stamp = event.stamp();
        ledger.arrive(
                new Told(
                        stamp.eventId(),
                        event.topic(),
                        EventTexts.type(event),
                        stamp.programmeId(),
                        stamp.at(),
                        EventTexts.write(event)));
        if (event instanceof ProgrammeEvent.Published published) tellStages(published);
    }

    private void tellStages(ProgrammeEvent.Published published) {
        for (var window : published.windows())
            stages.tell(
                    new LedgerStages.Close(published.programmeId(), window.stage()),
                    window.closesOn(),
                    published.stamp().version());
    }
}
