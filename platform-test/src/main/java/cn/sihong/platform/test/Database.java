package cn.sihong.platform.test;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** A PostgreSQL server in which each context gets a database and two roles of its own. */
class Database {

    static final String PASSWORD = "test";
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final String url;
    private final String user;
    private final String password;

    Database(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** A database as an operator would make it: the service's role owns nothing. */
    record Made(String name, String url, String owner, String app) {}

    Made create(String service) {
        var name = service.replace('-', '_') + "_" + NEXT.incrementAndGet();
        var made = new Made(name, urlOf(name), name + "_owner", name + "_app");
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement()) {
            statement.execute(
                    "create role \"%s\" login password '%s'".formatted(made.owner(), PASSWORD));
            statement.execute(
                    "create role \"%s\" login nobypassrls password '%s'"
                            .formatted(made.app(), PASSWORD));
            statement.execute("create database \"%s\" owner \"%s\"".formatted(name, made.owner()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return made;
    }

    private String urlOf(String name) {
        var bare = url.replaceFirst("\\?.*$", "");
        return bare.substring(0, bare.lastIndexOf('/') + 1) + name;
    }
}
