package cn.sihong.award.ranking;

import cn.sihong.award.ranking.Rules.Quota;
import cn.sihong.award.register.Candidates;
import cn.sihong.award.register.Declaration.Limits;
import cn.sihong.award.register.Programme.Weights;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntSupplier;

import javax.sql.DataSource;

/**
 * Ranks the applications of many schools from stored scores, gates, chain and limits included,
 * against the plain weighted average and {@code rank()} in SQL over the same rows; both read to the
 * end by a client. Argument: how many schools, each with five applications.
 */
public final class RankingBenchmark {

    private static final UUID PROGRAMME = new UUID(0, 1);
    private static final int RUNS = 3;

    private static final List<String> CATEGORIES =
            List.of("RED_GARDENER", "RED_READING_ROOM", "RED_CLASSROOM", "RED_BASE");

    private static final Rules RULES =
            new Rules(
                    new Weights(20, 20, 50, 10),
                    CATEGORIES.stream()
                            .map(one -> new Quota(one, one.equals("RED_CLASSROOM") ? 50 : 10))
                            .toList(),
                    Rules.MINIMUM_ACCEPTANCE,
                    Rules.MINIMUM_SATISFACTION,
                    TieKey.CHAIN,
                    new Limits(1, 20, 1));

    /** The peer: what somebody would write who wants an average and a rank, and nothing else. */
    private static final String PLAIN =
            """
            select a.id, rank() over (partition by a.category order by
                20 * m.points + 20 * c.satisfaction + 50 * i.points + 10 * s.points desc) as place
            from applications a
            join mutual_scores m on m.application_id = a.id
            join inspected_applications i on i.application_id = a.id
            join supervision_scores s on s.programme_id = a.programme_id and s.school_id = a.school_id
            join (select subject_id, avg(satisfaction) as satisfaction from appraisal_counts
                  where programme_id = :programme group by subject_id) c on c.subject_id = a.school_id
            where a.programme_id = :programme
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Candidates candidates;

    private RankingBenchmark(DataSource database) {
        jdbc = JdbcClient.create(database);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        candidates = new Candidates(jdbc);
    }

    public static void main(String[] arguments) throws Exception {
        int schools = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500_000;
        try (var postgres =
                EmbeddedPostgres.builder()
                        .setLocaleConfig("locale", "C.UTF-8")
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_wal_size", "8GB")
                        .start()) {
            var database = postgres.getPostgresDatabase();
            Flyway.configure()
                    .dataSource(database)
                    .locations("classpath:db/platform", "classpath:db/migration")
                    .placeholders(Map.of("app", "postgres"))
                    .load()
                    .migrate();
            var benchmark = new RankingBenchmark(database);
            benchmark.fill(schools);
            benchmark.compare();
        }
    }

    private void compare() {
        var ours = new ArrayList<Long>();
        var plain = new ArrayList<Long>();
        for (int run = 0; run < RUNS; run++) {
            plain.add(timed("plain SQL average + rank", this::plain));
            ours.add(timed("read, gates, rank, chain, limits", this::ranked));
        }
        System.out.printf(
                "median: ours %d ms, plain %d ms, ratio %.2f%n",
                median(ours), median(plain), (double) median(ours) / median(plain));
    }

    private int plain() {
        var rows = new int[1];
        transaction.executeWithoutResult(status ->
                jdbc.sql(PLAIN)
                        .param("programme", PROGRAMME)
                        .withFetchSize(10_000)
                        .query(row -> {
                            if (row.getObject("id", UUID.class) != null && row.getLong("place") > 0)
                                rows[0]++;
                        }));
        return rows[0];
    }

    private int ranked() {
        var standing = transaction.execute(status -> candidates.of(PROGRAMME));
        return Ranking.of(RULES, standing == null ? List.of() : standing).size();
    }

    private static long timed(String what, IntSupplier work) {
        System.gc();
        long start = System.nanoTime();
        int rows = work.getAsInt();
        long millis = (System.nanoTime() - start) / 1_000_000;
        System.out.printf("%s: %,d rows in %d ms%n", what, rows, millis);
        return millis;
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    /** Scores that differ, spread like a district's, from the number of a school and of an item. */
    private void fill(int schools) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            for (var sql : FILLING)
                jdbc.sql(sql).param("programme", PROGRAMME).param("schools", schools).update();
        });
        jdbc.sql("analyze").update();
        System.out.printf("%,d schools, %,d applications%n", schools, 5 * schools);
    }

    private static final String SCHOOL = "md5('school' || n)::uuid";
    private static final String APPLICATION = "md5('application' || (5 * n + k))::uuid";
    private static final String INSPECTION = "md5('inspection' || n)::uuid";

    private static final List<String> FILLING =
            List.of(
                    filling(
                            "organisations (id, name, phase, version)",
                            SCHOOL
                                    + ", '学校' || n, case n % 5 when 0 then 'KINDERGARTEN' else 'PRIMARY' end, 1",
                            false),
                    filling(
                            "applications (id, version, programme_id, school_id, unit_id, category, number,"
                                    + " title, summary, head)",
                            APPLICATION
                                    + ", 1, :programme, "
                                    + SCHOOL
                                    + ", :programme, (array['RED_GARDENER','RED_READING_ROOM','RED_CLASSROOM',"
                                    + "'RED_CLASSROOM','RED_BASE'])[k + 1], '2026-' || (5 * n + k), '名称', '概要',"
                                    + " k = 0 and n % 7 = 0",
                            true),
                    filling(
                            "mutual_scores (application_id, version, round_id, points)",
                            APPLICATION + ", 1, :programme, 60000 + (hashint8(5 * n + k) & 32767)",
                            true),
                    "insert into closed_rounds select :programme, :programme, 5 * :schools",
                    filling(
                            "inspections (id, version, programme_id, school_id, points, locked_at)",
                            INSPECTION
                                    + ", 1, :programme, "
                                    + SCHOOL
                                    + ", 60000 + (hashint8(n) & 32767), now()",
                            false),
                    filling(
                            "inspected_applications (inspection_id, application_id, points)",
                            INSPECTION
                                    + ", "
                                    + APPLICATION
                                    + ", 60000 + (hashint8(7 * n + k) & 32767)",
                            true),
                    filling(
                            "indicators (source_id, subject_id, position, code, name, points, max)",
                            INSPECTION
                                    + ", "
                                    + SCHOOL
                                    + ", 0, 'effective', '实效性', hashint8(n) & 16383, 20000",
                            false),
                    "insert into appraisal_counts (appraisal_id, subject_id, version, programme_id, electorate,"
                            + " counted_at, satisfaction, advisory) select gen_random_uuid(), "
                            + SCHOOL
                            + ", 1, :programme, electorate, now(), 80000 + (hashint8(n) & 16383), false"
                            + " from generate_series(1, :schools) n,"
                            + " unnest(array['PARTY_MEMBERS','STAFF','PARENTS']) electorate",
                    filling(
                            "supervision_scores (programme_id, school_id, version, points)",
                            ":programme, " + SCHOOL + ", 1, 60000 + (hashint8(3 * n) & 32767)",
                            false));

    private static String filling(String into, String values, boolean items) {
        return "insert into "
                + into
                + " select "
                + values
                + " from generate_series(1, :schools) n"
                + (items ? ", generate_series(0, 4) k" : "");
    }
}
