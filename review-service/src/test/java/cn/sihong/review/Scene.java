package cn.sihong.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import cn.sihong.contracts.ApplicationEvent;
import cn.sihong.contracts.Event;
import cn.sihong.contracts.OrganisationEvent;
import cn.sihong.contracts.ProgrammeEvent;
import cn.sihong.contracts.Stamp;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.test.Events;
import cn.sihong.platform.test.Person;

import com.jayway.jsonpath.JsonPath;

import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A programme whose windows are open, schools of one unit and people with seats, told to the
 * service as submission-service would; and how a test asks the service for things. Nothing of it is
 * shared with another test.
 */
public final class Scene {

    public static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private final MockMvc mvc;
    private final Events events;
    private final List<Event> untold = new ArrayList<>();
    public final UUID programme = UUID.randomUUID();
    public final UUID unit = UUID.randomUUID();
    public final Person office = Person.with(Role.PARTY_OFFICE);
    public final Person discipline = Person.with(Role.DISCIPLINE);
    public final Person group = Person.with(Role.PARTY_GROUP_MEMBER);

    public Scene(MockMvc mvc, Events events) {
        this.mvc = mvc;
        this.events = events;
        untold.add(
                new ProgrammeEvent.Published(
                        stamp(1),
                        programme,
                        "四红创建（演示）",
                        TODAY.getYear(),
                        "APPROVED",
                        true,
                        List.of(new ProgrammeEvent.Category("RED_BASE", "红色基地", 1, 1, 10)),
                        Stream.of("APPLICATION", "MUTUAL_REVIEW", "ACCEPTANCE", "SELECTION")
                                .map(stage ->
                                        new ProgrammeEvent.Window(
                                                stage, TODAY.minusDays(60), TODAY.plusDays(120)))
                                .toList(),
                        new ProgrammeEvent.Weights(20, 20, 50, 10)));
    }

    public UUID school() {
        return school("第%s小学".formatted(UUID.randomUUID().toString().substring(0, 8)));
    }

    public UUID school(String name) {
        var school = UUID.randomUUID();
        untold.add(
                new OrganisationEvent.Registered(
                        stamp(1),
                        school,
                        "S" + school.toString().substring(0, 6),
                        name,
                        "SCHOOL",
                        "PRIMARY",
                        unit,
                        unit));
        return school;
    }

    /** Somebody with a seat there. */
    public Person of(UUID organisation, Role role) {
        var person = Person.with(role);
        seat(person, organisation, role);
        return person;
    }

    public void seat(Person person, UUID organisation, Role role) {
        untold.add(
                new OrganisationEvent.MemberSeated(
                        stamp(2), organisation, person.subject(), role.wireName()));
    }

    /** An application that the bureau holds. */
    public UUID application(UUID school) {
        var application = UUID.randomUUID();
        untold.add(
                new ApplicationEvent.Received(
                        stamp(4),
                        application,
                        school,
                        unit,
                        "RED_BASE",
                        "2026-JD-" + application.toString().substring(0, 8),
                        "星火展厅",
                        "概要",
                        "RECOMMENDED",
                        1));
        return application;
    }

    /** Tells all that was not told yet, and waits until it is heard. */
    public Scene told() {
        says("register", untold);
        untold.clear();
        return this;
    }

    /** Takes its schools out of the tree again: other tests count the schools there are. */
    public void leaves(JdbcClient jdbc) {
        jdbc.sql("delete from organisations where unit_id = ?").param(unit).update();
    }

    /** Says events and waits until a reader has applied them. */
    public void says(String reader, List<? extends Event> said) {
        said.forEach(events::say);
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() ->
                        assertThat(said)
                                .allMatch(
                                        event -> events.heardBy(reader, event.stamp().eventId())));
    }

    public Stamp stamp(long version) {
        return new Stamp(UUID.randomUUID(), version, programme, "party-office", Instant.now());
    }

    public String posts(Person by, String path, String body) throws Exception {
        return answer(posting(by, path, body), 200);
    }

    public String puts(Person by, String path, String body, int status) throws Exception {
        return answer(
                put(path).with(by.signedIn()).contentType(MediaType.APPLICATION_JSON).content(body),
                status);
    }

    public String reads(Person by, String path) throws Exception {
        return answer(get(path).with(by.signedIn()), 200);
    }

    public void cannotRead(Person by, String path, int status) throws Exception {
        answer(get(path).with(by.signedIn()), status);
    }

    /** A refused call, and its body for whoever wants to know more. */
    public String refused(Person by, String path, String body, int status, String code)
            throws Exception {
        var refusal = answer(posting(by, path, body), status);
        assertThat(JsonPath.<String>read(refusal, "$.code")).isEqualTo(code);
        return refusal;
    }

    private static MockHttpServletRequestBuilder posting(Person by, String path, String body) {
        return post(path).with(by.signedIn()).contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private String answer(MockHttpServletRequestBuilder request, int status) throws Exception {
        var answer = mvc.perform(request).andReturn().getResponse();
        answer.setCharacterEncoding("UTF-8");
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(status);
        return answer.getContentAsString();
    }
}
