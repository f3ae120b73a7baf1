package cn.sihong.local;

import java.io.PrintStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether what the services copied from each other is what the others have, and whether anything is
 * still on its way: announcements that are not sent, keys that are parked. It only reads.
 */
final class Reconciliation {

    /**
     * One fact in two databases, each side as a query for texts that have to be the same.
     *
     * @param title what is compared, for people
     */
    private record Copy(
            String title, String source, String original, String reader, String copied) {}

    private static final String ORGANISATIONS = "select id || ' ' || name from organisations";
    private static final String PROGRAMMES =
            "select id::text from programmes where state <> 'DRAFT'";
    private static final String NUMBERED =
            "select id || ' ' || number from applications where number is not null";
    private static final String NOT_WITHDRAWN =
            """
            select id || ' ' || number from applications a
            where not exists (select from withdrawn_applications w where w.application_id = a.id)
            """;

    private static final List<Copy> COPIES =
            List.of(
                    copy("评审库的单位", ORGANISATIONS, "review", ORGANISATIONS),
                    copy("评选库的单位", ORGANISATIONS, "award", ORGANISATIONS),
                    copy("评审库的方案", PROGRAMMES, "review", "select id::text from programmes"),
                    copy("评选库的方案", PROGRAMMES, "award", "select id::text from programmes"),
                    copy("评审库的已受理申报", NUMBERED, "review", NOT_WITHDRAWN),
                    copy("评选库的已受理申报", NUMBERED, "award", NOT_WITHDRAWN));

    private static Copy copy(String title, String original, String reader, String copied) {
        return new Copy(title, "submission", original, reader, copied);
    }

    static final List<String> SERVICES = List.of("submission", "review", "award");

    private final House house;
    private final PrintStream out;

    Reconciliation(House house, PrintStream out) {
        this.house = house;
        this.out = out;
    }

    /** Says what it found; true where all agrees and nothing waits. */
    boolean holds() throws SQLException {
        var agrees = true;
        for (var service : SERVICES) agrees &= nothingWaits(service);
        for (var copy : COPIES) agrees &= agrees(copy);
        out.println(agrees ? "✓ 各库一致，没有待发和停放的消息。" : "✗ 有不一致或待处理之处，见上。");
        return agrees;
    }

    private boolean nothingWaits(String service) throws SQLException {
        var waiting =
                texts(
                        service,
                        """
                        select count(*) || ' 条，最早的已等待 '
                            || extract(epoch from now() - min(announced_at))::bigint || ' 秒'
                        from outbox having count(*) > 0
                        """);
        for (var one : waiting) out.println("✗ %s 待发消息 %s".formatted(service, one));
        var parked =
                texts(
                        service,
                        """
                        select topic || ' ' || key || '（' || reader || '，' || parked_at || '）' || reason
                        from parked_keys
                        """);
        for (var one : parked) out.println("✗ %s 停放的键 %s".formatted(service, one));
        return waiting.isEmpty() && parked.isEmpty();
    }

    private boolean agrees(Copy copy) throws SQLException {
        var original = texts(copy.source(), copy.original());
        var copied = texts(copy.reader(), copy.copied());
        var missing = new TreeSet<>(original);
        missing.removeAll(copied);
        var strange = new TreeSet<>(copied);
        strange.removeAll(original);
        missing.forEach(one -> out.println("✗ %s 缺少 %s".formatted(copy.title(), one)));
        strange.forEach(one -> out.println("✗ %s 多出 %s".formatted(copy.title(), one)));
        if (!missing.isEmpty() || !strange.isEmpty()) return false;
        out.println("✓ %s %d 条一致".formatted(copy.title(), copied.size()));
        return true;
    }

    private Set<String> texts(String database, String query) throws SQLException {
        try (var connection = Postgres.connect(house, database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new TreeSet<String>();
            while (rows.next()) found.add(rows.getString(1));
            return found;
        }
    }
}
