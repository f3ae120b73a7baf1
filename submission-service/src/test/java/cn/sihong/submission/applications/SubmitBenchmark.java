package cn.sihong.submission.applications;

import cn.sihong.platform.reach.Reach;
import cn.sihong.platform.test.RealParts;
import cn.sihong.submission.SubmissionService;
import cn.sihong.submission.organisations.Town;
import cn.sihong.submission.programmes.Category;
import cn.sihong.submission.programmes.Programme;
import cn.sihong.submission.programmes.ProgrammeSamples;
import cn.sihong.submission.programmes.Programmes;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Submissions a second, from the HTTP request to the commit with outbox and audit row, against
 * pgbench running the same statements with as many clients on the same server in the same run.
 *
 * <p>PostgreSQL is the embedded one with its own defaults: a commit is on the disk. pgbench comes
 * from PATH or from the argument {@code pgbench=…} (Debian: package postgresql-client, any
 * version).
 */
final class SubmitBenchmark {

    private static final int CLIENTS = 8;
    private static final int SECONDS = 5;
    private static final int ROUNDS = 5;

    /** Until the compiler is done with the path; a cold JVM is not what is asked about. */
    private static final int WARM_UP_SECONDS = 60;

    /** More than a client of pgbench submits in a round, so that rounds never meet. */
    private static final int DRAFTS_A_ROUND = 4_000;

    private static final int DRAFTS_A_CLIENT = DRAFTS_A_ROUND * (ROUNDS + 1);
    private static final int BASE_OF_PGBENCH = 1_000_000;

    private static final byte[] BODY =
            "{\"version\":1,\"secretaryOpinion\":\"同意申报。\",\"undertaking\":true}"
                    .getBytes(StandardCharsets.UTF_8);

    private final ConfigurableApplicationContext application;
    private final EmbeddedPostgres postgres;
    private final JdbcClient jdbc;
    private final Town town;
    private final Programme.Id programme;
    private final String pgbench;

    private SubmitBenchmark(
            ConfigurableApplicationContext application, EmbeddedPostgres postgres, String pgbench) {
        this.application = application;
        this.postgres = postgres;
        this.jdbc = application.getBean(JdbcClient.class);
        this.town = Town.in(jdbc);
        this.programme =
                ProgrammeSamples.published(
                                application.getBean(Programmes.class),
                                ProgrammeSamples.alwaysOpen())
                        .id();
        this.pgbench = pgbench;
    }

    public static void main(String... arguments) throws Exception {
        var pgbench =
                List.of(arguments).stream()
                        .filter(argument -> argument.startsWith("pgbench="))
                        .map(argument -> argument.substring("pgbench=".length()))
                        .findFirst()
                        .orElse("pgbench");
        try (var postgres =
                        EmbeddedPostgres.builder().setLocaleConfig("locale", "C.UTF-8").start();
                var application = start(postgres)) {
            new SubmitBenchmark(application, postgres, pgbench).run();
            System.exit(0); // the embedded broker's threads are no daemons
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static ConfigurableApplicationContext start(EmbeddedPostgres postgres)
            throws Exception {
        var url = postgres.getJdbcUrl("postgres", "postgres");
        try (var connection = DriverManager.getConnection(url, "postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute("create role bench_owner login password 'bench'");
            statement.execute("create role bench_app login nobypassrls password 'bench'");
            statement.execute("create database bench owner bench_owner");
        }
        return new SpringApplicationBuilder(SubmissionService.class)
                .initializers(new RealParts(), context -> durable(context, postgres))
                .run("--server.port=0", "--management.server.port=0", "--logging.level.root=WARN");
    }

    private static String url(EmbeddedPostgres postgres) {
        return "jdbc:postgresql://127.0.0.1:%d/bench".formatted(postgres.getPort());
    }

    /** Over the test's database, which does not wait for the disk. */
    private static void durable(ConfigurableApplicationContext context, EmbeddedPostgres postgres) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(
                        new MapPropertySource(
                                "durable",
                                Map.of(
                                        "SIHONG_DB_URL", url(postgres),
                                        "SIHONG_DB_USER", "bench_app",
                                        "SIHONG_DB_PASSWORD", "bench",
                                        "SIHONG_DB_OWNER", "bench_owner",
                                        "SIHONG_DB_OWNER_PASSWORD", "bench",
                                        "SIHONG_DB_POOL", "10")));
    }

    private void run() throws Exception {
        var content = content();
        anOutboxWithoutRelay();
        fill(0, content);
        fill(BASE_OF_PGBENCH, content);
        var script = script(content);
        System.out.printf(
                "%d clients, %d rounds of %d s; %s%n", CLIENTS, ROUNDS, SECONDS, version());
        var next = new AtomicInteger();
        http(next, WARM_UP_SECONDS);
        pgbench(script, 0, 3);
        var ratios = new ArrayList<Double>();
        for (int round = 1; round <= ROUNDS; round++) {
            double peer = pgbench(script, round, SECONDS);
            double ours = http(next, SECONDS);
            ratios.add(ours / peer);
            System.out.printf(
                    "round %d: pgbench %.0f/s, HTTP %.0f/s, ratio %.2f%n",
                    round, peer, ours, ours / peer);
        }
        ratios.sort(null);
        System.out.printf("submit path / pgbench = %.2f (median)%n", ratios.get(ROUNDS / 2));
        check();
    }

    /** What pgbench announces is not sent, which spares it the relay that works beside ours. */
    private void anOutboxWithoutRelay() throws Exception {
        try (var connection = DriverManager.getConnection(url(postgres), "bench_owner", "bench");
                var statement = connection.createStatement()) {
            statement.execute("create table unsent (like outbox including all)");
        }
    }

    /** Nothing was measured that was not done. */
    private void check() {
        long submitted = count("select count(*) from applications where state = 'SUBMITTED'");
        long audited = count("select count(*) from audit where action = 'application.submit'");
        if (submitted != audited)
            throw new IllegalStateException(submitted + " submitted, " + audited + " audited");
        System.out.printf("%d submitted, each with its audit row%n", submitted);
    }

    private double http(AtomicInteger next, int seconds) throws Exception {
        int port =
                Integer.parseInt(
                        application.getEnvironment().getProperty("local.server.port", "0"));
        var done = new AtomicInteger();
        var end = System.nanoTime() + seconds * 1_000_000_000L;
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            for (int i = 0; i < CLIENTS; i++)
                clients.submit(() -> {
                    var token = town.secretary().token();
                    while (System.nanoTime() < end) {
                        submit(port, next.getAndIncrement(), token);
                        done.incrementAndGet();
                    }
                    return null;
                });
        }
        return (double) done.get() / seconds;
    }

    /**
     * By the JDK's oldest client, which keeps its connection and costs least beside a C program.
     */
    private static void submit(int port, int n, String token) throws IOException {
        var call =
                (HttpURLConnection)
                        URI.create(
                                        "http://127.0.0.1:%d/api/applications/%s/submit"
                                                .formatted(port, id(n)))
                                .toURL()
                                .openConnection();
        call.setDoOutput(true);
        call.setRequestProperty("Authorization", "Bearer " + token);
        call.setRequestProperty("Content-Type", "application/json");
        try (var body = call.getOutputStream()) {
            body.write(BODY);
        }
        if (call.getResponseCode() != 200)
            throw new IllegalStateException(
                    new String(call.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
        try (var answer = call.getInputStream()) {
            answer.transferTo(OutputStream.nullOutputStream());
        }
    }

    private double pgbench(Path script, int round, int seconds) throws Exception {
        var command =
                new ProcessBuilder(
                        pgbench,
                        "--no-vacuum",
                        "--protocol=prepared",
                        "--client=" + CLIENTS,
                        "--jobs=2",
                        "--time=" + seconds,
                        "--define=n=" + round * DRAFTS_A_ROUND,
                        "--file=" + script,
                        "--host=127.0.0.1",
                        "--port=" + postgres.getPort(),
                        "--username=bench_app",
                        "bench");
        command.environment().put("PGPASSWORD", "bench");
        var process = command.redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var tps = Pattern.compile("tps = ([0-9.]+)").matcher(said);
        if (process.waitFor() != 0 || !tps.find() || said.contains("ERROR"))
            throw new IllegalStateException(said);
        return Double.parseDouble(tps.group(1));
    }

    /** What the submit path asks of the database, statement by statement. */
    private Path script(String content) throws IOException {
        var script =
                """
                \\set n :n + 1
                \\set k %1$d + :client_id * %2$d + :n
                select organisation_id from seats join people using (username) where subject = '%3$s';
                begin;
                select set_config('sihong.reach', '{%4$s}', true);
                select * from applications where id = ('00000000-0000-7000-8000-' || lpad(to_hex(cast(:k as int)), 12, '0'))::uuid;
                select exists (select from seats join people using (username) where subject = '%3$s' and organisation_id = '%4$s' and role = 'school-secretary');
                select * from programmes where id = '%5$s';
                select * from programme_windows where programme_id = '%5$s';
                select * from programme_categories where programme_id = '%5$s';
                select * from programme_extensions where programme_id = '%5$s';
                select day, workday, name, version from calendar_days;
                update applications set state = 'SUBMITTED', version = version + 1, changed_at = now(), content = '%6$s'::jsonb, returns = 0,
                    opinion = '同意申报。', signed_by = '%3$s', signed_at = now(), reason = null, due_on = null, rank = null,
                    batch_id = null, number = null, certificate = null
                    where id = ('00000000-0000-7000-8000-' || lpad(to_hex(cast(:k as int)), 12, '0'))::uuid and version = 1 returning *;
                insert into unsent (event_id, topic, key, type, payload, traceparent) values (gen_random_uuid(), 'applications', '%5$s', 'application.submitted.v1', repeat('x', 480), null);
                insert into audit (subject, role, action, about, about_id, programme_id, detail, trace_id)
                    values ('%3$s', 'school-secretary', 'application.submit', 'application', ('00000000-0000-7000-8000-' || lpad(to_hex(cast(:k as int)), 12, '0')), '%5$s', null, null);
                commit;
                """
                        .formatted(
                                BASE_OF_PGBENCH,
                                DRAFTS_A_CLIENT,
                                town.secretary().subject(),
                                town.school().id().value(),
                                programme.value(),
                                content.replace(":", ": ").replace("'", "''"));
        return Files.writeString(Files.createTempFile("submit", ".sql"), script);
    }

    private String content() {
        var form = application.getBean(Forms.class).newest(Category.RED_BASE);
        var answers =
                new TreeMap<>(Filled.in(form, "星火展厅", LocalDate.now().minusDays(2)).answers());
        return Samples.JSON.writeValueAsString(answers);
    }

    private void fill(int from, String content) {
        everything(() ->
                jdbc.sql(
                                """
                                insert into applications (id, programme_id, school_id, unit_id, category, state, changed_at, content)
                                select ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, ?, ?, ?, 'RED_BASE', 'DRAFT', now(), ?::jsonb
                                from generate_series(?, ?) as n
                                """)
                        .params(
                                programme.value(),
                                town.school().id().value(),
                                town.street().id().value(),
                                content,
                                from,
                                from + CLIENTS * DRAFTS_A_CLIENT)
                        .update());
    }

    private static String id(int n) {
        return "00000000-0000-7000-8000-%012x".formatted(n);
    }

    private long count(String sql) {
        return everything(() -> jdbc.sql(sql).query(Long.class).single());
    }

    private String version() {
        return everything(() -> jdbc.sql("select version()").query(String.class).single());
    }

    private <T> T everything(Supplier<T> deed) {
        var transaction = application.getBean(TransactionTemplate.class);
        return Reach.everything().during(() -> transaction.execute(status -> deed.get()));
    }
}
