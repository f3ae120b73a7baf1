package cn.sihong.review.appraisals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import cn.sihong.contracts.ApplicationEvent;
import cn.sihong.contracts.AppraisalEvent;
import cn.sihong.contracts.Event;
import cn.sihong.contracts.OrganisationEvent;
import cn.sihong.contracts.ProgrammeEvent;
import cn.sihong.contracts.ProgrammeEvent.Category;
import cn.sihong.contracts.ProgrammeEvent.Weights;
import cn.sihong.contracts.ProgrammeEvent.Window;
import cn.sihong.contracts.Stamp;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.reach.Reach;
import cn.sihong.platform.test.Events;
import cn.sihong.platform.test.Person;
import cn.sihong.platform.test.SihongTest;
import cn.sihong.platform.workbook.Layout;
import cn.sihong.platform.workbook.WorkbookWriter;

import com.jayway.jsonpath.JsonPath;

import io.micrometer.core.instrument.MeterRegistry;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Members, staff and parents of a school say what they think, and nobody learns who said what. */
@SihongTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class AppraisalStoryTest {

    private static final LocalDate TODAY = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{4}(-[0-9A-Z]{4}){3}");

    @Autowired MockMvc mvc;
    @Autowired Events events;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired MeterRegistry meters;

    private final Person office = Person.with(Role.PARTY_OFFICE);
    private final Person discipline = Person.with(Role.DISCIPLINE);
    private final Person officer = Person.with(Role.INFO_OFFICER);
    private final Person neighbour = Person.with(Role.INFO_OFFICER);
    private final UUID school = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private UUID programme = UUID.randomUUID();
    private UUID item = UUID.randomUUID();

    @BeforeAll
    void theSchoolIsKnown() {
        hears(
                registered(school, "星火小学"),
                registered(other, "邻校"),
                new OrganisationEvent.MemberSeated(
                        stamp(2), school, officer.subject(), "info-officer"),
                new OrganisationEvent.MemberSeated(
                        stamp(2), other, neighbour.subject(), "info-officer"));
    }

    @BeforeEach
    void aProgrammeWithOneItemOfTheSchool() {
        programme = UUID.randomUUID();
        item = UUID.randomUUID();
        hears(published(), received());
    }

    @Test
    void membersVoteAndTheCountSaysWhatTheySaid() throws Exception {
        var voters = people(8);
        var id = opened("PARTY_MEMBERS", voters, 0);
        var receipts = new ArrayList<String>();
        for (int i = 0; i < 6; i++)
            receipts.add(
                    votes(id, voters.get(i), i == 5 ? "QUALIFIED" : "EXCELLENT", "NO_KNOWLEDGE"));
        refused(count(id, version(id), null), 409, "still-voting");
        for (int i = 6; i < 8; i++)
            receipts.add(votes(id, voters.get(i), "EXCELLENT", "ABSTAINED"));
        refused(get("/api/public/ballots/" + id + "/receipts"), 409, "not-counted-yet");
        var counted = answer(count(id, version(id), null));
        assertThat(JsonPath.<String>read(counted, "$.state")).isEqualTo("COUNTED");
        assertThat(JsonPath.<Boolean>read(counted, "$.advisory")).isFalse();

        var published = answer(get("/api/public/ballots/" + id + "/receipts"));
        Collections.sort(receipts);
        assertThat(JsonPath.<List<String>>read(published, "$")).isEqualTo(receipts);

        var said = announced(id);
        assertThat(said).hasSize(2);
        assertThat(said.getFirst().applicationId()).isNull();
        assertThat(said.getFirst().satisfaction()).isEqualTo(100_000L);
        assertThat(said.getFirst().excellence()).isEqualTo(87_500L);
        assertThat(said.getLast().applicationId()).isEqualTo(item);
        assertThat(said.getLast().valid()).isEqualTo(6);
        assertThat(said.getLast().satisfaction()).isNull();
        assertThat(said.getLast().eligible()).isEqualTo(8);
        refused(
                cast(id, new Browser(key(id)), "AAAA", "EXCELLENT", "EXCELLENT"),
                409,
                "ballot-not-open");
    }

    @Test
    void aSmallGroupsAnswerStandsNowhere() throws Exception {
        var voters = people(9);
        var id = opened("STAFF", voters, 0);
        for (int i = 0; i < 9; i++)
            votes(id, voters.get(i), i < 2 ? "UNQUALIFIED" : "EXCELLENT", "EXCELLENT");
        answer(count(id, version(id), null));
        for (var reader : List.of(office, discipline, officer)) {
            var protocol = answer(as(reader, get("/api/appraisals/" + id + "/protocol")));
            Map<String, Integer> grades = JsonPath.read(protocol, "$.subjects[0].shown.grades");
            assertThat(grades.values()).allMatch(count -> count >= 5);
            assertThat(grades).doesNotContainKey("UNQUALIFIED");
        }
        refused(
                as(neighbour, get("/api/appraisals/" + id + "/protocol")),
                404,
                "no-such-appraisal");
    }

    @Test
    void eachMemberGetsOneTokenAndALostAnswerCostsNobodyAVote() throws Exception {
        var voters = people(5);
        var id = opened("PARTY_MEMBERS", voters, 0);
        var browser = new Browser(key(id));
        var first = answer(asks(id, voters.getFirst(), browser));
        assertThat(answer(asks(id, voters.getFirst(), browser))).isEqualTo(first);
        refused(asks(id, voters.getFirst(), new Browser(key(id))), 409, "already-collected");
        refused(asks(id, Person.with(Role.INSPECTOR), browser), 403, "not-on-the-roll");
        assertThat(
                        JsonPath.<List<String>>read(
                                answer(as(voters.getLast(), get("/api/ballots/mine"))),
                                "$[*].appraisalId"))
                .contains(id.toString());
    }

    @Test
    void aThousandUsesOfOneTokenAtOnceGiveOneBallot() throws Exception {
        var voters = people(5);
        var id = opened("PARTY_MEMBERS", voters, 0);
        var browser = new Browser(key(id));
        var token =
                browser.token(
                        JsonPath.read(answer(asks(id, voters.getFirst(), browser)), "$.signature"));
        var tries =
                Collections.<Callable<Integer>>nCopies(
                        1_000, () -> status(cast(id, browser, token, "EXCELLENT", "EXCELLENT")));
        List<Integer> answers = new ArrayList<>();
        try (var together = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : together.invokeAll(tries)) answers.add(answer.get());
        }
        assertThat(answers.stream().filter(status -> status == 200)).hasSize(1);
        assertThat(answers).allMatch(status -> status == 200 || status == 409 || status == 503);
        assertThat(inBox(id)).isOne();
    }

    @Test
    void aTokenOfOneAppraisalIsNoGoodInAnother() throws Exception {
        var voters = people(5);
        var one = opened("PARTY_MEMBERS", voters, 0);
        var another = opened("STAFF", voters, 0);
        var browser = new Browser(key(one));
        var token =
                browser.token(
                        JsonPath.read(
                                answer(asks(one, voters.getFirst(), browser)), "$.signature"));
        refused(cast(another, browser, token, "EXCELLENT", "EXCELLENT"), 422, "token-not-genuine");
        refused(cast(one, browser, token, "EXCELLENT"), 422, "invalid-input");
        refused(cast(one, browser, token, "EXCELLENT", "INVALID"), 422, "invalid-input");
        refused(
                cast(one, new Browser(key(one)), token, "EXCELLENT", "EXCELLENT"),
                422,
                "token-not-genuine");
        assertThat(inBox(one)).isZero();
        assertThat(inBox(another)).isZero();
    }

    @Test
    void parentsVoteWithCodesThatNobodyKnows() throws Exception {
        var id = planned("PARENTS");
        answer(
                json(
                        officer,
                        put("/api/appraisals/" + id + "/parents"),
                        "{\"version\":1,\"count\":20}"));
        answer(move(office, id, "open", 2));
        var codes = codes(id, 12);
        assertThat(codes).doesNotHaveDuplicates().hasSize(12);
        refused(
                json(office, post("/api/appraisals/" + id + "/codes"), "{\"count\":9}"),
                409,
                "too-many-codes");
        for (var code : codes) {
            var browser = new Browser(key(id));
            var token =
                    browser.token(
                            JsonPath.read(answer(exchanges(id, code, browser)), "$.signature"));
            answer(cast(id, browser, token, "QUALIFIED", "QUALIFIED"));
            refused(exchanges(id, code, new Browser(key(id))), 403, "no-such-code");
        }
        refused(exchanges(id, "AAAA-AAAA-AAAA-AAAA", new Browser(key(id))), 403, "no-such-code");
        assertThat(inBox(id)).isEqualTo(12);
    }

    @Test
    void aRehearsalIsWipedByOneClickAndSaysNothingToAnybody() throws Exception {
        var voters = people(5);
        var id = planned("STAFF");
        answer(roll(id, 1, voters, 2));
        answer(move(office, id, "rehearse", 2));
        for (var voter : voters) votes(id, voter, "UNQUALIFIED", "UNQUALIFIED");
        codes(id, 2);
        refused(count(id, 3, null), 409, null);
        answer(move(office, id, "wipe", 3));
        refused(get("/api/public/ballots/" + id), 404, "no-such-ballot");
        for (var table :
                List.of("ballot_boxes", "issuing_desks", "appraisal_subjects", "paper_counts"))
            assertThat(
                            everything(
                                    "select count(*) from %s where appraisal_id = '%s'"
                                            .formatted(table, id)))
                    .isZero();
        assertThat(heardOf(id)).isEmpty();
        answer(move(office, id, "open", 4));
        for (var voter : voters) votes(id, voter, "EXCELLENT", "EXCELLENT");
        await().untilAsserted(() -> assertThat(heardOf(id)).containsExactly("appraisal.opened.v1"));
    }

    @Test
    void whereTooFewTookPartItIsRepeatedOrForReferenceOnly() throws Exception {
        var voters = people(10);
        var id = opened("PARTY_MEMBERS", voters, 0);
        for (int i = 0; i < 4; i++) votes(id, voters.get(i), "EXCELLENT", "EXCELLENT");
        votingIsOver(id);
        refused(count(id, version(id), null), 409, "turnout-too-low");
        assertThat(inBox(id)).isEqualTo(4);
        answer(count(id, version(id), "REPEAT"));
        assertThat(announced(id)).isEmpty();
        refused(count(id, version(id), "ADVISORY"), 409, "already-done");

        var again = opened("PARTY_MEMBERS", voters, 0);
        for (int i = 0; i < 4; i++) votes(again, voters.get(i), "EXCELLENT", "EXCELLENT");
        votingIsOver(again);
        answer(count(again, version(again), "ADVISORY"));
        assertThat(announced(again)).allMatch(AppraisalEvent.Counted::advisory).hasSize(2);
    }

    @Test
    void paperCountsWhenTwoPeopleReadTheSame() throws Exception {
        var voters = people(6);
        var id = opened("STAFF", voters, 3);
        for (int i = 0; i < 5; i++) votes(id, voters.get(i), "EXCELLENT", "EXCELLENT");
        var last = rollEntry(id, voters.getLast());
        answer(
                json(
                        discipline,
                        post("/api/appraisals/" + id + "/paper"),
                        "{\"entries\":[\"%s\"],\"unnamed\":3}".formatted(last)));
        refused(asks(id, voters.getLast(), new Browser(key(id))), 409, "already-collected");
        refused(
                json(
                        office,
                        post("/api/appraisals/" + id + "/paper"),
                        "{\"entries\":[],\"unnamed\":1}"),
                409,
                "too-many-codes");

        var sheets =
                "[\"EXCELLENT\",\"ABSTAINED\"],[\"INVALID\",\"INVALID\"],[\"EXCELLENT\",\"EXCELLENT\"],[\"NO_KNOWLEDGE\",\"QUALIFIED\"]";
        answer(reads(office, id, sheets));
        refused(count(id, version(id), null), 409, "paper-disagrees");
        var differing = answer(reads(discipline, id, sheets.replaceFirst("INVALID", "QUALIFIED")));
        assertThat(JsonPath.<List<Integer>>read(differing, "$.differences")).containsExactly(2);
        refused(reads(Person.with(Role.DISCIPLINE), id, sheets), 409, "two-readers-only");
        refused(count(id, version(id), null), 409, "paper-disagrees");
        assertThat(JsonPath.<Boolean>read(answer(reads(discipline, id, sheets)), "$.agreed"))
                .isTrue();
        refused(reads(office, id, sheets + "," + sheets), 422, "invalid-input");
        answer(count(id, version(id), null));
        var protocol = answer(as(office, get("/api/appraisals/" + id + "/protocol")));
        assertThat(JsonPath.<Integer>read(protocol, "$.eligible")).isEqualTo(9);
        assertThat(JsonPath.<Integer>read(protocol, "$.issued")).isEqualTo(9);
        assertThat(JsonPath.<Integer>read(protocol, "$.returned")).isEqualTo(9);
        assertThat(JsonPath.<Integer>read(protocol, "$.subjects[0].invalid")).isOne();
        assertThat(JsonPath.<Integer>read(protocol, "$.subjects[1].abstained")).isOne();
        assertThat(JsonPath.<Integer>read(protocol, "$.subjects[0].shown.valid")).isEqualTo(8);
    }

    @Test
    void aRollIsTheSchoolsOwnAndEachFaultIsNamed() throws Exception {
        var id = planned("STAFF");
        refused(
                json(
                        neighbour,
                        put("/api/appraisals/" + id + "/roll"),
                        "{\"version\":1,\"entries\":[]}"),
                404,
                "no-such-appraisal");
        refused(as(neighbour, get("/api/appraisals/" + id + "/roll")), 404, "no-such-appraisal");
        var wrong =
                answer(
                        json(
                                officer,
                                put("/api/appraisals/" + id + "/roll"),
                                """
                                {"version":1,"entries":[{"name":"张三","username":"zs"},{"name":"张三"},
                                 {"name":"","username":"zs"},{"name":"13800000000"}]}\
                                """),
                        422);
        assertThat(JsonPath.<List<String>>read(wrong, "$.errors[*].field"))
                .containsExactlyInAnyOrder(
                        "entries[1].name",
                        "entries[2].name",
                        "entries[2].username",
                        "entries[3].name");
        assertThat(
                        JsonPath.<List<String>>read(
                                answer(as(officer, get("/api/appraisals/" + id + "/roll"))), "$"))
                .isEmpty();
        refused(move(office, id, "open", 1), 409, "nobody-to-ask");
        refused(
                json(
                        officer,
                        put("/api/appraisals/" + id + "/parents"),
                        "{\"version\":1,\"count\":3}"),
                422,
                "invalid-input");
        refused(plan(UUID.randomUUID(), "STAFF"), 409, "already-planned");
        answer(plan(id, "STAFF"));
    }

    /** Invariant 14: every table, column, log line and measurement, while people vote. */
    @Test
    void nothingJoinsAVoterAndABallot(CapturedOutput log) throws Exception {
        var voters = people(12);
        var id = opened("PARTY_MEMBERS", voters, 2);
        var slips = codes(id, 2);
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(heardOf(id)).isNotEmpty());
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() ->
                        assertThat(texts("select count(*) from outbox")).containsExactly("0"));
        var start = log.getAll().length();

        var ofVoters = new ArrayList<String>();
        var ofBallots = new ArrayList<String>();
        var tokens = new LinkedHashMap<Browser, String>();
        var before = dump();
        for (var voter : voters) {
            var browser = new Browser(key(id));
            tokens.put(
                    browser,
                    browser.token(JsonPath.read(answer(asks(id, voter, browser)), "$.signature")));
            ofVoters.addAll(
                    List.of(
                            voter.subject().toString(),
                            voter.username(),
                            rollEntry(id, voter).toString(),
                            browser.blinded()));
        }
        for (var slip : slips) {
            var browser = new Browser(key(id));
            tokens.put(
                    browser,
                    browser.token(
                            JsonPath.read(answer(exchanges(id, slip, browser)), "$.signature")));
            ofVoters.addAll(List.of(slip, browser.blinded()));
        }
        var issued = dump();
        assertThat(changed(before, issued, id)).containsExactly("issuing_desks");
        for (var token : tokens.entrySet()) {
            var receipt =
                    answer(
                            cast(
                                    id,
                                    token.getKey(),
                                    token.getValue(),
                                    "BARELY_QUALIFIED",
                                    "UNQUALIFIED"));
            ofBallots.addAll(
                    List.of(
                            JsonPath.<String>read(receipt, "$.receipt"),
                            token.getKey().prepared(),
                            token.getValue()));
        }
        var voted = dump();
        assertThat(changed(issued, voted, id)).containsExactly("ballot_boxes");

        for (var table : voted.entrySet())
            for (var row : table.getValue())
                assertThat(
                                ofVoters.stream().anyMatch(row::contains)
                                        && ofBallots.stream().anyMatch(row::contains))
                        .as(table.getKey())
                        .isFalse();
        assertThat(log.getAll().substring(start))
                .doesNotContain(ofVoters)
                .doesNotContain(ofBallots)
                .doesNotContain(id.toString());
        assertThat(meters.find("http.server.requests").meters())
                .noneMatch(
                        meter -> String.valueOf(meter.getId().getTag("uri")).contains("/ballots"));
        assertThat(
                        jdbc.sql("select action from audit where about_id = ?")
                                .param(id.toString())
                                .query(String.class)
                                .list())
                .containsExactlyInAnyOrder(
                        "appraisal.plan",
                        "appraisal.set-roll",
                        "appraisal.open",
                        "appraisal.print-codes");
    }

    @Test
    void noColumnOfDeskBoxOrRollKnowsATimeOrAnOrder() {
        var columns =
                jdbc.sql(
                                """
                                select table_name || '.' || column_name || ' ' || data_type from information_schema.columns
                                where table_name in ('ballot_boxes', 'issuing_desks', 'roll_entries', 'paper_counts')
                                  and (data_type like 'time%' or is_identity = 'YES' or column_default like 'nextval%'
                                       or column_default like '%now%')
                                """)
                        .query(String.class)
                        .list();
        assertThat(columns).isEmpty();
        // one row an appraisal: PostgreSQL's own marks (xmin, ctid) are those of the last ballot of
        // all
        assertThat(
                        jdbc.sql(
                                        """
                                        select conrelid::regclass::text from pg_constraint
                                        where contype = 'p' and array_length(conkey, 1) = 1
                                          and conrelid in ('ballot_boxes'::regclass, 'issuing_desks'::regclass)
                                          and conkey[1] = (select attnum from pg_attribute
                                                           where attrelid = conrelid and attname = 'appraisal_id')
                                        """)
                                .query(String.class)
                                .list())
                .containsExactlyInAnyOrder("ballot_boxes", "issuing_desks");
    }

    private UUID planned(String electorate) throws Exception {
        var id = UUID.randomUUID();
        answer(plan(id, electorate));
        return id;
    }

    private MockHttpServletRequestBuilder plan(UUID id, String electorate) {
        return json(
                office,
                post("/api/appraisals"),
                """
                {"programmeId":"%s","opensOn":"%s","closesOn":"%s",
                 "appraisals":[{"id":"%s","schoolId":"%s","electorate":"%s"}]}\
                """
                        .formatted(
                                programme,
                                TODAY.minusDays(1),
                                TODAY.plusDays(6),
                                id,
                                school,
                                electorate));
    }

    @Test
    void aRollIsTakenFromAWorkbookOnlyWhenEveryRowIsRight() throws Exception {
        var id = planned("STAFF");
        var wrong =
                answer(
                        workbook(
                                id,
                                false,
                                List.of(
                                        List.of("张三", "zs"),
                                        List.of("张三", ""),
                                        List.of("", "zs"),
                                        List.of("13800000000", ""))),
                        422);
        assertThat(JsonPath.<List<String>>read(wrong, "$.errors[*].field"))
                .containsExactlyInAnyOrder("名册!A3", "名册!A4", "名册!B4", "名册!A5");
        var right = List.of(List.of(" 欧阳𬱟 ", "oyh"), List.of("没有账号的人", ""));
        assertThat(answer(as(officer, get("/api/tasks/review")))).contains("/app/appraisals/" + id);

        var checked = answer(workbook(id, true, right));

        assertThat(JsonPath.<Integer>read(checked, "$.people")).isEqualTo(2);
        assertThat(JsonPath.<Integer>read(checked, "$.withAccount")).isOne();
        assertThat(rollOf(id)).isEmpty();
        answer(workbook(id, false, right));
        assertThat(rollOf(id)).containsExactlyInAnyOrder("欧阳𬱟", "没有账号的人");
        assertThat(answer(as(officer, get("/api/tasks/review"))))
                .doesNotContain("/app/appraisals/" + id);
        refused(workbook(id, false, right), 409, "stale-version");
        refused(
                workbook(planned("PARENTS"), false, List.of(List.of("家长", ""))),
                422,
                "invalid-input");
    }

    private List<String> rollOf(UUID id) throws Exception {
        return JsonPath.read(
                answer(as(officer, get("/api/appraisals/" + id + "/roll"))), "$[*].name");
    }

    private MockHttpServletRequestBuilder workbook(UUID id, boolean dryRun, List<List<String>> rows)
            throws Exception {
        var roll = Layout.of("名册", "姓名", "用户名");
        var bytes = new ByteArrayOutputStream();
        WorkbookWriter.write(bytes, List.of(roll), Map.of(roll, rows));
        return as(
                officer,
                post("/api/appraisals/" + id + "/roll/import")
                        .param("version", "1")
                        .param("dryRun", String.valueOf(dryRun))
                        .contentType(WorkbookWriter.XLSX)
                        .content(bytes.toByteArray()));
    }

    private UUID opened(String electorate, List<Person> voters, int withoutAccount)
            throws Exception {
        var id = planned(electorate);
        answer(roll(id, 1, voters, withoutAccount));
        answer(move(office, id, "open", 2));
        return id;
    }

    private MockHttpServletRequestBuilder roll(
            UUID id, long version, List<Person> voters, int withoutAccount) {
        var entries =
                Stream.concat(
                                voters.stream()
                                        .map(voter ->
                                                "{\"name\":\"%s\",\"username\":\"%s\"}"
                                                        .formatted(
                                                                "人"
                                                                        + voter.subject()
                                                                                .toString()
                                                                                .substring(0, 8),
                                                                voter.username())),
                                IntStream.range(0, withoutAccount)
                                        .mapToObj("{\"name\":\"无账号%d\"}"::formatted))
                        .collect(Collectors.joining(","));
        return json(
                officer,
                put("/api/appraisals/" + id + "/roll"),
                "{\"version\":%d,\"entries\":[%s]}".formatted(version, entries));
    }

    private String votes(UUID id, Person voter, String... marks) throws Exception {
        var browser = new Browser(key(id));
        var token = browser.token(JsonPath.read(answer(asks(id, voter, browser)), "$.signature"));
        return JsonPath.read(answer(cast(id, browser, token, marks)), "$.receipt");
    }

    private MockHttpServletRequestBuilder asks(UUID id, Person voter, Browser browser) {
        return json(
                voter,
                post("/api/ballots/" + id + "/token"),
                "{\"blinded\":\"%s\"}".formatted(browser.blinded()));
    }

    private static MockHttpServletRequestBuilder exchanges(UUID id, String code, Browser browser) {
        return post("/api/public/ballots/" + id + "/token")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"code\":\"%s\",\"blinded\":\"%s\"}".formatted(code, browser.blinded()));
    }

    /** Without signing in. */
    private static MockHttpServletRequestBuilder cast(
            UUID id, Browser browser, String token, String... marks) {
        return post("/api/public/ballots/" + id)
                .contentType(MediaType.APPLICATION_JSON)
                .content(
                        "{\"prepared\":\"%s\",\"signature\":\"%s\",\"marks\":[%s]}"
                                .formatted(
                                        browser.prepared(),
                                        token,
                                        Stream.of(marks)
                                                .map("\"%s\""::formatted)
                                                .collect(Collectors.joining(","))));
    }

    private static MockHttpServletRequestBuilder reads(Person reader, UUID id, String sheets) {
        return json(
                reader,
                put("/api/appraisals/" + id + "/paper"),
                "{\"sheets\":[%s]}".formatted(sheets));
    }

    private MockHttpServletRequestBuilder count(
            UUID id, long version, @org.jspecify.annotations.Nullable String low) {
        var choice = low == null ? "" : ",\"lowTurnout\":\"%s\"".formatted(low);
        return json(
                office,
                post("/api/appraisals/" + id + "/count"),
                "{\"version\":%d%s}".formatted(version, choice));
    }

    private List<String> codes(UUID id, int count) throws Exception {
        var answer =
                perform(
                        json(
                                office,
                                post("/api/appraisals/" + id + "/codes"),
                                "{\"count\":%d}".formatted(count)));
        assertThat(answer.getStatus()).isEqualTo(200);
        try (var pdf = Loader.loadPDF(answer.getContentAsByteArray())) {
            var text = new PDFTextStripper().getText(pdf);
            assertThat(text).contains("星火小学", "编码只能用一次");
            return CODE.matcher(text).results().map(found -> found.group()).toList();
        }
    }

    private String key(UUID id) throws Exception {
        return JsonPath.read(answer(get("/api/public/ballots/" + id)), "$.publicKey");
    }

    private long version(UUID id) throws Exception {
        var list = answer(as(office, get("/api/appraisals?programme=" + programme)));
        return JsonPath.<List<Integer>>read(list, "$[?(@.id == '%s')].version".formatted(id))
                .getFirst();
    }

    private void votingIsOver(UUID id) {
        Reach.everything()
                .<Object>during(() ->
                        transaction.execute(status -> {
                            for (var table :
                                    Map.of(
                                                    "appraisals",
                                                    "id",
                                                    "ballot_boxes",
                                                    "appraisal_id",
                                                    "issuing_desks",
                                                    "appraisal_id")
                                            .entrySet())
                                jdbc.sql(
                                                "update %s set opens_on = ?, closes_on = ? where %s = ?"
                                                        .formatted(
                                                                table.getKey(), table.getValue()))
                                        .params(TODAY.minusDays(9), TODAY.minusDays(1), id)
                                        .update();
                            return id;
                        }));
    }

    private UUID rollEntry(UUID id, Person voter) {
        return UUID.fromString(
                texts(
                                "select id::text from roll_entries where appraisal_id = '%s' and username = '%s'"
                                        .formatted(id, voter.username()))
                        .getFirst());
    }

    private int inBox(UUID id) {
        return everything(
                "select cardinality(receipts) from ballot_boxes where appraisal_id = '%s'"
                        .formatted(id));
    }

    private int everything(String sql) {
        return Integer.parseInt(texts(sql).getFirst());
    }

    private List<String> texts(String sql) {
        return Reach.everything()
                .during(() ->
                        transaction.execute(status -> jdbc.sql(sql).query(String.class).list()));
    }

    /** Every row of every table as text. */
    private Map<String, List<String>> dump() {
        var tables =
                texts(
                        "select tablename::text from pg_tables where schemaname = 'public' and tablename <> 'flyway_schema_history' order by 1");
        var rows = new TreeMap<String, List<String>>();
        for (var table : tables)
            rows.put(table, texts("select t::text from %s as t order by 1".formatted(table)));
        return rows;
    }

    /**
     * The tables in which a row speaks of this appraisal, or is new and speaks of anything at all.
     */
    private static List<String> changed(
            Map<String, List<String>> before, Map<String, List<String>> after, UUID id) {
        return after.keySet().stream()
                .filter(table -> !about(before.get(table), id).equals(about(after.get(table), id)))
                .toList();
    }

    private static List<String> about(List<String> rows, UUID id) {
        return rows.stream().filter(row -> row.contains(id.toString())).toList();
    }

    /** What others heard of an appraisal: the ledger hears all. */
    private List<String> heardOf(UUID id) {
        return texts(
                "select type from ledger_entries where content like '%%%s%%' order by sequence"
                        .formatted(id));
    }

    private List<AppraisalEvent.Counted> announced(UUID id) {
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() ->
                        assertThat(texts("select count(*) from outbox")).containsExactly("0"));
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(heardOf(id)).contains("appraisal.opened.v1"));
        var json = tools.jackson.databind.json.JsonMapper.builder().build();
        var expected =
                texts("select state from appraisals where id = '%s'".formatted(id))
                                .getFirst()
                                .equals("COUNTED")
                        ? 2
                        : 0;
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(heardOf(id)).hasSize(1 + expected));
        return texts(
                        "select content from ledger_entries where type = 'appraisal.counted.v1' and content like '%%%s%%' order by sequence"
                                .formatted(id))
                .stream()
                .map(content ->
                        (AppraisalEvent.Counted) json.readValue(content, AppraisalEvent.class))
                .toList();
    }

    private void hears(Event... said) {
        for (var event : said) events.say(event);
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() ->
                        assertThat(said)
                                .allMatch(event ->
                                        events.heardBy("register", event.stamp().eventId())));
    }

    private static List<Person> people(int count) {
        return IntStream.range(0, count).mapToObj(i -> Person.with(Role.INSPECTOR)).toList();
    }

    private static MockHttpServletRequestBuilder move(
            Person by, UUID id, String move, long version) {
        return json(
                by,
                post("/api/appraisals/" + id + "/" + move),
                "{\"version\":%d}".formatted(version));
    }

    private static MockHttpServletRequestBuilder json(
            Person by, MockHttpServletRequestBuilder request, String body) {
        return as(by, request).contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private static MockHttpServletRequestBuilder as(
            Person by, MockHttpServletRequestBuilder request) {
        return request.with(by.signedIn());
    }

    private String answer(MockHttpServletRequestBuilder request) throws Exception {
        return answer(request, 200);
    }

    private String answer(MockHttpServletRequestBuilder request, int status) throws Exception {
        var answer = perform(request);
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(status);
        return answer.getContentAsString();
    }

    private int status(MockHttpServletRequestBuilder request) throws Exception {
        return perform(request).getStatus();
    }

    private MockHttpServletResponse perform(MockHttpServletRequestBuilder request)
            throws Exception {
        var answer = mvc.perform(request).andReturn().getResponse();
        answer.setCharacterEncoding("UTF-8");
        return answer;
    }

    private void refused(
            MockHttpServletRequestBuilder request,
            int status,
            @org.jspecify.annotations.Nullable String code)
            throws Exception {
        var refusal = answer(request, status);
        if (code != null) assertThat(JsonPath.<String>read(refusal, "$.code")).isEqualTo(code);
    }

    private ProgrammeEvent published() {
        return new ProgrammeEvent.Published(
                stamp(1),
                programme,
                "2026年度四红创建（演示）",
                2026,
                "APPROVED",
                true,
                List.of(new Category("RED_BASE", "红色基地", 1, 1, 10)),
                List.of(new Window("APPRAISAL", TODAY.minusDays(30), TODAY.plusDays(30))),
                new Weights(30, 0, 70, 0));
    }

    private OrganisationEvent registered(UUID id, String name) {
        return new OrganisationEvent.Registered(
                stamp(1),
                id,
                "XX" + id.toString().substring(0, 6),
                name,
                "SCHOOL",
                "PRIMARY",
                id,
                id);
    }

    private ApplicationEvent received() {
        return new ApplicationEvent.Received(
                stamp(4),
                item,
                school,
                school,
                "RED_BASE",
                "2026-JD-" + item,
                "星火展厅",
                "概要",
                "RECOMMENDED",
                1);
    }

    private Stamp stamp(long version) {
        return new Stamp(UUID.randomUUID(), version, programme, "party-office", Instant.now());
    }
}
