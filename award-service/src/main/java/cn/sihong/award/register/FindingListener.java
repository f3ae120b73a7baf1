package cn.sihong.award.register;

import cn.sihong.contracts.FindingEvent;
import cn.sihong.contracts.FindingEvent.Answered;
import cn.sihong.contracts.FindingEvent.Closed;
import cn.sihong.contracts.FindingEvent.Opened;
import cn.sihong.contracts.FindingEvent.Reopened;
import cn.sihong.contracts.FindingEvent.Unrecognised;
import cn.sihong.contracts.FindingEvent.Verified;
import cn.sihong.platform.inbox.Inbox;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class FindingListener {

    private final Inbox inbox;
    private final Findings findings;

    FindingListener(Inbox inbox, Findings findings) {
        this.inbox = inbox;
        this.findings = findings;
    }

    /** Until two people have closed it, it is open (research.md §3.4.3). */
    @Transactional
    @KafkaListener(topics = FindingEvent.TOPIC, groupId = "${spring.application.name}.findings")
    public void on(FindingEvent event) {
        if (!inbox.firstTime("findings", event)) return;
        switch (event) {
            case Opened said ->
                    findings.keep(said.stamp(), said.findingId(), said.schoolId(), false);
            case Answered said ->
                    findings.keep(said.stamp(), said.findingId(), said.schoolId(), false);
            case Verified said ->
                    findings.keep(said.stamp(), said.findingId(), said.schoolId(), false);
            case Closed said ->
                    findings.keep(said.stamp(), said.findingId(), said.schoolId(), true);
            case Reopened said ->
                    findings.keep(said.stamp(), said.findingId(), said.schoolId(), false);
            case Unrecognised _ -> {}
        }
    }
}
