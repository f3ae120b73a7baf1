package cn.sihong.review.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import cn.sihong.contracts.ApplicationEvent;
import cn.sihong.contracts.Event;
import cn.sihong.contracts.ProgrammeEvent;
import cn.sihong.contracts.ProgrammeEvent.Weights;
import cn.sihong.contracts.ProgrammeEvent.Window;
import cn.sihong.contracts.SelectionEvent;
import cn.sihong.contracts.Stamp;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.store.ObjectStore;
import cn.sihong.platform.test.Events;
import cn.sihong.platform.test.Person;
import cn.sihong.platform.test.SihongTest;

import com.jayway.jsonpath.JsonPath;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** What every service says is sealed once, signed outside, and can be checked by a stranger. */
@SihongTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerStoryTest {

    private static final LocalDate TODAY = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));

    @Autowired MockMvc mvc;
    @Autowired Events events;
    @Autowired JdbcClient jdbc;
    @Autowired LedgerClerk clerk;
    @Autowired ObjectStore store;
    @Autowired Seal seal;
    @Autowired List<String> ledgerTopics;

    @Value("${spring.datasource.url}")
    String url;

    @Value("${spring.datasource.username}")
    String user;

    @Value("${spring.datasource.password}")
    String password;

    @Value("${sihong.ledger.secret}")
    String secret;

    private final Person auditor = Person.with(Role.AUDITOR);

    @Test
    void everyTopicOfFactsIsHeard() {
        assertThat(ledgerTopics)
                .contains("appraisals", "programmes", "findings", "honours", "supervision")
                .doesNotContain("notifications", "ledger")
                .hasSize(Event.class.getPermittedSubclasses().length - 2);
    }

    @Test
    void whatIsHeardTwiceAndInAnyOrderIsSealedOnce() throws Exception {
        var programme = UUID.randomUUID();
        var said = story(programme, 60);
        var all = new ArrayList<>(said);
        all.addAll(said);
        Collections.shuffle(all, new Random(25));
        all.forEach(events::say);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(entries(programme)).isEqualTo(said.size()));
        assertThat(
                        jdbc.sql(
                                        "select count(*) from ledger_entries group by event_id"
                                                + " having count(*) > 1")
                                .query(Long.class)
                                .list())
                .isEmpty();
        assertThat(
                        jdbc.sql("select max(sequence) - count(*) from ledger_entries")
                                .query(Long.class)
                                .single())
                .isZero();
        assertThat(
                        JsonPath.<Boolean>read(
                                answer(get("/api/ledger/check")).getContentAsString(), "$.intact"))
                .isTrue();
    }

    @Test
    void aStrangerChecksAnExportWithWhatLiesOutside(@TempDir Path folder) throws Exception {
        var programme = UUID.randomUUID();
        tell(programme);
        clerk.checkpoint();
        var kept = Files.createDirectories(folder.resolve("checkpoints"));
        for (var key : store.keys("checkpoints/"))
            try (var bytes = store.open(key)) {
                Files.copy(bytes, kept.resolve(Path.of(key).getFileName()));
            }
        var ledger =
                Files.write(
                        folder.resolve("ledger.tsv"),
                        answer(get("/api/ledger/export")).getContentAsByteArray());
        var arguments = new String[] {ledger.toString(), kept.toString(), seal.publicKey()};
        assertThat(VerifyLedger.run(arguments, System.out)).isZero();
        // the stage that closed yesterday has a checkpoint of its own
        assertThat(texts(kept))
                .anyMatch(text -> text.contains("reason STAGE " + programme + " APPLICATION"))
                .noneMatch(text -> text.contains(programme + " ACCEPTANCE"));

        var lines = new ArrayList<>(Files.readAllLines(ledger));
        long sealed =
                texts(kept).stream()
                        .mapToLong(
                                text -> Checkpoint.Signed.read(text).checkpoint().head().sequence())
                        .max()
                        .orElseThrow();
        lines.subList((int) sealed, lines.size()).clear();
        Files.write(ledger, lines);
        assertThat(VerifyLedger.run(arguments, System.out)).isOne();
    }

    @Test
    void theOperatorChecksTheLedgerWhereItLies(@TempDir Path folder) throws Exception {
        tell(UUID.randomUUID());
        clerk.checkpoint();
        for (var key : store.keys("checkpoints/"))
            try (var bytes = store.open(key)) {
                Files.copy(bytes, folder.resolve(Path.of(key).getFileName()));
            }
        assertThat(command(folder, secret)).isZero();
        assertThat(command(folder, "another")).as("signed by another key").isOne();
        assertThat(command(folder.resolve("absent"), secret)).as("nothing to check").isEqualTo(2);

        try (var files = Files.list(folder)) {
            Files.delete(files.max(java.util.Comparator.naturalOrder()).orElseThrow());
        }
        assertThat(command(folder, secret)).as("the newest checkpoint is gone").isOne();
    }

    private int command(Path folder, String secret) {
        var settings =
                Map.of(
                        "SIHONG_DB_URL", url,
                        "SIHONG_DB_USER", user,
                        "SIHONG_DB_PASSWORD", password,
                        "SIHONG_LEDGER_SECRET", secret);
        return LedgerCommand.run(List.of(folder.toString()), settings, System.out);
    }

    @Test
    void aStageIsSealedOnceAndAQuietMinuteNotAtAll() throws Exception {
        var programme = UUID.randomUUID();
        tell(programme);
        clerk.checkpoint();
        clerk.checkpoint();
        assertThat(
                        jdbc.sql("select count(*) from ledger_checkpoints where programme_id = ?")
                                .param(programme)
                                .query(Long.class)
                                .single())
                .isOne();
        assertThat(
                        jdbc.sql("select count(*) from ledger_checkpoints where not stored")
                                .query(Long.class)
                                .single())
                .isZero();
        var notes = answer(get("/api/ledger/checkpoints?limit=1")).getContentAsString();
        assertThat(Checkpoint.Signed.read(JsonPath.read(notes, "$.items[0].text")).holds())
                .isTrue();
    }

    @Test
    void theExtractsArePrintedAndWrittenAsAWorkbook() throws Exception {
        var programme = UUID.randomUUID();
        tell(programme);
        clerk.checkpoint();
        try (var pdf =
                Loader.loadPDF(
                        answer(
                                        get(
                                                "/api/ledger/print?filter=RECOMMENDATION&programme="
                                                        + programme))
                                .getContentAsByteArray())) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("评议情况专项台账", "摘录：推荐", "第 1 页", "检查点", "signature ")
                    .doesNotContain("报请");
        }
        try (var workbook =
                new ReadableWorkbook(
                        new ByteArrayInputStream(
                                answer(
                                                get(
                                                        "/api/ledger/sheet?filter=COMMENDATION&programme="
                                                                + programme))
                                        .getContentAsByteArray()))) {
            assertThat(workbook.getFirstSheet().getName()).isEqualTo("评选表彰");
            assertThat(workbook.getFirstSheet().read()).hasSize(2);
        }
    }

    @Test
    void theServiceItselfCannotChangeWhatIsSealed() {
        for (var deed :
                List.of(
                        "update ledger_entries set content = '{}'",
                        "delete from ledger_entries",
                        "update ledger_checkpoints set text = ''",
                        "delete from ledger_checkpoints"))
            assertThat(refuses(deed)).as(deed).isTrue();
    }

    private boolean refuses(String deed) {
        try {
            jdbc.sql(deed).update();
            return false;
        } catch (DataAccessException e) {
            return String.valueOf(e.getMostSpecificCause().getMessage())
                    .contains("permission denied");
        }
    }

    private void tell(UUID programme) {
        var said = story(programme, 3);
        said.forEach(events::say);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(entries(programme)).isEqualTo(said.size()));
    }

    private List<Event> story(UUID programme, int applications) {
        var said = new ArrayList<Event>();
        said.add(
                new ProgrammeEvent.Published(
                        stamp(programme),
                        programme,
                        "2026年度四红创建（演示）",
                        2026,
                        "APPROVED",
                        true,
                        List.of(),
                        List.of(
                                new Window("APPLICATION", TODAY.minusDays(30), TODAY.minusDays(1)),
                                new Window("ACCEPTANCE", TODAY.minusDays(30), TODAY.plusDays(30))),
                        new Weights(30, 0, 70, 0)));
        said.add(new SelectionEvent.Proposed(stamp(programme), UUID.randomUUID(), 3));
        IntStream.range(0, applications)
                .mapToObj(i ->
                        new ApplicationEvent.Returned(
                                stamp(programme),
                                UUID.randomUUID(),
                                UUID.randomUUID(),
                                UUID.randomUUID(),
                                "RED_BASE"))
                .forEach(said::add);
        return said;
    }

    private static Stamp stamp(UUID programme) {
        return new Stamp(UUID.randomUUID(), 1, programme, "party-office", Instant.now());
    }

    private long entries(UUID programme) {
        return jdbc.sql("select count(*) from ledger_entries where programme_id = ?")
                .param(programme)
                .query(Long.class)
                .single();
    }

    private static List<String> texts(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            var texts = new ArrayList<String>();
            for (var file : files.toList()) texts.add(Files.readString(file));
            return texts;
        }
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        var answer = mvc.perform(request.with(auditor.signedIn())).andReturn().getResponse();
        answer.setCharacterEncoding("UTF-8");
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer;
    }
}
