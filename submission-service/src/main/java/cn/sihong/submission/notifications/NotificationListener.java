package cn.sihong.submission.notifications;

import cn.sihong.contracts.NotificationEvent;
import cn.sihong.contracts.NotificationEvent.Requested;
import cn.sihong.contracts.NotificationEvent.Unrecognised;
import cn.sihong.platform.inbox.Inbox;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class NotificationListener {

    private static final String READER = "notifications";

    private final Inbox inbox;
    private final Telling telling;

    NotificationListener(Inbox inbox, Telling telling) {
        this.inbox = inbox;
        this.telling = telling;
    }

    @Transactional
    @KafkaListener(
            topics = NotificationEvent.TOPIC,
            groupId = "${spring.application.name}." + READER)
    public void on(NotificationEvent event) {
        if (!inbox.firstTime(READER, event)) return;
        switch (event) {
            case Requested requested -> telling.tell(requested);
            case Unrecognised _ -> {}
        }
    }
}
