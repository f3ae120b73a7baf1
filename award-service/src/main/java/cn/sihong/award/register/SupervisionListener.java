package cn.sihong.award.register;

import cn.sihong.contracts.SupervisionEvent;
import cn.sihong.contracts.SupervisionEvent.Announced;
import cn.sihong.contracts.SupervisionEvent.Assessed;
import cn.sihong.contracts.SupervisionEvent.Held;
import cn.sihong.contracts.SupervisionEvent.Reported;
import cn.sihong.contracts.SupervisionEvent.Unrecognised;
import cn.sihong.contracts.SupervisionEvent.VetoAppealed;
import cn.sihong.contracts.SupervisionEvent.VetoDecided;
import cn.sihong.contracts.SupervisionEvent.VetoProposed;
import cn.sihong.contracts.SupervisionEvent.VetoReviewed;
import cn.sihong.platform.inbox.Inbox;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.Objects;

@Component
class SupervisionListener {

    private final Inbox inbox;
    private final Supervision supervision;
    private final Vetoes vetoes;
    private final Declarations declarations;

    SupervisionListener(
            Inbox inbox, Supervision supervision, Vetoes vetoes, Declarations declarations) {
        this.inbox = inbox;
        this.supervision = supervision;
        this.vetoes = vetoes;
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
            case VetoProposed said ->
                    vetoes.keep(
                            said.stamp(),
                            said.vetoId(),
                            said.schoolId(),
                            said.applicationId(),
                            Vetoes.Standing.PENDING);
            case VetoDecided said ->
                    vetoes.keep(
                            said.stamp(),
                            said.vetoId(),
                            said.schoolId(),
                            said.applicationId(),
                            Vetoes.Standing.of(said.imposed()));
            case VetoAppealed said ->
                    vetoes.keep(
                            said.stamp(),
                            said.vetoId(),
                            said.schoolId(),
                            said.applicationId(),
                            Vetoes.Standing.PENDING);
            case VetoReviewed said ->
                    vetoes.keep(
                            said.stamp(),
                            said.vetoId(),
                            said.schoolId(),
                            said.applicationId(),
                            Vetoes.Standing.of(said.upheld()));
            // the visits themselves decide nothing here
            case Announced _, Held _, Reported _, Unrecognised _ -> {}
        }
    }
}
