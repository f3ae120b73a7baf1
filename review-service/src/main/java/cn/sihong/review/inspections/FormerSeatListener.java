package cn.sihong.review.inspections;

import cn.sihong.contracts.OrganisationEvent;
import cn.sihong.platform.inbox.Inbox;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.ZoneOffset;

/** Remembers when somebody left a seat: for three years they do not inspect there. */
@Component
class FormerSeatListener {

    private final Inbox inbox;
    private final JdbcClient jdbc;

    FormerSeatListener(Inbox inbox, JdbcClient jdbc) {
        this.inbox = inbox;
        this.jdbc = jdbc;
    }

    @Transactional
    @KafkaListener(
            topics = OrganisationEvent.TOPIC,
            groupId = "${spring.application.name}.former-seats")
    public void on(OrganisationEvent event) {
        if (!inbox.firstTime("former-seats", event)) return;
        if (event instanceof OrganisationEvent.MemberLeft left)
            jdbc.sql(
                            """
                            insert into former_seats (subject, organisation_id, left_at) values (?, ?, ?)
                            on conflict (subject, organisation_id) do update
                            set left_at = greatest(former_seats.left_at, excluded.left_at)
                            """)
                    .params(
                            left.subject(),
                            left.organisationId(),
                            left.stamp().at().atOffset(ZoneOffset.UTC))
                    .update();
    }
}
