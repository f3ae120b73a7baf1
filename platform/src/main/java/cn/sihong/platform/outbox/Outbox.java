package cn.sihong.platform.outbox;

import cn.sihong.contracts.Event;
import cn.sihong.contracts.Stamp;
import cn.sihong.platform.keycloak.Role;

import com.fasterxml.jackson.annotation.JsonTypeName;

import io.micrometer.tracing.Tracer;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.Assert;

import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.util.UUID;

/** Where a service announces what became true. */
public class Outbox {

    private static final String SYSTEM = "system";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final Tracer tracer;
    private final Relay relay;

    Outbox(JdbcClient jdbc, JsonMapper json, Clock clock, Tracer tracer, Relay relay) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.tracer = tracer;
        this.relay = relay;
    }

    /** A new stamp for something a person did in this role. */
    public Stamp stamp(Role role, long version, @Nullable UUID programmeId) {
        return new Stamp(Ids.next(), version, programmeId, role.wireName(), clock.instant());
    }

    /** A new stamp for something that followed by itself. */
    public Stamp systemStamp(long version, @Nullable UUID programmeId) {
        return new Stamp(Ids.next(), version, programmeId, SYSTEM, clock.instant());
    }

    /** Announces the event if, and only if, the current transaction commits. */
    public void announce(Event event) {
        Assert.state(
                TransactionSynchronizationManager.isSynchronizationActive(),
                "an event is announced in the transaction of its fact");
        jdbc.sql(
                        """
                        insert into outbox (event_id, topic, key, type, payload, traceparent)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        event.stamp().eventId(),
                        event.topic(),
                        event.key(),
                        event.getClass().getAnnotation(JsonTypeName.class).value(),
                        json.writeValueAsString(event))
                .param(traceparent())
                .update();
        wakeTheRelayAfterCommit();
    }

    private void wakeTheRelayAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        relay.wake();
                    }
                });
    }

    /** The W3C form, so that the listener's work belongs to the same trace as the click. */
    private @Nullable String traceparent() {
        var span = tracer.currentSpan();
        if (span == null || span.isNoop()) return null;
        var context = span.context();
        return "00-%s-%s-%s"
                .formatted(
                        context.traceId(),
                        context.spanId(),
                        Boolean.TRUE.equals(context.sampled()) ? "01" : "00");
    }
}
