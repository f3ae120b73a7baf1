package cn.sihong.award.register;

import cn.sihong.contracts.ApplicationEvent;
import cn.sihong.contracts.ApplicationEvent.Batched;
import cn.sihong.contracts.ApplicationEvent.Corrected;
import cn.sihong.contracts.ApplicationEvent.CorrectionAsked;
import cn.sihong.contracts.ApplicationEvent.NotAdmitted;
import cn.sihong.contracts.ApplicationEvent.Received;
import cn.sihong.contracts.ApplicationEvent.Returned;
import cn.sihong.contracts.ApplicationEvent.Screened;
import cn.sihong.contracts.ApplicationEvent.Submitted;
import cn.sihong.contracts.ApplicationEvent.Unrecognised;
import cn.sihong.contracts.ApplicationEvent.Withdrawn;
import cn.sihong.platform.inbox.Inbox;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.Objects;

@Component
class ApplicationListener {

    private final Inbox inbox;
    private final Works works;

    ApplicationListener(Inbox inbox, Works works) {
        this.inbox = inbox;
        this.works = works;
    }

    @Transactional
    @KafkaListener(
            topics = ApplicationEvent.TOPIC,
            groupId = "${spring.application.name}.applications")
    public void on(ApplicationEvent event) {
        if (!inbox.firstTime("applications", event)) return;
        switch (event) {
            case Received said ->
                    works.keep(
                            work(said),
                            said.head(),
                            Objects.requireNonNull(said.stamp().programmeId()),
                            said.stamp().version());
            case Withdrawn said -> works.withdraw(said.applicationId());
            case Submitted _,
                    Returned _,
                    Screened _,
                    Batched _,
                    CorrectionAsked _,
                    Corrected _,
                    NotAdmitted _,
                    Unrecognised _ -> {}
        }
    }

    private static Work work(Received said) {
        return new Work(
                said.applicationId(),
                said.number(),
                said.category(),
                said.title(),
                said.summary(),
                said.schoolId(),
                "",
                said.unitId());
    }
}
