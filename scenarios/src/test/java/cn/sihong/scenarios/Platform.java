package cn.sihong.scenarios;

import cn.sihong.local.LocalRun;
import cn.sihong.local.Port;
import cn.sihong.local.Running;
import cn.sihong.scenarios.people.Person;
import cn.sihong.scenarios.town.Town;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * Everything, started once for all tests of the module and ended with it. What it wrote stays in
 * {@code target/platform} for whoever asks why a test failed.
 */
final class Platform {

    /** The smallest town in which five schools can judge each without ever judging back. */
    private static final Town TOWN = Town.of("QX", 2, 6, 9);

    static final Path HOME = Path.of("target", "platform").toAbsolutePath();

    /** Where all four send their traces. */
    static final Collector COLLECTOR = new Collector();

    private static final Running RUN = start();
    private static final Cast CAST = new Cast(gateway(), TOWN);

    private Platform() {}

    private static Running start() {
        requireJars();
        forget(HOME);
        return LocalRun.in(HOME).onFreePorts().tracedBy(COLLECTOR.url()).start();
    }

    private static void requireJars() {
        for (var module :
                new String[] {"gateway", "submission-service", "review-service", "award-service"}) {
            var jar = Path.of("..", module, "target", module + "-0.1.0-SNAPSHOT.jar");
            if (!Files.exists(jar)) {
                throw new IllegalStateException(
                        "%s is missing: run ./mvnw verify at the top, or ./mvnw -DskipTests package first"
                                .formatted(jar.normalize()));
            }
        }
    }

    /** A new run begins with nothing. */
    private static void forget(Path home) {
        if (!Files.exists(home)) return;
        try (var files = Files.walk(home)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Running run() {
        return RUN;
    }

    static Logs logs() {
        return new Logs(HOME);
    }

    static URI gateway() {
        return URI.create(RUN.gatewayUrl());
    }

    static Topics topics() {
        return new Topics(RUN.ports().address(Port.KAFKA));
    }

    /** The town and its people; imported by whoever comes first. */
    static synchronized Cast cast() {
        new Story(CAST, 0, Narrator.on(System.out)).theTownIsKnown();
        return CAST;
    }

    /** Another browser of the same person. */
    static Person another(String username) {
        return Person.signedIn(gateway(), username);
    }
}
