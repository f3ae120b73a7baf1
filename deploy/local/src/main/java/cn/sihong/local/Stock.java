package cn.sihong.local;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Counts what a resting platform holds: rows of each table, events of each topic. */
final class Stock {

    private Stock() {}

    /** Starts PostgreSQL and Kafka alone, counts, and ends them in order. */
    static SortedMap<String, Long> take(House house, Narrator narrator) {
        return whileStoresRun(house, narrator, () -> count(house));
    }

    interface Work<T> {
        T done() throws SQLException;
    }

    /** Work on the stores of a platform of which nothing else runs. */
    static <T> T whileStoresRun(House house, Narrator narrator, Work<T> work) {
        // Nothing is recorded on the way: a start cache would make the stop long.
        var quick =
                new House(
                        house.repo(),
                        house.home(),
                        house.cache(),
                        house.ports(),
                        house.secrets(),
                        false,
                        house.codes(),
                        house.demoPassword(),
                        null);
        var stores =
                new Ensemble(
                        quick,
                        Parts.EVERYTHING.reduced(Set.of(Postgres.NAME, Kafka.NAME)),
                        narrator);
        stores.start();
        try {
            return work.done();
        } catch (SQLException e) {
            throw new CannotStart("数据库无法读取：" + e.getMessage(), e);
        } finally {
            stores.stop();
        }
    }

    static SortedMap<String, Long> count(House house) throws SQLException {
        var counts = new TreeMap<String, Long>();
        for (var database : Postgres.DATABASES) rows(house, database, counts);
        events(house).forEach((topic, count) -> counts.put("kafka " + topic, count));
        return counts;
    }

    private static void rows(House house, String database, Map<String, Long> counts)
            throws SQLException {
        try (var connection = Postgres.connect(house, database);
                var tables = connection.createStatement();
                var one = connection.createStatement();
                var found =
                        tables.executeQuery(
                                """
                                select quote_ident(tablename) from pg_tables
                                where schemaname = 'public' order by tablename
                                """)) {
            while (found.next()) {
                var table = found.getString(1);
                try (var count = one.executeQuery("select count(*) from public." + table)) {
                    count.next();
                    counts.put(database + " " + table, count.getLong(1));
                }
            }
        }
    }

    private static Map<String, Long> events(House house) {
        Map<String, Object> broker = Map.of("bootstrap.servers", house.ports().address(Port.KAFKA));
        try (var admin = Admin.create(broker)) {
            var topics = admin.listTopics().names().get(20, TimeUnit.SECONDS);
            var described = admin.describeTopics(topics).allTopicNames().get(20, TimeUnit.SECONDS);
            var ends = new HashMap<TopicPartition, OffsetSpec>();
            described.forEach((topic, description) ->
                    description
                            .partitions()
                            .forEach(one ->
                                    ends.put(
                                            new TopicPartition(topic, one.partition()),
                                            OffsetSpec.latest())));
            var counts = new TreeMap<String, Long>();
            admin.listOffsets(ends)
                    .all()
                    .get(20, TimeUnit.SECONDS)
                    .forEach((partition, end) ->
                            counts.merge(partition.topic(), end.offset(), Long::sum));
            return counts;
        } catch (ExecutionException | TimeoutException e) {
            throw new CannotStart("Kafka 无法读取：" + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("已中断。", e);
        }
    }
}
