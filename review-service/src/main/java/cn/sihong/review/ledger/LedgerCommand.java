package cn.sihong.review.ledger;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Checks the ledger where it lies: {@code java -jar review-service.jar verify-ledger CHECKPOINTS},
 * with the service's own settings and the folder where the object store keeps the checkpoints. It
 * only reads, and needs neither Kafka nor Keycloak nor the running service.
 */
public final class LedgerCommand {

    /** The first word of the command line. */
    public static final String NAME = "verify-ledger";

    private LedgerCommand() {}

    /**
     * Says what it found; 0 where the chain holds and the checkpoints agree, 1 where not, 2 where
     * it cannot tell.
     *
     * @param settings the environment: {@code SIHONG_DB_URL}, {@code SIHONG_DB_USER}, {@code
     *     SIHONG_DB_PASSWORD}, {@code SIHONG_LEDGER_SECRET}
     */
    public static int run(List<String> arguments, Map<String, String> settings, PrintStream out) {
        if (arguments.size() != 1) {
            out.println("用法：java -jar review-service.jar verify-ledger 检查点目录");
            return 2;
        }
        try (var connection =
                DriverManager.getConnection(
                        setting(settings, "SIHONG_DB_URL"),
                        setting(settings, "SIHONG_DB_USER"),
                        setting(settings, "SIHONG_DB_PASSWORD"))) {
            // one transaction for entries and checkpoints: they are of one moment, and read by
            // pages
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            var key = Seal.of(setting(settings, "SIHONG_LEDGER_SECRET")).publicKey();
            return verify(connection, Path.of(arguments.getFirst()), key, out);
        } catch (SQLException | IOException | UncheckedIOException | IllegalStateException e) {
            out.println("无法核对：" + e.getMessage());
            return 2;
        }
    }

    private static int verify(Connection connection, Path folder, String key, PrintStream out)
            throws IOException, SQLException {
        var source = new SingleConnectionDataSource(connection, true);
        var jdbc = JdbcClient.create(source);
        // What was outside a moment ago is still there: the service may add while this reads.
        long stored =
                jdbc.sql("select count(*) from ledger_checkpoints where stored")
                        .query(Long.class)
                        .single();
        connection.commit();
        var faults = new ArrayList<String>();
        var outside = VerifyLedger.checkpoints(folder, faults);
        faults.addAll(LedgerVerifier.faults(outside, key));
        var heads = new ArrayList<Head>(new Checkpoints(jdbc).heads());
        if (heads.size() < outside.size())
            faults.add("数据库里的检查点少于文件库里的：%d 个对 %d 个".formatted(heads.size(), outside.size()));
        if (outside.size() < stored)
            faults.add("文件库里的检查点缺失：应有 %d 个，现有 %d 个".formatted(stored, outside.size()));
        outside.forEach(signed -> heads.add(signed.checkpoint().head()));
        try (var entries = new Ledger(jdbc, new JdbcTemplate(source)).all()) {
            var result = LedgerVerifier.verify(entries.iterator(), heads);
            if (!result.intact()) faults.add("台账第 %d 条与原始记录不符".formatted(result.firstBroken()));
            out.println("台账 %d 条，检查点 %d 个，公钥 %s".formatted(result.entries(), outside.size(), key));
        }
        faults.forEach(fault -> out.println("✗ " + fault));
        if (faults.isEmpty()) out.println("✓ 台账完整：没有发现修改、删除、插入、调换或截断。");
        return faults.isEmpty() ? 0 : 1;
    }

    private static String setting(Map<String, String> settings, String name) {
        @Nullable String value = settings.get(name);
        if (value == null) throw new IllegalStateException("没有设置环境变量 " + name);
        return value;
    }
}
