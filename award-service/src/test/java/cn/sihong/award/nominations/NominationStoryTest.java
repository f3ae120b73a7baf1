package cn.sihong.award.nominations;

import static cn.sihong.award.Scene.move;
import static cn.sihong.award.Scene.read;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sihong.award.Scene;
import cn.sihong.award.nominations.Nomination.Nominated;
import cn.sihong.contracts.ApplicationEvent;
import cn.sihong.contracts.InspectionEvent;
import cn.sihong.contracts.MutualReviewEvent;
import cn.sihong.contracts.OrganisationEvent;
import cn.sihong.contracts.ProgrammeEvent;
import cn.sihong.contracts.Stamp;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.test.Events;
import cn.sihong.platform.test.Person;
import cn.sihong.platform.test.SihongTest;

import com.jayway.jsonpath.JsonPath;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An outstanding member (R61), from the branch's vote to a place on the frozen list. */
@SihongTest
class NominationStoryTest {

    @Autowired MockMvc mvc;
    @Autowired Events events;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired Nominations nominations;

    private final Person office = Person.with(Role.PARTY_OFFICE);
    private final Person secretary = Person.with(Role.SCHOOL_SECRETARY);
    private final Person otherSecretary = Person.with(Role.SCHOOL_SECRETARY);
    private final Person reviewer = Person.with(Role.STREET_REVIEWER);
    private final UUID programme = UUID.randomUUID();
    private final UUID school = UUID.randomUUID();
    private final UUID otherSchool = UUID.randomUUID();
    private final UUID unit = UUID.randomUUID();
    private final UUID round = UUID.randomUUID();
    private final UUID application = UUID.randomUUID();
    private final UUID selection = UUID.randomUUID();

    @BeforeEach
    void aSchoolWasJudged() {
        events.sayAndBeHeard(
                List.of(
                        published(programme, 1),
                        registered(school, "红星小学"),
                        registered(otherSchool, "晨光小学"),
                        seated(school, secretary, "school-secretary"),
                        seated(otherSchool, otherSecretary, "school-secretary"),
                        seated(unit, reviewer, "street-reviewer"),
                        new ApplicationEvent.Received(
                                stamp(4),
                                application,
                                school,
                                unit,
                                "RED_BASE",
                                "2026-JD-" + programme.toString().substring(0, 8),
                                "红星展厅",
                                "概要",
                                "RECOMMENDED",
                                1),
                        new MutualReviewEvent.ApplicationScored(
                                stamp(8), round, application, 90_000, 5),
                        new MutualReviewEvent.Closed(stamp(9), round, 5, 1),
                        new InspectionEvent.Locked(
                                stamp(4),
                                UUID.randomUUID(),
                                school,
                                85_000,
                                List.of(new InspectionEvent.ItemScore(application, 88_000)))));
    }

    @Test
    void theMemberStandsByTheSchoolsResultsAndIsRankedWithEverybodyElse() {
        var id = UUID.randomUUID();
        ok(nominating(secretary, id, school));
        ok(nominating(secretary, id, school)); // the same call again
        refused(move(secretary, "/api/nominations/" + id + "/endorse", endorsing(1)), 403);
        ok(move(reviewer, "/api/nominations/" + id + "/endorse", endorsing(1)));
        refused(move(reviewer, "/api/nominations/" + id + "/endorse", endorsing(2)), 409);

        open();
        var view = ok(read(office, "/api/selections/" + selection));
        assertThat(
                        JsonPath.<List<Object>>read(
                                view,
                                "$.categories[?(@.category=='OUTSTANDING_MEMBER')].candidates[*].title"))
                .containsExactly("欧阳若曦");
        // 30 of 90 and 70 of 85
        assertThat(
                        JsonPath.<List<Object>>read(
                                        view,
                                        "$.categories[?(@.category=='OUTSTANDING_MEMBER')].candidates[*].composite")
                                .getFirst()
                                .toString())
                .startsWith("86500");
        ok(move(office, "/api/selections/" + selection + "/freeze", version(1)));
        assertThat(ok(read(office, "/api/selections/" + selection + "/package/check")))
                .contains("\"same\":true");
        assertThat(refused(nominating(otherSecretary, UUID.randomUUID(), otherSchool), 409))
                .contains("not-possible-now");
    }

    @Test
    void aMemberWhoWasTakenBackStandsNoMore() {
        var id = UUID.randomUUID();
        ok(nominating(secretary, id, school));
        assertThat(refused(nominating(secretary, UUID.randomUUID(), school), 409))
                .contains("nominated-already");
        ok(move(reviewer, "/api/nominations/" + id + "/endorse", endorsing(1)));
        ok(move(secretary, "/api/nominations/" + id + "/withdraw", reasoned(2)));
        open();
        assertThat(ok(read(office, "/api/selections/" + selection))).doesNotContain("欧阳若曦");
        // and makes room for another
        ok(nominating(secretary, UUID.randomUUID(), school));
    }

    @Test
    void aSchoolSeesItsOwnAndTheUnitThoseOfItsSchools() {
        ok(nominating(secretary, UUID.randomUUID(), school));
        var list = "/api/nominations?programme=" + programme;
        assertThat(ok(read(otherSecretary, list))).doesNotContain("欧阳若曦");
        assertThat(ok(read(secretary, list))).contains("欧阳若曦", "待主管单位审核");
        assertThat(ok(read(reviewer, list))).contains("欧阳若曦", "红星小学");
        refused(nominating(otherSecretary, UUID.randomUUID(), school), 403);
    }

    @Test
    void whereNoPlacesWereDeclaredNobodyIsPutForward() {
        var plain = UUID.randomUUID();
        events.sayAndBeHeard(List.of(published(plain, 0)));
        assertThat(
                        refused(
                                move(
                                        secretary,
                                        "/api/nominations",
                                        body(UUID.randomUUID(), plain, school)),
                                409))
                .contains("no-members-honoured");
    }

    @Test
    void everyStateIsReadAsItWasWritten() {
        var scene = new Scene(mvc, jdbc, transaction, "APPROVED");
        for (var last :
                List.<java.util.function.UnaryOperator<Nomination>>of(
                        one -> one,
                        one -> kept(scene, ((Nominated) one).endorse(UUID.randomUUID())),
                        one ->
                                kept(
                                        scene,
                                        ((Nominated) one).decline("事迹材料尚需充实", UUID.randomUUID())),
                        one -> kept(scene, ((Nominated) one).withdraw("本人申请不参评")))) {
            var nominated = nominatedIn(scene.programme);
            scene.inside(() -> nominations.add(nominated));
            var end = last.apply(nominated);
            assertThat(scene.inside(() -> nominations.find(nominated.entry().id()).orElseThrow()))
                    .isEqualTo(end);
        }
    }

    private Nomination kept(Scene scene, Nomination next) {
        scene.inside(() -> {
            nominations.save(next);
            return true;
        });
        return next;
    }

    private static Nominated nominatedIn(UUID programme) {
        var entry = NominationTest.nominated(UUID.randomUUID()).entry();
        return new Nominated(
                new Nomination.Entry(
                        entry.id(),
                        programme,
                        entry.schoolId(),
                        entry.unitId(),
                        entry.member(),
                        entry.vote(),
                        entry.nominatedBy(),
                        1));
    }

    private void open() {
        ok(
                move(
                        office,
                        "/api/selections",
                        "{\"id\":\"%s\",\"programmeId\":\"%s\"}".formatted(selection, programme)));
    }

    private MockHttpServletRequestBuilder nominating(Person by, UUID id, UUID of) {
        return move(by, "/api/nominations", body(id, programme, of));
    }

    private static String body(UUID id, UUID programme, UUID school) {
        return """
        {"id":"%s","programmeId":"%s","schoolId":"%s","name":"欧阳若曦","post":"语文教师","head":false,
         "deeds":"%s","heldOn":"%s","due":7,"present":6,"inFavour":6,"agreed":true}
        """
                .formatted(id, programme, school, "坚持把红色课堂开进社区，带动同学。".repeat(4), Scene.TODAY);
    }

    private static String endorsing(long version) {
        return "{\"version\":%d,\"integrityAsked\":true}".formatted(version);
    }

    private static String version(long version) {
        return "{\"version\":%d}".formatted(version);
    }

    private static String reasoned(long version) {
        return "{\"version\":%d,\"reason\":\"本人申请不参评\"}".formatted(version);
    }

    private String ok(MockHttpServletRequestBuilder request) {
        return refused(request, 200);
    }

    private String refused(MockHttpServletRequestBuilder request, int status) {
        try {
            MockHttpServletResponse answer = mvc.perform(request).andReturn().getResponse();
            var text = answer.getContentAsString(StandardCharsets.UTF_8);
            assertThat(answer.getStatus()).as(text).isEqualTo(status);
            return text;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static ProgrammeEvent published(UUID programme, int members) {
        return new ProgrammeEvent.Published(
                new Stamp(UUID.randomUUID(), 1, programme, "party-office", Instant.now()),
                programme,
                "2026年度四红创建",
                2026,
                "APPROVED",
                true,
                List.of(new ProgrammeEvent.Category("RED_BASE", "红色基地", 1, 2, 1)),
                List.of(),
                new ProgrammeEvent.Weights(30, 0, 70, 0),
                new ProgrammeEvent.Rules(null, null, null, null, null, members));
    }

    private OrganisationEvent registered(UUID which, String name) {
        return new OrganisationEvent.Registered(
                stamp(1), which, "XX" + which, name, "SCHOOL", "PRIMARY", unit, unit);
    }

    private OrganisationEvent seated(UUID where, Person who, String role) {
        return new OrganisationEvent.MemberSeated(stamp(2), where, who.subject(), role);
    }

    private Stamp stamp(long version) {
        return new Stamp(UUID.randomUUID(), version, programme, "party-office", Instant.now());
    }
}
