package cn.sihong.submission.organisations;

import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.test.Person;
import cn.sihong.platform.test.SihongTest;
import cn.sihong.platform.workbook.WorkbookReader;
import cn.sihong.platform.workbook.WorkbookWriter;
import cn.sihong.submission.organisations.workbook.OrganisationSheets;

import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContextManager;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

/**
 * 20,000 organisations from a workbook, with their events and history, beside reading the workbook
 * alone and beside PostgreSQL's COPY of the bare rows.
 */
@SihongTest
class ImportBenchmark {

    private static final int SCHOOLS = 20_000;
    private static final int STREETS = 40;

    @Autowired Register register;
    @Autowired JdbcClient jdbc;
    @Autowired DataSource database;

    public static void main(String[] arguments) throws Exception {
        var benchmark = new ImportBenchmark();
        new TestContextManager(ImportBenchmark.class).prepareTestInstance(benchmark);
        benchmark.run();
        System.exit(0);
    }

    private void run() throws Exception {
        var workbook = workbook();
        WorkbookReader.read(workbook, OrganisationSheets.ALL); // warm
        long reading = time(() -> WorkbookReader.read(workbook, OrganisationSheets.ALL));
        long copying = time(this::copy);
        var office = Person.with(Role.PARTY_OFFICE).actor();
        long taking =
                time(() ->
                        register.take(
                                office,
                                Role.PARTY_OFFICE,
                                WorkbookReader.read(workbook, OrganisationSheets.ALL)));
        long again =
                time(() ->
                        register.take(
                                office,
                                Role.PARTY_OFFICE,
                                WorkbookReader.read(workbook, OrganisationSheets.ALL)));
        int kept =
                jdbc.sql("select count(*) from organisations where code like 'BM_%'")
                        .query(Integer.class)
                        .single();
        if (kept != SCHOOLS + STREETS) throw new IllegalStateException("only " + kept + " kept");
        System.out.printf("import of %d organisations: %.2f s%n", kept, taking / 1e9);
        System.out.printf("the same again, nothing to change: %.2f s%n", again / 1e9);
        System.out.printf(
                "peer, reading the workbook alone: %.2f s, ratio %.1f%n",
                reading / 1e9, (double) taking / reading);
        System.out.printf(
                "peer, COPY of the bare rows: %.2f s, ratio %.1f%n",
                copying / 1e9, (double) taking / copying);
    }

    private interface Work {
        void run() throws Exception;
    }

    private static long time(Work work) throws Exception {
        long before = System.nanoTime();
        work.run();
        return System.nanoTime() - before;
    }

    private void copy() throws SQLException, IOException {
        var rows = new StringBuilder();
        for (int i = 0; i < SCHOOLS; i++)
            rows.append(
                    "00000000-0000-4000-8000-%012d\tBM%05d\t第%d小学\tSCHOOL\n".formatted(i, i, i));
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "create temporary table peers (id uuid primary key, code text unique, name text, kind text)");
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy peers from stdin", new StringReader(rows.toString()));
        }
    }

    private byte[] workbook() throws IOException {
        var bureau =
                jdbc.sql("select code from organisations where kind = 'BUREAU'")
                        .query(String.class)
                        .optional()
                        .orElse("BM");
        var rows = new ArrayList<List<String>>();
        if (bureau.equals("BM")) rows.add(List.of("BM", "区教育局", "教育局", "", ""));
        for (int i = 0; i < STREETS; i++)
            rows.add(
                    List.of(
                            "BMS%05d".formatted(i),
                            "第%d街道教育中心".formatted(i),
                            "街道教育中心",
                            "",
                            bureau));
        for (int i = 0; i < SCHOOLS; i++)
            rows.add(
                    List.of(
                            "BM%05d".formatted(i),
                            "第%d小学".formatted(i),
                            "学校",
                            "小学",
                            "BMS%05d".formatted(i % STREETS)));
        var bytes = new ByteArrayOutputStream();
        WorkbookWriter.write(
                bytes,
                OrganisationSheets.ALL,
                Map.of(
                        OrganisationSheets.ORGANISATIONS,
                        rows,
                        OrganisationSheets.PEOPLE,
                        List.of()));
        return bytes.toByteArray();
    }
}
