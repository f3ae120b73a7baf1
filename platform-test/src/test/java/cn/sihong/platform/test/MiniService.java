package cn.sihong.platform.test;

import static cn.sihong.platform.access.AccessTable.any;
import static cn.sihong.platform.access.AccessTable.get;
import static cn.sihong.platform.access.AccessTable.post;
import static cn.sihong.platform.access.AccessTable.signedIn;

import cn.sihong.contracts.BatchEvent;
import cn.sihong.platform.access.AccessTable;
import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.inbox.Inbox;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.outbox.Outbox;
import cn.sihong.platform.problem.NotYourUnit;
import cn.sihong.platform.retention.Term;
import cn.sihong.platform.text.Text;

import jakarta.validation.Valid;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import java.time.Period;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The smallest service that uses everything of the platform. */
@SpringBootApplication
class MiniService {

    @Bean
    AccessTable access() {
        return AccessTable.of(
                get("/api/mini", signedIn()),
                get("/api/mini/another-units", signedIn()),
                post("/api/mini", any(Role.PARTY_OFFICE)));
    }

    @Bean
    Term leaflets() {
        return new Term(
                "leaflets",
                Period.ofYears(1),
                "select count(*) from leaflets where printed_on < :before",
                """
                with past as (select id from leaflets where printed_on < :before limit :most),
                     gone as (delete from leaflets where id in (select id from past) returning 1)
                select count(*) from gone
                """);
    }

    @RestController
    static class MiniController {
        record Note(@Text(min = 1, max = 5) String text) {}

        @GetMapping("/api/mini")
        String who(Actor actor) {
            return actor.name();
        }

        @GetMapping("/api/mini/another-units")
        String anotherUnits() {
            throw new NotYourUnit();
        }

        @PostMapping("/api/mini")
        Note note(@RequestBody @Valid Note note) {
            return note;
        }
    }

    @Component
    static class Batches {
        private final Outbox outbox;
        private final Audit audit;

        Batches(Outbox outbox, Audit audit) {
            this.outbox = outbox;
            this.audit = audit;
        }

        @Transactional
        public UUID receive(UUID batch, long version, Actor actor, boolean thenDie) {
            var event =
                    new BatchEvent.Received(
                            outbox.stamp(Role.PARTY_OFFICE, version, null),
                            batch,
                            UUID.randomUUID(),
                            1);
            outbox.announce(event);
            audit.record(
                    actor, Role.PARTY_OFFICE, Audit.Deed.of("batch.receive", "batch", batch, null));
            if (thenDie) throw new IllegalStateException("died before the commit");
            return event.stamp().eventId();
        }
    }

    @Component
    static class BatchListener {
        static final UUID POISON = new UUID(0, 666);

        /** Batches that are no poison any more, as after an update. */
        static final Set<UUID> MENDED = ConcurrentHashMap.newKeySet();

        private final Inbox inbox;
        private final JdbcClient jdbc;

        BatchListener(Inbox inbox, JdbcClient jdbc) {
            this.inbox = inbox;
            this.jdbc = jdbc;
        }

        @Transactional
        @KafkaListener(topics = BatchEvent.TOPIC, groupId = "${spring.application.name}.mini")
        public void on(BatchEvent event) {
            if (!inbox.firstTime("mini", event)) return;
            if (!(event instanceof BatchEvent.Received received)) return;
            if (received.unitId().equals(POISON) && !MENDED.contains(received.batchId()))
                throw new IllegalStateException("poison");
            jdbc.sql("insert into heard values (?, ?)")
                    .params(received.batchId(), received.stamp().version())
                    .update();
        }
    }
}
