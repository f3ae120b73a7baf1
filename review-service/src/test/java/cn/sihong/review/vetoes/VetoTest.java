package cn.sihong.review.vetoes;

import static cn.sihong.platform.keycloak.Role.INSPECTOR;
import static cn.sihong.platform.keycloak.Role.PARTY_GROUP_MEMBER;
import static cn.sihong.platform.keycloak.Role.SCHOOL_SECRETARY;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.sihong.platform.reach.Reach;
import cn.sihong.platform.test.Events;
import cn.sihong.platform.test.Person;
import cn.sihong.platform.test.SihongTest;
import cn.sihong.review.Scene;

import com.jayway.jsonpath.JsonPath;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;
import java.util.UUID;

/** Ruling out, from the charge to the last word; every read goes through PostgreSQL. */
@SihongTest
class VetoTest {

    @Autowired MockMvc mvc;
    @Autowired Events events;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired Vetoes vetoes;

    private Scene scene;
    private UUID school;
    private UUID application;
    private Person secretary;
    private Person neighbour;
    private final UUID id = UUID.randomUUID();

    @BeforeEach
    void aSchool() {
        scene = new Scene(mvc, events);
        school = scene.school();
        application = scene.application(school);
        secretary = scene.of(school, SCHOOL_SECRETARY);
        neighbour = scene.of(scene.school(), SCHOOL_SECRETARY);
        scene.told();
    }

    @AfterEach
    void theSchoolsLeave() {
        scene.leaves(jdbc);
    }

    @Test
    void theSchoolIsHeardThePartyGroupDecidesAndAnotherOfItReviews() throws Exception {
        var proposed = scene.posts(scene.discipline, "/api/vetoes", charge("fraud"));
        assertThat(JsonPath.<String>read(proposed, "$.groundName")).isEqualTo("申报弄虚作假");
        assertThat(proposed).doesNotContain(scene.discipline.subject().toString());
        reads("PROPOSED");
        scene.refused(scene.group, path("/decide"), deciding(1, true), 409, "school-not-heard");
        scene.refused(secretary, path("/appeal"), saying(1), 409, "not-possible-now");
        scene.cannotRead(neighbour, path(""), 404);
        scene.refused(neighbour, path("/statement"), saying(1), 404, "no-such-veto");

        scene.posts(secretary, path("/statement"), saying(1));
        scene.refused(secretary, path("/statement"), saying(2), 409, "already-done");
        scene.refused(scene.group, path("/decide"), deciding(1, true), 409, "stale-version");
        scene.posts(scene.group, path("/decide"), deciding(2, true));
        reads("IMPOSED");
        scene.posts(secretary, path("/appeal"), saying(3));
        reads("APPEALED");
        scene.refused(
                scene.group, path("/decide"), deciding(4, true), 403, "another-person-decides");
        var reviewed =
                scene.posts(Person.with(PARTY_GROUP_MEMBER), path("/decide"), deciding(4, false));
        assertThat(JsonPath.<String>read(reviewed, "$.state")).isEqualTo("LIFTED");
        assertThat(JsonPath.<String>read(reviewed, "$.appeal.text")).isEqualTo("情况与事实不符");
        reads("LIFTED");
        Awaitility.await().untilAsserted(() -> assertThat(announced()).hasSize(4));
        assertThat(announced())
                .containsExactly(
                        "supervision.veto-proposed.v1",
                        "supervision.veto-decided.v1",
                        "supervision.veto-appealed.v1",
                        "supervision.veto-reviewed.v1");
    }

    @Test
    void whatIsUnfoundedIsDismissedAndMayBeProposedAgainButNotTwiceAtOnce() throws Exception {
        scene.posts(scene.office, "/api/vetoes", charge("accident"));
        scene.posts(scene.office, "/api/vetoes", charge("accident"));
        scene.refused(
                scene.office,
                "/api/vetoes",
                charge("accident").replace(id.toString(), UUID.randomUUID().toString()),
                409,
                "already-done");
        scene.posts(secretary, path("/statement"), saying(1));
        scene.posts(scene.group, path("/decide"), deciding(2, false));
        reads("DISMISSED");
        scene.refused(secretary, path("/appeal"), saying(3), 409, "not-possible-now");
        scene.posts(
                scene.office,
                "/api/vetoes",
                charge("accident").replace(id.toString(), UUID.randomUUID().toString()));
        assertThat(
                        JsonPath.<List<String>>read(
                                scene.reads(secretary, "/api/vetoes?programme=" + scene.programme),
                                "$[*].state"))
                .containsExactlyInAnyOrder("DISMISSED", "PROPOSED");
        assertThat(scene.reads(neighbour, "/api/vetoes?programme=" + scene.programme))
                .isEqualTo("[]");
    }

    @Test
    void onlyAGroundOfTheListAndOnlyWhoWasThereOrWatches() throws Exception {
        scene.refused(scene.office, "/api/vetoes", charge("missing-paper"), 422, "invalid-input");
        scene.refused(Person.with(INSPECTOR), "/api/vetoes", charge("fraud"), 403, "not-your-unit");
        scene.refused(secretary, "/api/vetoes", charge("fraud"), 403, "role-not-allowed");
    }

    @Test
    void theTableItselfRefusesADecisionByWhoProposed() throws Exception {
        scene.posts(scene.office, "/api/vetoes", charge("fraud"));
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() ->
                        everywhere(
                                """
                                update vetoes set state = 'DISMISSED', decision = 'x', minutes = 'x',
                                    decided_by = proposed_by, decided_on = hear_until + 1 where id = ?
                                """));
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() ->
                        everywhere(
                                """
                                update vetoes set state = 'DISMISSED', decision = 'x', minutes = 'x',
                                    decided_by = gen_random_uuid(), decided_on = hear_until where id = ?
                                """));
    }

    private void everywhere(String sql) {
        Reach.everything()
                .during(() -> transaction.execute(status -> jdbc.sql(sql).param(id).update()));
    }

    private void reads(String state) throws Exception {
        assertThat(JsonPath.<String>read(scene.reads(secretary, path("")), "$.state"))
                .isEqualTo(state);
    }

    private List<String> announced() {
        return jdbc.sql(
                        """
                        select content::jsonb ->> 'type' from ledger_entries
                        where topic = 'supervision' and content::jsonb ->> 'vetoId' = ? order by sequence
                        """)
                .param(id.toString())
                .query(String.class)
                .list();
    }

    private String path(String end) {
        return "/api/vetoes/" + id + end;
    }

    private String charge(String ground) {
        return """
        {"id":"%s","programmeId":"%s","schoolId":"%s","applicationId":"%s","ground":"%s",
         "fact":"申报材料中的活动照片系伪造","evidence":"原始照片及情况说明"}
        """
                .formatted(id, scene.programme, school, application, ground);
    }

    private static String saying(long version) {
        return "{\"version\":%d,\"text\":\"情况与事实不符\"}".formatted(version);
    }

    private static String deciding(long version, boolean against) {
        return """
        {"version":%d,"against":%s,"reason":"经党组研究","minutes":"党组会议纪要〔2026〕8号"}
        """
                .formatted(version, against);
    }
}
