package cn.sihong.local;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Keys that services set aside, and what waits for each among the dead letters. It applies nothing
 * itself: it writes the wish beside the key, and the service whose listener it was does the rest.
 */
final class ParkedKeys {

    /** What the services understand, in the column {@code wish}. */
    enum Wish {
        REPLAY,
        SKIP
    }

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /**
     * @param service the database it stands in
     * @param partition where its letters begin; null: nobody wrote it down
     */
    record Key(
            String service,
            String reader,
            String topic,
            String key,
            String reason,
            @Nullable Integer partition,
            long from) {

        boolean is(List<String> words) {
            return List.of(reader, topic, key).equals(words);
        }
    }

    private final House house;
    private final PrintStream out;

    ParkedKeys(House house, PrintStream out) {
        this.house = house;
        this.out = out;
    }

    /**
     * Says what waits for the keys that are meant, and with {@code acts} has it done.
     *
     * @return whether none of them is parked any more
     */
    boolean settle(Wish wish, Predicate<Key> meant, boolean acts) throws SQLException {
        var keys = all().stream().filter(meant).toList();
        if (keys.isEmpty()) {
            out.println("✓ 没有这样的停放的键。");
            return true;
        }
        for (var key : keys) describe(key, wish);
        if (!acts) {
            out.println("以上是将要做的事，什么也没有改变。原因已经排除、确认要做时，请加 --do。");
            return false;
        }
        for (var key : keys) ask(key, wish);
        var settled = true;
        for (var key : keys) settled &= awaitSettled(key);
        return settled;
    }

    List<Key> all() throws SQLException {
        var found = new ArrayList<Key>();
        for (var service : Reconciliation.SERVICES)
            try (var connection = Postgres.connect(house, service);
                    var statement = connection.createStatement();
                    var rows =
                            statement.executeQuery(
                                    "select * from parked_keys order by parked_at")) {
                while (rows.next()) found.add(key(service, rows));
            }
        return found;
    }

    private static Key key(String service, ResultSet row) throws SQLException {
        return new Key(
                service,
                row.getString("reader"),
                row.getString("topic"),
                row.getString("key"),
                row.getString("reason"),
                row.getObject("letters_partition", Integer.class),
                row.getLong("letters_from"));
    }

    private void describe(Key key, Wish wish) {
        out.println("%s %s %s %s".formatted(key.service(), key.reader(), key.topic(), key.key()));
        out.println("  原因：" + key.reason());
        var letters = letters(key);
        for (var i = 0; i < letters.size(); i++)
            out.println(
                    "  %s %s".formatted(wish == Wish.SKIP && i == 0 ? "跳过" : "补投", letters.get(i)));
    }

    /** The types of what waits, in order. */
    List<String> letters(Key key) {
        var topic = key.topic() + ".dlt";
        try (var consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", house.ports().address(Port.KAFKA)),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            var partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(one -> new TopicPartition(topic, one.partition()))
                            .filter(one ->
                                    key.partition() == null || key.partition() == one.partition())
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            if (key.partition() != null) consumer.seek(partitions.getFirst(), key.from());
            var ends = consumer.endOffsets(partitions);
            var letters = new ArrayList<String>();
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue()))
                for (var record : consumer.poll(Duration.ofMillis(200)))
                    if (key.key().equals(record.key())
                            && key.reader().equals(text(record.headers().lastHeader("reader"))))
                        letters.add(
                                "%s 第 %d 条"
                                        .formatted(
                                                text(record.headers().lastHeader("type")),
                                                record.offset()));
            return letters;
        }
    }

    private static String text(@Nullable Header header) {
        return header == null ? "（没有类型）" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private void ask(Key key, Wish wish) throws SQLException {
        try (var connection = Postgres.connect(house, key.service());
                var update =
                        connection.prepareStatement(
                                """
                                update parked_keys set wish = ? where reader = ? and topic = ? and key = ?
                                """)) {
            update.setString(1, wish.name());
            update.setString(2, key.reader());
            update.setString(3, key.topic());
            update.setString(4, key.key());
            update.executeUpdate();
        }
    }

    /** The service answers by unparking the key, or by taking the wish away. */
    private boolean awaitSettled(Key key) throws SQLException {
        var deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            var reason = answer(key);
            if (reason == null) {
                Pause.briefly();
                continue;
            }
            var what = "%s %s %s".formatted(key.reader(), key.topic(), key.key());
            if (reason.isEmpty()) out.println("✓ 已补投并放行 " + what);
            else out.println("✗ 仍停放 %s：%s".formatted(what, reason));
            return reason.isEmpty();
        }
        out.println("✗ %s 没有动静，请看它的日志；愿望已经记下，它恢复后会办。".formatted(key.service()));
        return false;
    }

    /** Null while the service is at it, empty once the key goes on, else why it does not. */
    private @Nullable String answer(Key key) throws SQLException {
        try (var connection = Postgres.connect(house, key.service());
                var query =
                        connection.prepareStatement(
                                """
                                select wish, reason from parked_keys
                                where reader = ? and topic = ? and key = ?
                                """)) {
            query.setString(1, key.reader());
            query.setString(2, key.topic());
            query.setString(3, key.key());
            try (var rows = query.executeQuery()) {
                if (!rows.next()) return "";
                return rows.getString("wish") == null ? rows.getString("reason") : null;
            }
        }
    }
}
