package cn.sihong.award.register;

import cn.sihong.contracts.SupervisionEvent;
import cn.sihong.contracts.SupervisionEvent.Assessed;
import cn.sihong.platform.inbox.Inbox;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.Objects;

@Component
class SupervisionListener {

    private final Inbox inbox;
    private final Supervision supervision;
    private final Declarations declarations;

    SupervisionListener(Inbox inbox, Supervision supervision, Declarations declarations) {
        this.inbox = inbox;
        this.supervision = supervision;
        this.declarations = declarations;
    }

    @Transactional
    @KafkaListener(
            topics = SupervisionEvent.TOPIC,
            groupId = "${spring.application.name}.supervision")
    public void on(SupervisionEvent event) {
        if (!inbox.firstTime("supervision", event)) return;
        switch (event) {
            case Assessed said -> {
                var programme = Objects.requireNonNull(said.stamp().programmeId());
                supervision.keep(programme, said.schoolId(), said.score(), said.stamp().version());
                declarations.scored(programme, said.stamp().at());
            }
            default -> {} // the visits themselves decide nothing here
        }
    }
}
