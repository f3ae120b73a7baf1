package cn.sihong.award.register;

import cn.sihong.contracts.InspectionEvent;
import cn.sihong.contracts.InspectionEvent.Explained;
import cn.sihong.contracts.InspectionEvent.Locked;
import cn.sihong.contracts.InspectionEvent.Scheduled;
import cn.sihong.contracts.InspectionEvent.Signed;
import cn.sihong.contracts.InspectionEvent.Unrecognised;
import cn.sihong.platform.inbox.Inbox;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.Objects;

@Component
class InspectionListener {

    private final Inbox inbox;
    private final Inspections inspections;

    InspectionListener(Inbox inbox, Inspections inspections) {
        this.inbox = inbox;
        this.inspections = inspections;
    }

    @Transactional
    @KafkaListener(
            topics = InspectionEvent.TOPIC,
            groupId = "${spring.application.name}.inspections")
    public void on(InspectionEvent event) {
        if (!inbox.firstTime("inspections", event)) return;
        switch (event) {
            case Locked said -> inspections.keep(result(said), said.items());
            case Scheduled _, Signed _, Explained _, Unrecognised _ -> {}
        }
    }

    private static Inspections.Result result(Locked said) {
        return new Inspections.Result(
                said.inspectionId(),
                Objects.requireNonNull(said.stamp().programmeId()),
                said.schoolId(),
                said.schoolScore(),
                said.stamp().at(),
                said.stamp().version());
    }
}
