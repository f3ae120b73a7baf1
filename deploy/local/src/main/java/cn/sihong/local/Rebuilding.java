package cn.sihong.local;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Fills a read copy anew from its topics. Its service rests meanwhile: nobody reads what is being
 * emptied, and Kafka lets a group be sent back only while nobody is in it. First the readers are
 * sent back, then the copy is emptied: interrupted between the two, they hear what they know and
 * change nothing; done twice, the outcome is the same.
 */
final class Rebuilding {

    /** Ample for a year of a district on one core. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Ensemble ensemble;
    private final House house;
    private final PrintStream out;

    Rebuilding(Ensemble ensemble, PrintStream out) {
        this.ensemble = ensemble;
        this.house = ensemble.house();
        this.out = out;
    }

    /** Says what it would do, and with {@code acts} does it. */
    void rebuild(ReadCopy copy, boolean acts) throws SQLException {
        var before = rows(copy);
        before.forEach((table, rows) -> out.println("清空 %s（%d 行）".formatted(table, rows)));
        for (var group : copy.consumerGroups())
            out.println("从头读 %s（已读 %d 条）".formatted(group, heard(group)));
        if (!acts) {
            out.println(
                    "以上是将要做的事，什么也没有改变。%s 会停止片刻；确认要做时，请加 --do。".formatted(copy.service().title()));
            return;
        }
        ensemble.whileResting(
                copy.service(),
                () -> {
                    copy.consumerGroups().forEach(this::sendBack);
                    empty(copy);
                });
        awaitHeard(copy);
        rows(copy)
                .forEach((table, rows) ->
                        out.println(
                                "✓ %s %d 行（原有 %d 行）".formatted(table, rows, before.get(table))));
    }

    private SortedMap<String, Long> rows(ReadCopy copy) throws SQLException {
        var rows = new TreeMap<String, Long>();
        try (var connection = Postgres.connect(house, copy.service().database());
                var statement = connection.createStatement()) {
            for (var table : copy.tables())
                try (var count = statement.executeQuery("select count(*) from " + table)) {
                    count.next();
                    rows.put(table, count.getLong(1));
                }
        }
        return rows;
    }

    private void empty(ReadCopy copy) throws SQLException {
        try (var connection = Postgres.connect(house, copy.service().database())) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("truncate " + String.join(", ", copy.tables()));
            }
            forget(connection, "inbox", copy.readers());
            forget(connection, "parked_keys", copy.consumerGroups());
            connection.commit();
        }
    }

    private static void forget(Connection connection, String table, List<String> readers)
            throws SQLException {
        try (var statement =
                connection.prepareStatement("delete from " + table + " where reader = any (?)")) {
            statement.setArray(1, connection.createArrayOf("text", readers.toArray()));
            statement.executeUpdate();
        }
    }

    private void sendBack(String group) {
        asking(admin -> {
            var first =
                    admin
                            .listOffsets(
                                    read(admin, group).keySet().stream()
                                            .collect(
                                                    Collectors.toMap(
                                                            Function.identity(),
                                                            _ -> OffsetSpec.earliest())))
                            .all()
                            .get(20, TimeUnit.SECONDS)
                            .entrySet()
                            .stream()
                            .collect(
                                    Collectors.toMap(
                                            Map.Entry::getKey,
                                            one -> new OffsetAndMetadata(one.getValue().offset())));
            return admin.alterConsumerGroupOffsets(group, first).all().get(20, TimeUnit.SECONDS);
        });
    }

    private void awaitHeard(ReadCopy copy) {
        var deadline = Instant.now().plus(PATIENCE);
        while (!copy.consumerGroups().stream().allMatch(this::hasHeardAll)) {
            if (Instant.now().isAfter(deadline))
                throw new CannotStart("副本还在读，读完以前数字不全。请稍后用 ./sihong reconcile 核对。");
            Pause.briefly();
        }
    }

    private boolean hasHeardAll(String group) {
        return asking(admin -> {
            var read = read(admin, group);
            var asked = new HashMap<TopicPartition, OffsetSpec>();
            read.keySet().forEach(one -> asked.put(one, OffsetSpec.latest()));
            var ends = admin.listOffsets(asked).all().get(20, TimeUnit.SECONDS);
            return ends.entrySet().stream()
                    .allMatch(end -> {
                        var at = read.get(end.getKey());
                        return at != null && at.offset() >= end.getValue().offset();
                    });
        });
    }

    private long heard(String group) {
        return asking(admin ->
                read(admin, group).values().stream().mapToLong(OffsetAndMetadata::offset).sum());
    }

    private static Map<TopicPartition, OffsetAndMetadata> read(Admin admin, String group)
            throws ExecutionException, InterruptedException, TimeoutException {
        return admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get(20, TimeUnit.SECONDS);
    }

    private interface Question<T> {
        T ask(Admin admin) throws ExecutionException, InterruptedException, TimeoutException;
    }

    private <T> T asking(Question<T> question) {
        Map<String, Object> broker = Map.of("bootstrap.servers", house.ports().address(Port.KAFKA));
        try (var admin = Admin.create(broker)) {
            return question.ask(admin);
        } catch (ExecutionException | TimeoutException e) {
            throw new CannotStart("Kafka 没有照办，什么也没有清空，请稍后再试：" + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("已中断。", e);
        }
    }
}
