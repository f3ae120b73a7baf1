package cn.sihong.review.calibration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;

/**
 * 2,500,000 scores of 500,000 applications are calibrated and ranked, against {@code avg} and
 * {@code rank()} of PostgreSQL over the same rows in the same run. Ours is told twice: the rows
 * already here, and read from that PostgreSQL first.
 *
 * <p>{@code scenarios/benchmarks/run review-service
 * cn.sihong.review.calibration.CalibrationBenchmark}
 */
class CalibrationBenchmark {

    private static final int THINGS = 500_000;
    private static final int K = 5;
    private static final int ROUNDS = 5;

    private CalibrationBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        try (var postgres =
                        EmbeddedPostgres.builder().setServerConfig("max_wal_size", "4GB").start();
                var connection = postgres.getPostgresDatabase().getConnection()) {
            plant(connection);
            var ratios = new double[ROUNDS];
            var whole = new double[ROUNDS];
            for (int i = -1; i < ROUNDS; i++) {
                double sql = seconds(() -> averageAndRank(connection));
                var rows = new Rows[1];
                double read = seconds(() -> rows[0] = read(connection));
                double count = seconds(() -> rank(rows[0]));
                if (i < 0) continue;
                ratios[i] = count / sql;
                whole[i] = (read + count) / sql;
                System.out.printf(
                        "SQL avg + rank %.2f s; calibrated and ranked %.2f s (%.2f times), with reading %.2f s (%.2f times)%n",
                        sql, count, ratios[i], read + count, whole[i]);
            }
            Arrays.sort(ratios);
            Arrays.sort(whole);
            System.out.printf(
                    "median: %.2f times the SQL, with reading %.2f times%n",
                    ratios[ROUNDS / 2], whole[ROUNDS / 2]);
            repeats();
        }
    }

    private record Rows(int[] thing, int[] reviewer, int[] points) {}

    private interface Deed {
        void run() throws SQLException;
    }

    private static void plant(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(
                    """
                    create table scores as
                    select t as thing, ((t + 1 + 7919 * i) %% %1$d)::int as reviewer,
                           (70000 + (t * 7919::bigint %% 23000) + (((t + 1 + 7919 * i) %% %1$d) * 104729::bigint %% 9000)
                               + ((t * 31::bigint + i * 17) %% 3000))::int / 500 * 500 as points
                    from generate_series(0, %1$d - 1) as t, generate_series(1, %2$d) as i
                    """
                            .formatted(THINGS, K));
            statement.execute("vacuum analyze scores");
        }
    }

    private static void averageAndRank(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var result =
                        statement.executeQuery(
                                """
                                select count(*), max(place) from (
                                    select thing, rank() over (order by mean desc) as place
                                    from (select thing, avg(points) as mean from scores group by thing) as means) as ranked
                                """)) {
            result.next();
            if (result.getLong(1) != THINGS) throw new IllegalStateException();
        }
    }

    private static Rows read(Connection connection) throws SQLException {
        var rows = new Rows(new int[THINGS * K], new int[THINGS * K], new int[THINGS * K]);
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(20_000);
            try (var result =
                    statement.executeQuery("select thing, reviewer, points from scores")) {
                for (int i = 0; result.next(); i++) {
                    rows.thing()[i] = result.getInt(1);
                    rows.reviewer()[i] = result.getInt(2);
                    rows.points()[i] = result.getInt(3);
                }
            }
        }
        connection.setAutoCommit(true);
        return rows;
    }

    /** The things in order of their calibrated means, the best first. */
    private static int[] rank(Rows rows) {
        var calibration =
                Calibration.of(
                        new Scores(THINGS, THINGS, rows.thing(), rows.reviewer(), rows.points()));
        var keys = new long[THINGS];
        for (int thing = 0; thing < THINGS; thing++)
            keys[thing] = (-calibration.mean(thing).orElse(Long.MIN_VALUE >> 21) << 20) | thing;
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) (key & 0xFFFFF)).toArray();
    }

    private static void repeats() {
        var random = new Random(1);
        int n = 20_000;
        var thing = new int[n];
        var reviewer = new int[n];
        var points = new int[n];
        for (int i = 0; i < n; i++) {
            thing[i] = i / K;
            reviewer[i] = random.nextInt(n / K);
            points[i] = 500 * random.nextInt(200);
        }
        var outcomes = new HashSet<Integer>();
        for (int i = 0; i < 100; i++) {
            var calibration = Calibration.of(new Scores(n / K, n / K, thing, reviewer, points));
            var means = new long[n / K];
            for (int it = 0; it < means.length; it++)
                means[it] = calibration.mean(it).orElseThrow();
            outcomes.add(Arrays.hashCode(means));
        }
        System.out.printf("100 repeats: %d different outcome(s)%n", outcomes.size());
    }

    private static double seconds(Deed deed) throws SQLException {
        long before = System.nanoTime();
        deed.run();
        return (System.nanoTime() - before) / 1e9;
    }
}
