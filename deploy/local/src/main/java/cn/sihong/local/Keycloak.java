package cn.sihong.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * Keycloak's own distribution with PostgreSQL behind it. It is unpacked and built for that database
 * once and shared; each run has a folder of its own around it, with its realm files and nothing
 * else.
 */
record Keycloak() implements Part {

    static final String NAME = "keycloak";
    private static final String REALM = "/realms/sihong";

    /** Asked of officers unless it says otherwise, by the realm and by every service. */
    static final String SECOND_FACTOR = "SIHONG_SECOND_FACTOR";

    /** Nobody here has a telephone with the demo officers' codes on it. */
    static final String NO_SECOND_FACTOR = "DISABLED";

    /** Choices that are baked in by the build, and make another build when they change. */
    private static final List<String> BUILD_OPTIONS =
            List.of("--db=postgres", "--health-enabled=true");

    /** What its own start script adds; the script itself would stay around as a second process. */
    private static final String[] MACHINE = {
        "-XX:MetaspaceSize=96M",
        "--add-opens=java.base/java.util=ALL-UNNAMED",
        "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
        "--add-opens=java.base/java.security=ALL-UNNAMED",
        "--add-opens=java.base/java.lang=ALL-UNNAMED",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-Duser.language=en",
        "-Duser.country=US",
        "-Dpicocli.disable.closures=true",
        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
        "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory"
    };

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "Keycloak 登录";
    }

    @Override
    public List<Port> ports() {
        return List.of(Port.KEYCLOAK, Port.KEYCLOAK_MANAGEMENT);
    }

    @Override
    public Set<String> needs() {
        return Set.of(Postgres.NAME);
    }

    @Override
    public int mebibytes() {
        return 600;
    }

    @Override
    public void prepare(House house, Narrator narrator) throws IOException {
        var server = server(house, narrator);
        var folder = house.data(NAME);
        Files.createDirectories(folder.resolve("data/import"));
        for (var shared : List.of("lib", "conf", "providers")) {
            link(folder.resolve(shared), server.resolve(shared));
        }
        var themes = realmFiles(house).resolve("themes");
        link(
                folder.resolve("themes"),
                Files.isDirectory(themes) ? themes : server.resolve("themes"));
        for (var file : List.of("sihong-realm.json", "demo/sihong-users-0.json")) {
            var source = realmFiles(house).resolve(file);
            Files.copy(
                    source,
                    folder.resolve("data/import").resolve(source.getFileName()),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Path realmFiles(House house) {
        return house.repo().resolve("deploy/keycloak");
    }

    private static void link(Path link, Path target) throws IOException {
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, target.toAbsolutePath());
    }

    private static Path server(House house, Narrator narrator) {
        var archive = house.builtOne("dist", "keycloak-");
        var name = archive.getFileName().toString().replaceFirst("\\.tar\\.gz$", "");
        var folder =
                house.cache()
                        .resolve(name + "-" + Cache.fingerprint(String.join(" ", BUILD_OPTIONS)));
        return Cache.once(
                folder,
                target -> {
                    narrator.note("展开并构建 Keycloak（仅首次，约半分钟）");
                    Cache.untar(new GZIPInputStream(Files.newInputStream(archive)), target, 1);
                    var command =
                            new ArrayList<>(
                                    List.of(target.resolve("bin/kc.sh").toString(), "build"));
                    command.addAll(BUILD_OPTIONS);
                    Shell.run(
                            house,
                            "keycloak-build",
                            command,
                            Map.of("JAVA_HOME", System.getProperty("java.home")));
                });
    }

    @Override
    public Launch launch(House house) {
        var jar = server(house, Narrator.silent()).resolve("lib/quarkus-run.jar");
        return JavaProgram.ofClassPath(
                        NAME, 400, List.of(jar), "io.quarkus.bootstrap.runner.QuarkusEntryPoint")
                .with(MACHINE)
                .where("kc.home.dir", house.data(NAME))
                .where("jboss.server.config.dir", house.data(NAME).resolve("conf"))
                .arguments("start", "--optimized", "--import-realm")
                .launch(house, environment(house));
    }

    private static Map<String, String> environment(House house) {
        var ports = house.ports();
        var all = new HashMap<String, String>();
        all.put("KC_DB_URL", Postgres.url(house, NAME));
        all.put("KC_DB_USERNAME", Postgres.owner(NAME));
        all.put("KC_DB_PASSWORD", house.secrets().of(Postgres.owner(NAME)));
        all.put("KC_DB_POOL_MAX_SIZE", "20");
        all.put("KC_HTTP_ENABLED", "true");
        all.put("KC_HTTP_HOST", Ports.HOST);
        all.put("KC_HTTP_PORT", Integer.toString(ports.of(Port.KEYCLOAK)));
        all.put("KC_HTTP_MANAGEMENT_PORT", Integer.toString(ports.of(Port.KEYCLOAK_MANAGEMENT)));
        all.put("KC_HOSTNAME", ports.url(Port.KEYCLOAK));
        // One node needs no cluster; without it the start takes 9 seconds instead of 16.
        all.put("KC_CACHE", "local");
        all.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        all.put("KC_BOOTSTRAP_ADMIN_PASSWORD", house.secrets().of("keycloak_admin"));
        // For the placeholders of the realm files.
        all.put("SIHONG_PUBLIC_URL", ports.url(Port.GATEWAY));
        all.put("SIHONG_GATEWAY_SECRET", Application.gatewaySecret(house));
        if (!house.codes()) all.put(SECOND_FACTOR, NO_SECOND_FACTOR);
        // Their password is written in the README.
        all.put("SIHONG_PASSWORD_PATTERN", ".*");
        all.put("SIHONG_PROVISIONING_SECRET", Application.provisioningSecret(house));
        all.put(
                "SIHONG_GATEWAY_BACKCHANNEL",
                ports.url(Port.GATEWAY) + "/logout/connect/back-channel/keycloak");
        return all;
    }

    @Override
    public boolean answers(House house) throws IOException {
        return Probe.status(house.ports().url(Port.KEYCLOAK_MANAGEMENT) + "/health/ready") == 200
                && Probe.status(issuer(house)) == 200;
    }

    static String issuer(House house) {
        return house.ports().url(Port.KEYCLOAK) + REALM;
    }

    static String admin(House house) {
        return house.ports().url(Port.KEYCLOAK) + "/admin" + REALM;
    }
}
