package cn.sihong.platform.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Where the real parts come from. {@code -Dtest.parts=docker|embedded} overrules the choice. */
sealed interface Engine {

    String name();

    Database database();

    /** Bootstrap servers. */
    String kafka();

    static Engine choose() {
        return switch (System.getProperty("test.parts", "auto")) {
            case "docker" -> new Docker();
            case "embedded" -> new Embedded();
            default -> dockerMayAnswer() ? new Docker() : new Embedded();
        };
    }

    /**
     * Asking Testcontainers costs seconds where no engine is, so the socket is looked for first.
     */
    private static boolean dockerMayAnswer() {
        var socket = java.nio.file.Path.of("/var/run/docker.sock");
        return (System.getenv("DOCKER_HOST") != null || java.nio.file.Files.exists(socket))
                && DockerClientFactory.instance().isDockerAvailable();
    }

    /** Containers, ended with the JVM by Testcontainers itself. */
    record Docker() implements Engine {
        @Override
        public String name() {
            return "containers (a Docker engine answers)";
        }

        @Override
        public Database database() {
            var container =
                    new PostgreSQLContainer(DockerImageName.parse("postgres:18"))
                            .withEnv("POSTGRES_INITDB_ARGS", "--locale=C.UTF-8");
            // as many as the embedded one allows: each context of a suite keeps its pool
            container.setCommand("postgres", "-c", "fsync=off", "-c", "max_connections=300");
            container.start();
            return new Database(
                    container.getJdbcUrl(), container.getUsername(), container.getPassword());
        }

        @Override
        public String kafka() {
            var container =
                    new KafkaContainer(DockerImageName.parse("apache/kafka-native:4.2.0"))
                            .withEnv("KAFKA_NUM_PARTITIONS", "2");
            container.start();
            return container.getBootstrapServers();
        }
    }

    /** Servers of our own: PostgreSQL as a child process, Kafka in this JVM. */
    record Embedded() implements Engine {
        @Override
        public String name() {
            return "embedded servers (no Docker engine answers)";
        }

        @Override
        public Database database() {
            try {
                var postgres =
                        EmbeddedPostgres.builder()
                                // with the locale C, trigram search finds nothing in Chinese
                                .setLocaleConfig("locale", "C.UTF-8")
                                .setServerConfig("fsync", "off")
                                .setServerConfig("max_connections", "300")
                                .start();
                return new Database(
                        postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String kafka() {
            return KafkaBroker.start();
        }
    }
}
