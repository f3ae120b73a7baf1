package cn.sihong.award.register;

import cn.sihong.contracts.AppraisalEvent;
import cn.sihong.contracts.AppraisalEvent.Counted;
import cn.sihong.contracts.AppraisalEvent.Opened;
import cn.sihong.contracts.AppraisalEvent.Unrecognised;
import cn.sihong.platform.inbox.Inbox;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.Objects;

@Component
class AppraisalListener {

    private final Inbox inbox;
    private final Appraisals appraisals;
    private final Declarations declarations;

    AppraisalListener(Inbox inbox, Appraisals appraisals, Declarations declarations) {
        this.inbox = inbox;
        this.appraisals = appraisals;
        this.declarations = declarations;
    }

    @Transactional
    @KafkaListener(topics = AppraisalEvent.TOPIC, groupId = "${spring.application.name}.appraisals")
    public void on(AppraisalEvent event) {
        if (!inbox.firstTime("appraisals", event)) return;
        switch (event) {
            case Opened said -> appraisals.open(said);
            case Counted said -> {
                appraisals.count(said);
                declarations.scored(
                        Objects.requireNonNull(said.stamp().programmeId()), said.stamp().at());
            }
            case Unrecognised _ -> {}
        }
    }
}
