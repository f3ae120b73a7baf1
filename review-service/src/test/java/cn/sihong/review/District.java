package cn.sihong.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.reach.Reach;
import cn.sihong.platform.test.Person;

import com.jayway.jsonpath.JsonPath;

import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A district whose schools judge each other: four units of six schools, each with a peer reviewer,
 * a secretary and an application of each kind. As long as it is open, no other school is there.
 */
public final class District implements AutoCloseable {

    public static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    public static final int SCHOOLS = 24;
    private static final int UNITS = 4;
    private static final List<String> CATEGORIES =
            List.of("RED_GARDENER", "RED_READING_ROOM", "RED_CLASSROOM", "RED_BASE");

    /** A school and its people. */
    public record School(UUID id, UUID unit, String name, Person peer, Person secretary) {}

    public final Person office = Person.with(Role.PARTY_OFFICE);
    public final Person discipline = Person.with(Role.DISCIPLINE);
    public final Person group = Person.with(Role.PARTY_GROUP_MEMBER);
    public final List<School> schools = new ArrayList<>();
    public final List<UUID> units = new ArrayList<>();
    private final MockMvc mvc;
    private final JdbcClient jdbc;

    private final TransactionTemplate transaction;

    private District(MockMvc mvc, JdbcClient jdbc, TransactionTemplate transaction) {
        this.mvc = mvc;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** The bureau alone, beside whatever schools there are. */
    public static District office(MockMvc mvc, JdbcClient jdbc, TransactionTemplate transaction) {
        return new District(mvc, jdbc, transaction);
    }

    public static District open(MockMvc mvc, JdbcClient jdbc, TransactionTemplate transaction) {
        var district = new District(mvc, jdbc, transaction);
        jdbc.sql(
                        "update organisations set kind = 'AWAY ' || kind where kind in ('SCHOOL', 'DIRECT_UNIT')")
                .update();
        for (int i = 0; i < UNITS; i++) district.units.add(UUID.randomUUID());
        for (int i = 0; i < UNITS; i++)
            district.organisation(
                    district.units.get(i), "云岭区翠湖%d街道教育中心".formatted(i), "STREET_CENTER", null);
        for (int i = 0; i < SCHOOLS; i++) district.settle(i);
        return district;
    }

    @Override
    public void close() {
        jdbc.sql("update organisations set kind = 'GONE' where id = any (?::uuid[])")
                .param(schools.stream().map(it -> it.id().toString()).toArray(String[]::new))
                .update();
        jdbc.sql("update organisations set kind = substr(kind, 6) where kind like 'AWAY %'")
                .update();
    }

    /** A programme of this year, each school with one application of each kind. */
    public UUID programme() {
        return programme(2026, true);
    }

    public UUID programme(int year, boolean withApplications) {
        var id = UUID.randomUUID();
        jdbc.sql("insert into programmes values (?, '2026年度四红创建', ?, 1)").params(id, year).update();
        for (var stage : List.of("MUTUAL_REVIEW", "ACCEPTANCE"))
            jdbc.sql("insert into programme_windows values (?, ?, ?, ?)")
                    .params(id, stage, TODAY.minusDays(30), TODAY.plusDays(30))
                    .update();
        if (withApplications)
            for (var school : schools) for (var category : CATEGORIES) apply(id, school, category);
        return id;
    }

    public UUID apply(UUID programme, School school, String category) {
        var id = UUID.randomUUID();
        jdbc.sql("insert into applications values (?, ?, ?, ?, ?, ?, ?, 'RECOMMENDED', 1)")
                .params(id, programme, school.id(), category, "N-" + id)
                .params(school.name() + "的" + category, "在" + school.name() + "开展，" + category)
                .update();
        return id;
    }

    /** Prepared, committed, witnessed, drawn, inspected, released. */
    public UUID released(UUID programme) {
        var round = drawn(programme);
        answer(
                json(
                        discipline,
                        post("/api/mutual-reviews/" + round + "/inspect"),
                        "{\"version\":3,\"note\":\"复算一致\"}"),
                200);
        answer(move(office, "/api/mutual-reviews/" + round + "/release", 4), 200);
        return round;
    }

    public UUID drawn(UUID programme) {
        var round = committed(programme);
        witness(round, discipline, "07 11 23", "31642");
        witness(round, group, "07 11 23", "25516");
        answer(move(office, "/api/mutual-reviews/" + round + "/draw", 2), 200);
        return round;
    }

    public UUID committed(UUID programme) {
        var round = prepared(programme);
        answer(commit(round, 1), 200);
        return round;
    }

    public MockHttpServletRequestBuilder commit(UUID round, long version) {
        return json(
                office,
                post("/api/mutual-reviews/" + round + "/commit"),
                "{\"version\":%d,\"seedSource\":\"公证处当日摇号\"}".formatted(version));
    }

    public UUID prepared(UUID programme) {
        var round = UUID.randomUUID();
        answer(
                json(
                        office,
                        post("/api/mutual-reviews"),
                        "{\"id\":\"%s\",\"programmeId\":\"%s\",\"k\":5}"
                                .formatted(round, programme)),
                200);
        return round;
    }

    public void witness(UUID round, Person person, String seed, String dice) {
        answer(sight(round, person, seed, dice), 200);
    }

    public MockHttpServletRequestBuilder sight(
            UUID round, Person person, String seed, String dice) {
        return json(
                person,
                post("/api/mutual-reviews/" + round + "/witness"),
                "{\"seed\":\"%s\",\"dice\":\"%s\"}".formatted(seed, dice));
    }

    /** The sheets a school has to fill. */
    public List<Map<String, Object>> sheets(School school, UUID programme) {
        return JsonPath.read(
                answer(
                        as(
                                school.peer(),
                                get("/api/score-sheets?limit=200&programme=" + programme)),
                        200),
                "$.items[*]");
    }

    /** Fills a sheet with this share of the full points, and locks it. */
    public void judges(School school, String sheet, double share) {
        fills(school, sheet, share);
        answer(move(school.peer(), "/api/score-sheets/" + sheet + "/lock", 2), 200);
    }

    public void fills(School school, String sheet, double share) {
        var page = answer(as(school.peer(), get("/api/score-sheets/" + sheet)), 200);
        List<Map<String, Object>> items = JsonPath.read(page, "$.items[*]");
        String programme = JsonPath.read(page, "$.programmeId");
        var said =
                items.stream()
                        .map(item ->
                                "{\"applicationId\":\"%s\",\"points\":%s,\"comment\":\"评语%s\"}"
                                        .formatted(
                                                item.get("applicationId"),
                                                points(
                                                        programme,
                                                        (String) item.get("category"),
                                                        share),
                                                Integer.toHexString(
                                                        (school.id() + sheet).hashCode())))
                        .collect(Collectors.joining(",", "[", "]"));
        answer(
                json(
                        school.peer(),
                        put("/api/score-sheets/" + sheet),
                        "{\"version\":1,\"comment\":\"总体扎实\",\"items\":%s}".formatted(said)),
                200);
    }

    private final Map<String, String> rubrics = new LinkedHashMap<>();

    /** All criteria at this share, in steps of half a point. */
    public String points(String programme, String category, double share) {
        var book =
                rubrics.computeIfAbsent(
                        programme,
                        it -> answer(as(office, get("/api/rubrics?programme=" + it)), 200));
        List<Map<String, Object>> criteria =
                JsonPath.read(book, "$[?(@.category == '%s')].criteria[*]".formatted(category));
        return criteria.stream()
                .map(it ->
                        "\"%s\":%d"
                                .formatted(
                                        it.get("code"),
                                        (int)
                                                        (((Number) it.get("maxPoints")).intValue()
                                                                * share
                                                                / 500)
                                                * 500))
                .collect(Collectors.joining(",", "{", "}"));
    }

    /**
     * Everybody fills and locks everything that is open, at a share of their own. Straight into the
     * tables: over HTTP it would be a thousand calls.
     */
    public void everybodyJudges(UUID programme) {
        everything(() -> {
            jdbc.sql(
                            "insert into rubric_copies values (repeat('a', 64), 'planted') on conflict do nothing")
                    .update();
            jdbc.sql(
                            ITEMS
                                    + """
                                    insert into score_comments
                                    select sheet, reviewing, application, '评语' || md5(sheet::text), repeat('a', 64)
                                    from items on conflict do nothing
                                    """)
                    .param(programme)
                    .update();
            jdbc.sql(
                            ITEMS
                                    + """
                                    insert into score_points
                                    select sheet, reviewing, application, c.rubric_id, c.code, c.max_points,
                                           (c.max_points * (850 + 5 * (abs(hashtext(reviewing::text)) % 10)) / 1000 / 500 * 500)
                                    from items
                                    join rubrics r on r.subject = category and r.edition = 1
                                    join criteria c on c.rubric_id = r.id
                                    on conflict do nothing
                                    """)
                    .param(programme)
                    .update();
            return jdbc.sql(
                            """
                            update score_sheets
                            set state = 'LOCKED', locked_at = now(), comment = '总体扎实', version = version + 1
                            where state = 'OPEN' and programme_id = ?
                            """)
                    .param(programme)
                    .update();
        });
    }

    private static final String ITEMS =
            """
            with items as (
                select s.id as sheet, s.reviewing_school_id as reviewing, a.id as application, a.category
                from due_sheets s
                join applications_in_review a on a.programme_id = s.programme_id and a.school_id = s.judged_school_id
                     and case when s.application_id is null
                              then (a.category in ('RED_GARDENER', 'RED_CLASSROOM')) = (s.kind = 'PAPER')
                              else a.id = s.application_id end
                where s.state = 'OPEN' and s.programme_id = ?)
            """;

    /** Does something with eyes that reach everything. */
    public <T> T everything(java.util.function.Supplier<T> deed) {
        return Reach.everything().during(() -> transaction.execute(status -> deed.get()));
    }

    public MockHttpServletRequestBuilder move(Person by, String path, long version) {
        return json(by, post(path), "{\"version\":%d}".formatted(version));
    }

    public MockHttpServletRequestBuilder json(
            Person by, MockHttpServletRequestBuilder request, String body) {
        return as(by, request).contentType(MediaType.APPLICATION_JSON).content(body);
    }

    public static MockHttpServletRequestBuilder as(
            Person by, MockHttpServletRequestBuilder request) {
        return request.with(by.signedIn());
    }

    public String answer(MockHttpServletRequestBuilder request, int status) {
        try {
            var answer = mvc.perform(request).andReturn().getResponse();
            answer.setCharacterEncoding("UTF-8");
            assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(status);
            return answer.getContentAsString();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    public void refused(MockHttpServletRequestBuilder request, int status, String code) {
        assertThat(JsonPath.<String>read(answer(request, status), "$.code")).isEqualTo(code);
    }

    public School school(Object id) {
        return schools.stream()
                .filter(it -> it.id().toString().equals("" + id))
                .findFirst()
                .orElseThrow();
    }

    private void settle(int i) {
        var school =
                new School(
                        UUID.randomUUID(),
                        units.get(i % UNITS),
                        "云岭区滇池%d小学".formatted(100 + i),
                        Person.with(Role.PEER_REVIEWER),
                        Person.with(Role.SCHOOL_SECRETARY));
        schools.add(school);
        organisation(school.id(), school.name(), "SCHOOL", school.unit());
        seat(school.peer().subject(), school.id(), "peer-reviewer", true, 0);
        seat(school.secretary().subject(), school.id(), "school-secretary", true, 0);
    }

    private void organisation(
            UUID id, String name, String kind, @org.jspecify.annotations.Nullable UUID unit) {
        jdbc.sql(
                        "insert into organisations (id, name, kind, version, unit_id, parent_id) values (?, ?, ?, 1, ?, ?)")
                .params(id, name, kind)
                .param(unit)
                .param(unit)
                .update();
    }

    /** Somebody takes a seat, or left it so many days ago. */
    public void seat(UUID subject, UUID organisation, String role, boolean held, int daysAgo) {
        jdbc.sql("insert into seats values (?, ?, ?, ?, 1, now() - make_interval(days => ?))")
                .params(subject, organisation, role, held, daysAgo)
                .update();
    }
}
