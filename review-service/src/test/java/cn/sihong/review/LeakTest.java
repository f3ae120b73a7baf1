package cn.sihong.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.paging.PageRequest;
import cn.sihong.platform.reach.Reach;
import cn.sihong.platform.test.Person;
import cn.sihong.platform.test.SihongTest;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All sheets are locked and nothing is released yet. Each role asks each reading endpoint of this
 * service with each of its parameters, and orders that it may or may not know: no answer tells who
 * reviewed the asking school, and none tells a score of anybody's.
 */
@SihongTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeakTest {

    /** Who knows who judges whom, and reads no score together with it. */
    /** Workbooks to be filled in, the same for everybody. */
    private static final Set<String> EMPTY_FILES = Set.of("/api/appraisals/roll-template");

    private static final Set<Role> KNOW_PAIRS = EnumSet.of(Role.PARTY_OFFICE, Role.DISCIPLINE);

    private static final Set<Role> OF_THE_BUREAU =
            EnumSet.of(
                    Role.PARTY_OFFICE,
                    Role.DISCIPLINE,
                    Role.PARTY_GROUP_MEMBER,
                    Role.AUDITOR,
                    Role.ARCHIVIST);

    /** What somebody got: milli-points that no version, count or maximum reaches. */
    private static final long LOWEST_SCORE = 60_000;

    private static final long HIGHEST_SCORE = 99_999;

    private static final List<String> ORDERS =
            List.of(
                    "",
                    "sort=score&order=desc",
                    "sort=total,asc",
                    "orderBy=lockedAt",
                    "sort=reviewingSchoolId",
                    "limit=1",
                    "limit=200");

    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired JsonMapper json;
    @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;

    private District district;
    private District.School school;
    private final Map<Role, Person> people = new EnumMap<>(Role.class);
    private List<UUID> ids = List.of();
    private List<String> reviewers = List.of();
    private int answered;

    @BeforeAll
    void everythingIsScoredAndNothingReleased() {
        district = District.open(mvc, jdbc, transaction);
        school = district.schools.getFirst();
        var programme = district.programme();
        var round = district.released(programme);
        district.everybodyJudges(programme);
        for (var role : Role.values()) {
            var person = Person.with(role);
            people.put(role, person);
            if (OF_THE_BUREAU.contains(role)) continue;
            boolean ofTheUnit = role == Role.STREET_REVIEWER || role == Role.DIRECT_UNIT_REVIEWER;
            district.seat(
                    person.subject(),
                    ofTheUnit ? school.unit() : school.id(),
                    role.wireName(),
                    true,
                    1);
        }
        var judging =
                ids(
                        "select reviewing_school_id from round_pairs where round_id = ? and judged_school_id = ?",
                        round,
                        school.id());
        reviewers =
                judging.stream()
                        .flatMap(id -> Stream.of(id.toString(), district.school(id).name() + "\""))
                        .toList();
        var found = new ArrayList<>(List.of(programme, round, school.id(), judging.getFirst()));
        found.addAll(
                ids(
                        "select id from score_sheets where round_id = ? and judged_school_id = ? order by id limit 2",
                        round,
                        school.id()));
        found.addAll(
                ids(
                        "select id from score_sheets where round_id = ? and reviewing_school_id = ? order by id limit 2",
                        round,
                        school.id()));
        found.addAll(
                ids(
                        "select id from applications where programme_id = ? and school_id = ? order by id limit 1",
                        programme,
                        school.id()));
        ids = List.copyOf(found);
        assertThat(judging).hasSize(5);
    }

    @AfterAll
    void gone() {
        district.close();
    }

    @TestFactory
    Stream<DynamicTest> noRoleLearnsFromAnyEndpointWhoReviewedItOrWhatAnybodyGot() {
        var handlers = new ArrayList<DynamicTest>();
        requestMappingHandlerMapping
                .getHandlerMethods()
                .forEach((mapping, handler) -> {
                    if (!handler.getBeanType().getName().startsWith("cn.sihong.review")) return;
                    boolean reads =
                            mapping.getMethodsCondition().getMethods().stream()
                                    .anyMatch(it -> it.name().equals("GET"));
                    for (var path : mapping.getPatternValues())
                        if (reads)
                            handlers.add(
                                    DynamicTest.dynamicTest(
                                            "GET " + path, () -> askedByAll(path, handler)));
                });
        assertThat(handlers).hasSizeGreaterThan(12);
        return Stream.concat(
                handlers.stream(),
                Stream.of(
                        DynamicTest.dynamicTest(
                                "and enough was answered to mean something",
                                () -> assertThat(answered).isGreaterThan(150))));
    }

    private void askedByAll(String path, HandlerMethod handler) throws Exception {
        for (var call : calls(path, handler))
            for (var role : Role.values()) {
                var answer =
                        mvc.perform(get(call).with(person(role).signedIn()))
                                .andReturn()
                                .getResponse();
                answer.setCharacterEncoding("UTF-8");
                if (answer.getStatus() >= 300) continue;
                answered++;
                var type = String.valueOf(answer.getContentType());
                // files, such as the printed ledger, are made for the bureau; empty ones for all
                if (type.contains("json")) check(role, call, answer.getContentAsString());
                else if (!EMPTY_FILES.contains(path))
                    assertThat(OF_THE_BUREAU).as(call).contains(role);
            }
    }

    private void check(Role role, String call, String body) {
        var said = role.wireName() + " asks " + call;
        var answer = json.readTree(body);
        boolean tellsReviewers =
                tells(answer, key -> key.matches(".*[rR]eview(ing|er).*"), n -> false);
        boolean tellsScores =
                tells(answer, key -> false, n -> n >= LOWEST_SCORE && n <= HIGHEST_SCORE);
        // discipline reads sheets and watches severity; that is what it is for (research.md §1.4)
        if (role == Role.DISCIPLINE) return;
        if (KNOW_PAIRS.contains(role)) {
            assertThat(tellsReviewers && tellsScores).as(said).isFalse();
            return;
        }
        // one's own sheets name one's own school as the reviewing one, and nobody else
        var others = body.replace(school.id().toString(), "").replace(school.name(), "");
        if (role != Role.PEER_REVIEWER) assertThat(tellsReviewers).as(said).isFalse();
        if (!OF_THE_BUREAU.contains(role))
            assertThat(others).as(said).doesNotContain(reviewers.toArray(String[]::new));
        // after one's own lock: the ends of the others' scores, without names
        if (role == Role.PEER_REVIEWER && call.contains("/others")) return;
        assertThat(tellsScores).as(said + ": " + body).isFalse();
    }

    /** Whether any key or any whole number in it is such a one. */
    private static boolean tells(JsonNode node, Predicate<String> key, LongPredicate number) {
        if (node.isIntegralNumber()) return number.test(node.asLong());
        return node.propertyStream().anyMatch(it -> key.test(it.getKey()))
                || node.valueStream().anyMatch(it -> tells(it, key, number));
    }

    private List<String> calls(String path, HandlerMethod handler) {
        var calls = new LinkedHashSet<String>();
        boolean pages =
                Arrays.stream(handler.getMethodParameters())
                        .anyMatch(it -> it.getParameterType() == PageRequest.class);
        var targets =
                path.contains("{")
                        ? ids.stream()
                                .map(id -> path.replaceAll("\\{[^}]+}", id.toString()))
                                .toList()
                        : List.of(path);
        var queries = queries(handler);
        for (var target : targets) for (var query : queries) calls.add(target + "?" + query);
        if (pages || !path.contains("{"))
            for (var order : ORDERS)
                calls.add(targets.getFirst() + "?" + String.join("&", queries.getFirst(), order));
        return List.copyOf(calls);
    }

    /** Each parameter with each of its values, the others at their first. */
    private List<String> queries(HandlerMethod handler) {
        var parameters =
                Arrays.stream(handler.getMethodParameters())
                        .filter(it -> it.hasParameterAnnotation(RequestParam.class))
                        .toList();
        var first = new ArrayList<String>();
        for (var it : parameters) {
            it.initParameterNameDiscovery(
                    new org.springframework.core.DefaultParameterNameDiscoverer());
            first.add(it.getParameterName() + "=" + values(it.getParameterType()).getFirst());
        }
        var queries = new LinkedHashSet<String>();
        queries.add(String.join("&", first));
        for (int i = 0; i < parameters.size(); i++)
            for (var value : values(parameters.get(i).getParameterType())) {
                var query = new ArrayList<>(first);
                query.set(i, parameters.get(i).getParameterName() + "=" + value);
                queries.add(String.join("&", query));
            }
        return List.copyOf(queries);
    }

    private List<String> values(Class<?> type) {
        if (type == UUID.class) return ids.stream().map(UUID::toString).toList();
        if (type.isEnum())
            return Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
        if (type == boolean.class || type == Boolean.class) return List.of("true", "false");
        if (type == java.time.LocalDate.class) return List.of(District.TODAY.toString());
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class)
            return List.of("1", "1000");
        return List.of("SELECTION", "ACCEPTANCE", "RECOMMENDATION");
    }

    private Person person(Role role) {
        return java.util.Objects.requireNonNull(people.get(role));
    }

    private List<UUID> ids(String sql, Object... parameters) {
        return Reach.everything()
                .during(() ->
                        transaction.execute(status ->
                                jdbc.sql(sql).params(parameters).query(UUID.class).list()));
    }
}
