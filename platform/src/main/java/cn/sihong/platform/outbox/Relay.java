package cn.sihong.platform.outbox;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaTemplate;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

/**
 * Sends what was announced, in order, and deletes what Kafka acknowledged. Dies and comes back
 * anywhere: what was sent but not yet deleted is sent again, and readers know an event id they have
 * seen.
 *
 * <p>It keeps a connection of its own for as long as it is the one relay: the advisory lock lives
 * on that connection, and no transaction is open while it waits for Kafka.
 */
class Relay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

    /** Any number will do, as long as nobody else in the database uses it. */
    private static final long LOCK = 0x51_40_06_01L;

    private record Waiting(
            long id,
            String topic,
            String key,
            String type,
            String eventId,
            String payload,
            @Nullable String traceparent) {}

    private final DataSource database;
    private final KafkaTemplate<String, String> kafka;
    private final OutboxSettings settings;
    private final Semaphore woken = new Semaphore(0);
    private volatile @Nullable Thread thread;

    Relay(DataSource database, KafkaTemplate<String, String> kafka, OutboxSettings settings) {
        this.database = database;
        this.kafka = kafka;
        this.settings = settings;
    }

    /** There may be something to send. */
    void wake() {
        woken.release();
    }

    @Override
    public void start() {
        // Known before it runs: a thread that finds itself unknown takes that for the end.
        var relay = Thread.ofVirtual().name("outbox-relay").unstarted(this::run);
        thread = relay;
        relay.start();
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running == null) return;
        running.interrupt();
        try {
            running.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (isRunning()) {
            try (var connection = database.getConnection()) {
                if (isTheOnlyRelay(connection)) relayFrom(connection);
                else sleep();
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                LOG.warn("The relay starts again: {}", e.toString());
                pause();
            }
        }
    }

    private void relayFrom(Connection connection) throws SQLException, InterruptedException {
        try {
            while (isRunning()) {
                var waiting = oldest(connection);
                if (waiting.isEmpty()) sleep();
                else delete(connection, send(waiting));
            }
        } finally {
            release(connection);
        }
    }

    /**
     * What Kafka acknowledged, up to the first it did not. The producer never gives up by itself,
     * so that a later event of the same key cannot pass an earlier one.
     */
    private List<Long> send(List<Waiting> waiting) throws InterruptedException {
        var sent = new ArrayList<CompletableFuture<?>>();
        for (var event : waiting) sent.add(kafka.send(recordOf(event)));
        var acknowledged = new ArrayList<Long>();
        for (int i = 0; i < waiting.size(); i++) {
            try {
                sent.get(i).get(30, TimeUnit.SECONDS);
            } catch (java.util.concurrent.ExecutionException
                    | java.util.concurrent.TimeoutException e) {
                LOG.warn("Kafka did not take event {}: {}", waiting.get(i).eventId(), e.toString());
                pause();
                break;
            }
            acknowledged.add(waiting.get(i).id());
        }
        return acknowledged;
    }

    private static ProducerRecord<String, String> recordOf(Waiting event) {
        var produced = new ProducerRecord<>(event.topic(), event.key(), event.payload());
        produced.headers().add("event-id", event.eventId().getBytes(StandardCharsets.UTF_8));
        produced.headers().add("type", event.type().getBytes(StandardCharsets.UTF_8));
        if (event.traceparent() != null) {
            produced.headers()
                    .add("traceparent", event.traceparent().getBytes(StandardCharsets.UTF_8));
        }
        return produced;
    }

    private List<Waiting> oldest(Connection connection) throws SQLException {
        try (var query =
                connection.prepareStatement(
                        """
                        select id, topic, key, type, event_id::text, payload, traceparent
                        from outbox order by id limit ?
                        """)) {
            query.setInt(1, settings.batch());
            try (var rows = query.executeQuery()) {
                var waiting = new ArrayList<Waiting>();
                while (rows.next()) waiting.add(waiting(rows));
                return waiting;
            }
        }
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                row.getLong("id"),
                row.getString("topic"),
                row.getString("key"),
                row.getString("type"),
                row.getString("event_id"),
                row.getString("payload"),
                row.getString("traceparent"));
    }

    private static void delete(Connection connection, List<Long> ids) throws SQLException {
        if (ids.isEmpty()) return;
        try (var statement = connection.prepareStatement("delete from outbox where id = any (?)")) {
            statement.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            statement.executeUpdate();
        }
    }

    private static boolean isTheOnlyRelay(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            query.setLong(1, LOCK);
            try (var rows = query.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    /** The pool would keep the connection, and with it the lock. */
    private static void release(Connection connection) throws SQLException {
        if (connection.isClosed()) return;
        try (var statement = connection.prepareStatement("select pg_advisory_unlock(?)")) {
            statement.setLong(1, LOCK);
            statement.executeQuery().close();
        }
    }

    private void sleep() throws InterruptedException {
        if (woken.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS)) {
            woken.drainPermits();
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
