package cn.sihong.submission.applications;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.paging.PageRequest;
import cn.sihong.platform.reach.Reach;
import cn.sihong.platform.reach.Reaches;
import cn.sihong.platform.test.Person;
import cn.sihong.platform.test.SihongTest;
import cn.sihong.submission.applications.ApplicationLists.Filter;
import cn.sihong.submission.organisations.Organisation;
import cn.sihong.submission.organisations.Town;
import cn.sihong.submission.programmes.Category;
import cn.sihong.submission.programmes.Programme;
import cn.sihong.submission.programmes.ProgrammeSamples;
import cn.sihong.submission.programmes.Programmes;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** That a page is read from an index, however many rows there are, for whomever it is. */
@SihongTest
class ApplicationListsTest {

    private static final int MANY = 4_000;
    private static final PageRequest FIRST = new PageRequest(null, 50);

    @Autowired ApplicationLists lists;
    @Autowired Programmes programmes;
    @Autowired Reaches reaches;
    @Autowired Flyway flyway;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    Town town;
    Programme.Id programme;

    @BeforeEach
    void aTownWithManyApplications() {
        town = Town.in(jdbc);
        programme = ProgrammeSamples.published(programmes, ProgrammeSamples.alwaysOpen()).id();
    }

    @Test
    void everyRolesFirstPageIsReadFromAnIndex() {
        fill(town.school(), town.street(), MANY);
        fill(town.stranger(), town.otherStreet(), MANY);
        JdbcClient.create(flyway.getConfiguration().getDataSource())
                .sql("analyze applications")
                .update();
        for (var person :
                Set.of(
                        town.office(),
                        town.secretary(),
                        town.infoOfficer(),
                        town.streetReviewer(),
                        town.directReviewer(),
                        Person.with(Role.AUDITOR),
                        Person.with(Role.ARCHIVIST),
                        Person.with(Role.PARTY_GROUP_MEMBER),
                        Person.with(Role.DISCIPLINE)))
            for (var filter :
                    Set.of(
                            new Filter(programme.value(), null, null, null, null),
                            new Filter(programme.value(), State.SUBMITTED, null, null, null),
                            new Filter(programme.value(), null, Category.RED_BASE, null, null),
                            new Filter(
                                    programme.value(),
                                    null,
                                    null,
                                    town.school().id().value(),
                                    null))) assertThatItIsReadFromAnIndex(person, filter);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        fill(town.school(), town.street(), 120);
        var seen = new ArrayList<UUID>();
        var request = new PageRequest(null, 50);
        while (true) {
            var asked = request;
            var page =
                    as(
                            town.streetReviewer(),
                            () ->
                                    lists.page(
                                            new Filter(programme.value(), null, null, null, null),
                                            asked,
                                            town.streetReviewer().actor()));
            page.items().forEach(card -> seen.add(card.id()));
            if (page.next() == null) break;
            request = new PageRequest(page.next(), 50);
        }
        assertThat(seen).hasSize(120);
        assertThat(new HashSet<>(seen)).hasSize(120);
    }

    @Test
    void wordsAreFoundInNameNumberAndSchoolAndShowNobodyMore() {
        fill(town.school(), town.street(), 1, "英烈 Wall 100%");
        fill(town.stranger(), town.otherStreet(), 1, "别街的英烈墙");
        var reviewer = town.streetReviewer();

        assertThat(titles(reviewer, "英烈")).containsExactly("英烈 Wall 100%");
        assertThat(titles(reviewer, " wALL ")).containsExactly("英烈 Wall 100%");
        assertThat(titles(reviewer, town.school().name())).containsExactly("英烈 Wall 100%");
        assertThat(titles(reviewer, "100%")).hasSize(1);
        assertThat(titles(reviewer, "1_0%")).isEmpty();
        assertThat(titles(reviewer, "  ")).hasSize(1);
        assertThat(titles(reviewer, town.stranger().name())).isEmpty();
        assertThat(titles(town.office(), "英烈")).hasSize(2);
    }

    private List<String> titles(Person person, String words) {
        var filter = new Filter(programme.value(), null, null, null, words);
        return as(person, () -> lists.page(filter, FIRST, person.actor())).items().stream()
                .map(ApplicationLists.Card::title)
                .toList();
    }

    private void assertThatItIsReadFromAnIndex(Person person, Filter filter) {
        var query = as(person, () -> lists.query(filter, FIRST, person.actor()));
        var plan =
                as(
                        person,
                        () ->
                                jdbc.sql("explain " + query.sql())
                                        .params(query.params())
                                        .query(String.class)
                                        .list());
        var reading = plan.stream().filter(line -> line.contains("on applications")).toList();
        assertThat(reading)
                .as("how %s reads %s", person.roles(), filter)
                .isNotEmpty()
                .noneMatch(line -> line.contains("Seq Scan"));
    }

    private void fill(Organisation school, Organisation unit, int applications) {
        fill(school, unit, applications, "题");
    }

    private void fill(Organisation school, Organisation unit, int applications, String title) {
        everything(() ->
                jdbc.sql(
                                """
                                insert into applications (id, programme_id, school_id, unit_id, category, state, changed_at,
                                                          content, opinion, signed_by, signed_at)
                                select uuidv7(), ?, ?, ?, (array['RED_BASE', 'RED_CLASSROOM'])[1 + n % 2], 'SUBMITTED', now(),
                                       jsonb_build_object('title', ?::text), '同意', gen_random_uuid(), now()
                                from generate_series(1, ?) as n
                                """)
                        .params(
                                programme.value(),
                                school.id().value(),
                                unit.id().value(),
                                title,
                                applications)
                        .update());
    }

    private <T> T everything(Supplier<T> deed) {
        return Reach.everything().during(() -> transaction.execute(status -> deed.get()));
    }

    /** With the eyes that the person has. */
    private <T> T as(Person person, Supplier<T> deed) {
        return reaches.of(person.actor()).during(() -> transaction.execute(status -> deed.get()));
    }
}
