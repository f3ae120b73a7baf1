package cn.sihong.platform.inbox;

import cn.sihong.contracts.Event;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.Assert;

/** Remembers which events each reader has applied. */
public class Inbox {

    private final JdbcClient jdbc;
    private final MeterRegistry meters;

    Inbox(JdbcClient jdbc, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.meters = meters;
        EventDeserializer.topics().forEach(this::unrecognised); // known as zero before the first
    }

    private Counter unrecognised(String topic) {
        return Counter.builder("sihong.events.unrecognised")
                .description("Events of a type this build does not know, each reader's apart")
                .tag("topic", topic)
                .register(meters);
    }

    /**
     * Whether this reader meets the event for the first time; if so it is now remembered, should
     * the current transaction commit. False for an event of an unknown type, which is counted.
     *
     * @param reader what applies the event, {@code register}; a service may have several
     */
    public boolean firstTime(String reader, Event event) {
        Assert.state(
                TransactionSynchronizationManager.isActualTransactionActive(),
                "an event is remembered in the transaction of its effect");
        if (event.getClass().getSimpleName().equals("Unrecognised")) {
            unrecognised(event.topic()).increment();
            return false;
        }
        return jdbc.sql(
                                "insert into inbox (reader, event_id) values (?, ?) on conflict do"
                                        + " nothing")
                        .params(reader, event.stamp().eventId())
                        .update()
                == 1;
    }
}
