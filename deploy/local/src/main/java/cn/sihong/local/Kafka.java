package cn.sihong.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Apache Kafka itself, one node that is broker and controller, with its log kept for ever. */
record Kafka() implements Part {

    static final String NAME = "kafka";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "Kafka 消息";
    }

    @Override
    public List<Port> ports() {
        return List.of(Port.KAFKA, Port.KAFKA_CONTROLLER);
    }

    @Override
    public Set<String> needs() {
        return Set.of();
    }

    @Override
    public int mebibytes() {
        return 350;
    }

    @Override
    public void prepare(House house, Narrator narrator) throws IOException {
        Files.createDirectories(house.data(NAME));
        Files.deleteIfExists(sign(house));
        Files.writeString(
                settings(house),
                """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@%2$s
                controller.listener.names=CONTROLLER
                listeners=PLAINTEXT://%1$s,CONTROLLER://%2$s
                advertised.listeners=PLAINTEXT://%1$s
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%3$s
                # Events are the memory of the ledger: they do not expire.
                log.retention.ms=-1
                num.partitions=3
                # One node: nothing can be copied to a second, nobody is waited for.
                offsets.topic.num.partitions=3
                offsets.topic.replication.factor=1
                transaction.state.log.num.partitions=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.num.partitions=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                # The cleaner's usual buffer alone would be half of this small heap.
                log.cleaner.dedupe.buffer.size=4194304
                log.index.size.max.bytes=1048576
                num.io.threads=2
                num.network.threads=2
                background.threads=2
                """
                        .formatted(
                                house.ports().address(Port.KAFKA),
                                house.ports().address(Port.KAFKA_CONTROLLER),
                                house.data(NAME).resolve("log")));
    }

    private static Path settings(House house) {
        return house.data(NAME).resolve("server.properties");
    }

    @Override
    public Launch launch(House house) {
        return JavaProgram.ofClassPath(
                        NAME, 192, Libraries.of(house), "cn.sihong.local.KafkaBroker")
                .with(Libraries.QUIET, "--sun-misc-unsafe-memory-access=allow")
                .arguments(settings(house).toString(), sign(house).toString())
                .launch(house, Map.of());
    }

    /** The broker says so itself, once its own client has reached it and found the topics there. */
    @Override
    public boolean answers(House house) {
        return Probe.listens(house.ports().of(Port.KAFKA)) && Files.exists(sign(house));
    }

    private static Path sign(House house) {
        return house.data(NAME).resolve("answers");
    }
}
