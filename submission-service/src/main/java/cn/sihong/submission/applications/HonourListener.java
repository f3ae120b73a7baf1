package cn.sihong.submission.applications;

import cn.sihong.contracts.HonourEvent;
import cn.sihong.contracts.HonourEvent.Adopted;
import cn.sihong.contracts.HonourEvent.CommendationIssued;
import cn.sihong.contracts.HonourEvent.Granted;
import cn.sihong.contracts.HonourEvent.Revalidated;
import cn.sihong.contracts.HonourEvent.Revoked;
import cn.sihong.contracts.HonourEvent.Unrecognised;
import cn.sihong.platform.inbox.Inbox;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hears what award-service grants and takes back, so that a school finds it on its application. */
@Component
class HonourListener {

    private static final String READER = "applications";

    private final Inbox inbox;
    private final ApplicationLifecycle lifecycle;

    HonourListener(Inbox inbox, ApplicationLifecycle lifecycle) {
        this.inbox = inbox;
        this.lifecycle = lifecycle;
    }

    @Transactional
    @KafkaListener(topics = HonourEvent.TOPIC, groupId = "${spring.application.name}." + READER)
    public void on(HonourEvent event) {
        if (!inbox.firstTime(READER, event)) return;
        switch (event) {
            case Granted granted ->
                    lifecycle.honour(
                            new Application.Id(granted.applicationId()),
                            granted.certificateNumber());
            case Revoked revoked ->
                    lifecycle.revoke(new Application.Id(revoked.applicationId()), revoked.reason());
            case CommendationIssued _, Revalidated _, Adopted _, Unrecognised _ -> {}
        }
    }
}
