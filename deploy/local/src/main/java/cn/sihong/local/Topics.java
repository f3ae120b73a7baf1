package cn.sihong.local;

import cn.sihong.contracts.Event;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The topics of the contracts, made before the services come: a listener that met no topic would
 * look again only minutes later.
 */
final class Topics {

    private static final int PARTITIONS = 3;

    private Topics() {}

    static void create(String broker) {
        try (var admin = admin(broker)) {
            var there = admin.listTopics().names().get(20, TimeUnit.SECONDS);
            var missing =
                    names().stream()
                            .filter(name -> !there.contains(name))
                            .map(name -> new NewTopic(name, PARTITIONS, (short) 1))
                            .toList();
            admin.createTopics(missing).all().get(20, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new CannotStart("Kafka 主题没有建成：" + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One topic for each sealed root of events. */
    static List<String> names() {
        return Stream.of(Event.class.getPermittedSubclasses()).map(Topics::name).sorted().toList();
    }

    private static String name(Class<?> root) {
        try {
            return String.valueOf(root.getField("TOPIC").get(null));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(root + " names no topic", e);
        }
    }

    private static Admin admin(String broker) {
        return Admin.create(
                Map.of(
                        "bootstrap.servers", broker,
                        "request.timeout.ms", "5000",
                        "default.api.timeout.ms", "20000"));
    }
}
