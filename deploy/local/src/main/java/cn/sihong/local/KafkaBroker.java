package cn.sihong.local;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;

import org.apache.kafka.common.utils.Time;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * The broker's process: formats its storage the first time, then serves until it is asked to end.
 */
final class KafkaBroker {

    /** All runs are strangers to each other, so one fixed cluster id serves them all. */
    private static final String CLUSTER = "c2lob25nLWxvY2FsLXJ1bg";

    private KafkaBroker() {}

    public static void main(String[] args) throws IOException {
        var file = Path.of(args[0]);
        var sign = Path.of(args[1]);
        var formatted =
                StorageTool.execute(
                        new String[] {
                            "format",
                            "--cluster-id",
                            CLUSTER,
                            "--config",
                            file.toString(),
                            "--ignore-formatted"
                        },
                        System.out);
        if (formatted != 0) throw new IllegalStateException("storage was not formatted");

        var settings = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            settings.load(in);
        }
        var server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "farewell"));
        server.startup();
        Topics.create(settings.getProperty("advertised.listeners").replace("PLAINTEXT://", ""));
        Files.createFile(sign);
        server.awaitShutdown();
    }
}
