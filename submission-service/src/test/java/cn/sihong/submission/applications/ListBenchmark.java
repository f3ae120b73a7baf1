package cn.sihong.submission.applications;

import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.paging.PageRequest;
import cn.sihong.platform.reach.Reach;
import cn.sihong.platform.reach.Reaches;
import cn.sihong.platform.test.Person;
import cn.sihong.platform.test.SihongTest;
import cn.sihong.submission.applications.ApplicationLists.Filter;
import cn.sihong.submission.organisations.Town;
import cn.sihong.submission.programmes.Category;
import cn.sihong.submission.programmes.Programme;
import cn.sihong.submission.programmes.ProgrammeSamples;
import cn.sihong.submission.programmes.Programmes;

import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContextManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The first page of a programme's applications for each who reads it, of 5,000 and of 500,000: the
 * ratio of the two. Its peer is counting the same rows, which is what a list by page numbers does
 * first.
 */
@SihongTest
class ListBenchmark {

    private static final int FEW = 5_000;
    private static final int MANY = 500_000;

    /** A school puts forward five or so. */
    private static final int OF_A_SCHOOL = 5;

    private static final int SCHOOLS_OF_A_STREET = 40;
    private static final int WARM = 300;
    private static final int TIMES = 300;
    private static final PageRequest FIRST = new PageRequest(null, 50);

    @Autowired ApplicationLists lists;
    @Autowired Programmes programmes;
    @Autowired Reaches reaches;
    @Autowired Flyway flyway;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    public static void main(String[] arguments) throws Exception {
        var benchmark = new ListBenchmark();
        new TestContextManager(ListBenchmark.class).prepareTestInstance(benchmark);
        benchmark.run();
        System.exit(0);
    }

    private void run() {
        var few = measured(FEW);
        var many = measured(MANY);
        System.out.printf("first page, median of %d, microseconds%n", TIMES);
        System.out.printf("%-44s %10d %10d  ratio%n", "applications", FEW, MANY);
        few.forEach((what, time) -> {
            long other = many.getOrDefault(what, 0L);
            System.out.printf("%-44s %10d %10d  %.2f%n", what, time, other, (double) other / time);
        });
    }

    private Map<String, Long> measured(int applications) {
        var town = Town.in(jdbc);
        var programme = ProgrammeSamples.published(programmes, ProgrammeSamples.alwaysOpen()).id();
        fill(town, programme, applications);
        var times = new LinkedHashMap<String, Long>();
        for (var person :
                List.of(
                        town.office(),
                        Person.with(Role.AUDITOR),
                        town.streetReviewer(),
                        town.secretary()))
            for (var filter : filters(programme))
                times.put(
                        "%s %s".formatted(person.roles(), narrowed(filter)), page(person, filter));
        times.put("peer: count of the same rows", median(() -> count(programme)));
        return times;
    }

    private static List<Filter> filters(Programme.Id programme) {
        return List.of(
                new Filter(programme.value(), null, null, null, null),
                new Filter(programme.value(), State.SUBMITTED, null, null, null),
                new Filter(programme.value(), null, Category.RED_BASE, null, null));
    }

    private static String narrowed(Filter filter) {
        if (filter.state() != null) return filter.state().name();
        return filter.category() == null ? "" : filter.category().name();
    }

    private long page(Person person, Filter filter) {
        var reach = reaches.of(person.actor());
        return median(() ->
                reach.during(() ->
                        transaction.execute(
                                status -> lists.page(filter, FIRST, person.actor()).items())));
    }

    private long count(Programme.Id programme) {
        return Reach.everything()
                .during(() ->
                        transaction.execute(status ->
                                jdbc.sql("select count(*) from applications where programme_id = ?")
                                        .param(programme.value())
                                        .query(Long.class)
                                        .single()));
    }

    /** In microseconds. */
    private static long median(Runnable work) {
        for (int i = 0; i < WARM; i++) work.run();
        var times = new long[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long before = System.nanoTime();
            work.run();
            times[i] = (System.nanoTime() - before) / 1000;
        }
        Arrays.sort(times);
        return times[TIMES / 2];
    }

    /** The town's own school and street among streets of forty schools, all in one programme. */
    private void fill(Town town, Programme.Id programme, int applications) {
        int schools = applications / OF_A_SCHOOL;
        var made = new ArrayList<UUID>();
        for (int street = 0; street * SCHOOLS_OF_A_STREET < schools; street++)
            made.add(street == 0 ? town.street().id().value() : street(town, street));
        asOwner(
                """
                insert into organisations (id, code, name, kind, phase, parent_id, unit_id)
                select gen_random_uuid(), 'LB' || n || left(:programme::text, 8), '第' || n || '小学', 'SCHOOL', 'PRIMARY',
                       (:streets::uuid[])[1 + n / :each], (:streets::uuid[])[1 + n / :each]
                from generate_series(0, :schools - 1) n
                """,
                programme,
                made,
                schools);
        asOwner(
                """
                insert into applications (id, programme_id, school_id, unit_id, category, state, changed_at, content,
                                          opinion, signed_by, signed_at)
                select uuidv7(), :programme, school.id, school.unit_id,
                       (array['RED_GARDENER', 'RED_READING_ROOM', 'RED_CLASSROOM', 'RED_CLASSROOM', 'RED_BASE'])[n], 'SUBMITTED',
                       now(), '{"title":"一张老照片"}', '同意', gen_random_uuid(), now()
                from organisations school, generate_series(1, 5) n
                where school.unit_id = any (:streets::uuid[]) and school.code like 'LB%'
                """,
                programme, made, schools);
        owner().sql(
                        "update applications set school_id = ? where id in (select id from applications where unit_id = ? limit 5)")
                .params(town.school().id().value(), town.street().id().value())
                .update();
        owner().sql("analyze applications").update();
        owner().sql("analyze organisations").update();
    }

    private UUID street(Town town, int n) {
        var id = UUID.randomUUID();
        owner().sql(
                        "insert into organisations (id, code, name, kind, parent_id) values (?, ?, ?, 'STREET_CENTER', ?)")
                .params(id, id.toString(), "第%d街道教育中心".formatted(n), town.bureau().id().value())
                .update();
        return id;
    }

    private void asOwner(String sql, Programme.Id programme, List<UUID> streets, int schools) {
        owner().sql(sql)
                .param("programme", programme.value())
                .param("streets", streets.toArray(UUID[]::new))
                .param("each", SCHOOLS_OF_A_STREET)
                .param("schools", schools)
                .update();
    }

    /** The tables' owner, whom row security lets write everything. */
    private JdbcClient owner() {
        return JdbcClient.create(flyway.getConfiguration().getDataSource());
    }
}
