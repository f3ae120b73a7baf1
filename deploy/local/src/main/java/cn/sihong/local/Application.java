package cn.sihong.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * One of our own Spring Boot programs, run from its executable jar.
 *
 * @param module its folder in the checkout, and its name here
 * @param port where it serves people
 * @param management where it is watched
 * @param database whose owner migrates it and whose application role serves it
 * @param own settings that it alone has
 */
record Application(
        String module,
        String title,
        Port port,
        Port management,
        String database,
        Set<String> needs,
        Function<House, Map<String, String>> own)
        implements Part {

    /** What people who come by import sign in with, unless it is as in an installation. */
    static final String DEMO_PASSWORD = "sihong-demo";

    /** Where traces go, by OTLP over HTTP; unset, they stay in the process. */
    static final String TRACES = "MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT";

    static final Application SUBMISSION =
            new Application(
                    "submission-service",
                    "submission-service 申报",
                    Port.SUBMISSION,
                    Port.SUBMISSION_MANAGEMENT,
                    "submission",
                    Set.of(Postgres.NAME, Kafka.NAME, ObjectStore.NAME),
                    Application::attachmentsAndAccounts);
    static final Application REVIEW =
            new Application(
                    "review-service",
                    "review-service 评审",
                    Port.REVIEW,
                    Port.REVIEW_MANAGEMENT,
                    "review",
                    Set.of(Postgres.NAME, Kafka.NAME, ObjectStore.NAME),
                    Application::checkpointsAndBallots);
    static final Application AWARD =
            new Application(
                    "award-service",
                    "award-service 评选",
                    Port.AWARD,
                    Port.AWARD_MANAGEMENT,
                    "award",
                    Set.of(Postgres.NAME, Kafka.NAME),
                    house -> Map.of("SIHONG_AWARD_SECRET", house.secrets().of("award_service")));

    /** The gateway asks Keycloak for its addresses when it starts. */
    static final Application GATEWAY =
            new Application(
                    "gateway",
                    "gateway 门户",
                    Port.GATEWAY,
                    Port.GATEWAY_MANAGEMENT,
                    "gateway",
                    Set.of(Postgres.NAME, Keycloak.NAME),
                    Application::doorAndRoutes);

    @Override
    public String name() {
        return module;
    }

    @Override
    public List<Port> ports() {
        return List.of(port, management);
    }

    @Override
    public int mebibytes() {
        return 400;
    }

    @Override
    public void prepare(House house, Narrator narrator) throws IOException {
        extracted(house);
    }

    /** Laid out flat: a nested jar can neither be cached by the JVM nor be read quickly. */
    private Path extracted(House house) {
        var built = house.repo().resolve(module).resolve("target");
        var jar = built.resolve(module + "-0.1.0-SNAPSHOT.jar");
        if (!jar.toFile().exists()) throw House.notBuilt();
        var folder = house.cache().resolve("apps").resolve(module + "-" + Cache.fingerprint(jar));
        Cache.once(
                folder,
                target -> {
                    Shell.run(
                            house,
                            module + "-extract",
                            List.of(
                                    JavaProgram.java(),
                                    "-Djarmode=tools",
                                    "-jar",
                                    jar.toString(),
                                    "extract",
                                    "--force",
                                    "--destination",
                                    target.toString()),
                            Map.of());
                    Cache.forgetOthers(folder, module + "-");
                });
        return folder.resolve(jar.getFileName());
    }

    @Override
    public Launch launch(House house) {
        return JavaProgram.ofJar(module, 256, extracted(house))
                .with("--enable-native-access=ALL-UNNAMED")
                .launch(house, settings(house));
    }

    /**
     * One of the program's own commands, on this terminal.
     *
     * @return its exit code
     */
    int carryOut(House house, List<String> words, Map<String, String> settings) throws IOException {
        var command =
                JavaProgram.ofJar(module, 256, extracted(house))
                        .with("--enable-native-access=ALL-UNNAMED")
                        .arguments(words.toArray(String[]::new));
        return Shell.tell(house, command.once(house, settings));
    }

    Map<String, String> settings(House house) {
        var ports = house.ports();
        var all = new HashMap<String, String>();
        all.put("SERVER_PORT", Integer.toString(ports.of(port)));
        all.put("SERVER_ADDRESS", Ports.HOST);
        all.put("SIHONG_MANAGEMENT_PORT", Integer.toString(ports.of(management)));
        all.put("SIHONG_MANAGEMENT_ADDRESS", Ports.HOST);
        all.put("SIHONG_DB_URL", Postgres.url(house, database));
        all.put("SIHONG_DB_USER", Postgres.application(database));
        all.put("SIHONG_DB_PASSWORD", house.secrets().of(Postgres.application(database)));
        all.put("SIHONG_DB_OWNER", Postgres.owner(database));
        all.put("SIHONG_DB_OWNER_PASSWORD", house.secrets().of(Postgres.owner(database)));
        all.put("SIHONG_KAFKA", ports.address(Port.KAFKA));
        all.put("SIHONG_ISSUER", Keycloak.issuer(house));
        all.put("SIHONG_PUBLIC_URL", ports.url(Port.GATEWAY));
        if (!house.codes()) all.put(Keycloak.SECOND_FACTOR, Keycloak.NO_SECOND_FACTOR);
        var collector = house.collector();
        if (collector != null) all.put(TRACES, collector + "/v1/traces");
        all.putAll(own.apply(house));
        return all;
    }

    private static Map<String, String> attachmentsAndAccounts(House house) {
        var all = new HashMap<>(store(house));
        all.put("SIHONG_S3_BUCKET", ObjectStore.BUCKET);
        all.put("SIHONG_KEYCLOAK_ADMIN_URL", Keycloak.admin(house));
        all.put("SIHONG_PROVISIONING_SECRET", provisioningSecret(house));
        if (house.demoPassword()) all.put("SIHONG_DEMO_PASSWORD", DEMO_PASSWORD);
        return all;
    }

    private static Map<String, String> checkpointsAndBallots(House house) {
        var all = new HashMap<>(store(house));
        all.put("SIHONG_LEDGER_BUCKET", ObjectStore.LEDGER_BUCKET);
        all.put("SIHONG_LEDGER_SECRET", house.secrets().of("ledger"));
        all.put("SIHONG_BALLOT_SECRET", house.secrets().of("ballots"));
        return all;
    }

    private static Map<String, String> store(House house) {
        return Map.of(
                "SIHONG_S3_ENDPOINT",
                house.ports().url(Port.S3),
                "SIHONG_S3_ACCESS_KEY",
                ObjectStore.ACCESS_KEY,
                "SIHONG_S3_SECRET_KEY",
                ObjectStore.secretKey(house));
    }

    private static Map<String, String> doorAndRoutes(House house) {
        return Map.of(
                "SIHONG_GATEWAY_SECRET", gatewaySecret(house),
                "SIHONG_SUBMISSION_URL", house.ports().url(Port.SUBMISSION),
                "SIHONG_REVIEW_URL", house.ports().url(Port.REVIEW),
                "SIHONG_AWARD_URL", house.ports().url(Port.AWARD));
    }

    static String gatewaySecret(House house) {
        return house.secrets().of("client_gateway");
    }

    static String provisioningSecret(House house) {
        return house.secrets().of("client_provisioning");
    }

    @Override
    public boolean answers(House house) throws IOException {
        return Probe.status(house.ports().url(port) + "/readyz") == 200;
    }
}
