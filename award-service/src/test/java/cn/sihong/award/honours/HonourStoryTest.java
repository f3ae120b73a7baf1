package cn.sihong.award.honours;

import static cn.sihong.award.Scene.TODAY;
import static cn.sihong.award.Scene.move;
import static cn.sihong.award.Scene.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import cn.sihong.award.Scene;
import cn.sihong.contracts.NotificationEvent;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.test.Events;
import cn.sihong.platform.test.Person;
import cn.sihong.platform.test.SihongTest;

import com.jayway.jsonpath.JsonPath;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipInputStream;

/** From a decision to what becomes of its honours years later. */
@SihongTest
class HonourStoryTest {

    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired Honours honours;
    @Autowired Events events;

    @Test
    void aDecisionHasItsPapersItsCertificatesAndItsPlaques() throws IOException {
        var scene = commended("APPROVED");
        var commendation = commendationOf(scene);
        var path = "/api/commendations/" + commendation;
        assertThat(scene.call(read(scene.office, path + "/decision.pdf")).getContentAsByteArray())
                .startsWith("%PDF".getBytes());
        assertThat(scene.call(read(scene.office, path + "/decision.docx")).getContentAsByteArray())
                .startsWith("PK".getBytes());
        assertThat(scene.call(read(scene.office, path + "/plaques.xlsx")).getContentAsByteArray())
                .startsWith("PK".getBytes());

        scene.ok(move(scene.office, path + "/certificates", "{}"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(
                                        JsonPath.<Boolean>read(
                                                scene.ok(
                                                        read(scene.office, path + "/certificates")),
                                                "$.finished"))
                                .isTrue());
        var run = scene.ok(read(scene.office, path + "/certificates"));
        assertThat(JsonPath.<Integer>read(run, "$.printed")).isEqualTo(2);
        assertThat(JsonPath.<Integer>read(run, "$.total")).isEqualTo(2);
        var zip =
                scene.call(read(scene.office, path + "/certificates.zip")).getContentAsByteArray();
        try (var files = new ZipInputStream(new ByteArrayInputStream(zip))) {
            int count = 0;
            for (var entry = files.getNextEntry(); entry != null; entry = files.getNextEntry()) {
                assertThat(SignedPdf.intact(files.readAllBytes())).isTrue();
                count++;
            }
            assertThat(count).isEqualTo(2);
        }
        // the same bytes, however often it is asked for
        var id = honourOf(scene, 0);
        var certificate = "/api/honours/" + id + "/certificate";
        assertThat(scene.call(read(scene.secretary, certificate)).getContentAsByteArray())
                .isEqualTo(scene.call(read(scene.office, certificate)).getContentAsByteArray());
        scene.refused(read(scene.otherSecretary, certificate), 404, "no-such-honour");
    }

    /** Invariant 20. */
    @Test
    void everyHonourHasADecisionNumberAndACertificateNumberOfItsOwn() {
        var scene = commended("APPROVED");
        var list = scene.ok(read(scene.office, "/api/honours?programme=" + scene.programme));
        List<String> numbers = JsonPath.read(list, "$.items[*].certificateNumber");
        assertThat(numbers).hasSize(2).doesNotHaveDuplicates().allMatch(n -> n.startsWith("演示"));
        var other = new Scene(mvc, jdbc, transaction, "APPROVED");
        other.ok(other.close(other.notice(TODAY.minusDays(7), TODAY), 2));
        String taken =
                JsonPath.read(
                        scene.ok(
                                read(
                                        scene.office,
                                        "/api/commendations?programme=" + scene.programme)),
                        "$[0].documentNumber");
        other.refused(other.commend(taken), 409, null);
        assertThat(other.ok(read(other.office, "/api/honours?programme=" + other.programme)))
                .contains("\"items\":[]");
    }

    @Test
    void beforeTheNoticeIsOverNothingIsCommended() {
        var scene = new Scene(mvc, jdbc, transaction, "APPROVED");
        scene.refused(scene.commend("教党〔2026〕9号"), 409, "not-yet-noticed");
        scene.notice(TODAY, TODAY.plusDays(7));
        scene.refused(scene.commend("教党〔2026〕9号"), 409, "notice-still-open");
    }

    /** Invariant 23. */
    @Test
    void whereNothingMayBeNamedThereAreNoPlaquesAndNoWordsOfCommendation() {
        var scene = commended("INTERNAL_ASSESSMENT");
        scene.refused(
                read(scene.office, "/api/commendations/" + commendationOf(scene) + "/plaques.xlsx"),
                409,
                "no-plaques-in-this-mode");
    }

    @Test
    void whatIsRevokedSaysSoToWhoeverChecksAndKeepsItsHistory() {
        var scene = commended("APPROVED");
        var id = honourOf(scene, 0);
        var row = scene.ok(read(scene.secretary, "/api/honours?programme=" + scene.programme));
        String number = JsonPath.read(row, "$.items[0].certificateNumber");
        String code = JsonPath.read(row, "$.items[0].code");
        assertThat(checked(scene, number, code)).isEqualTo("VALID");
        scene.refused(
                move(scene.office, "/api/honours/" + id + "/revoke", "{}"),
                403,
                "role-not-allowed");
        var revoke = "{\"version\":1,\"reason\":\"经查申报材料不实\",\"documentNumber\":\"教党〔2027〕3号\"}";
        scene.ok(move(scene.member, "/api/honours/" + id + "/revoke", revoke));
        scene.refused(
                move(scene.member, "/api/honours/" + id + "/revoke", revoke), 409, "already-done");
        assertThat(checked(scene, number, code)).isEqualTo("REVOKED");
        assertThat(checked(scene, number, "0".repeat(16))).isEqualTo("UNKNOWN");
        var past = scene.ok(read(scene.secretary, "/api/honours/" + id + "/history"));
        assertThat(JsonPath.<List<String>>read(past, "$.history[*].deed"))
                .containsExactly("GRANTED", "REVOKED");
        scene.refused(read(scene.otherSecretary, "/api/honours/" + id + "/history"), 404, null);
        assertThat(honours.find(new Honour.Id(id))).isEmpty(); // without reach nothing is seen
        scene.inside(() -> {
            assertThat(honours.find(new Honour.Id(id)).orElseThrow())
                    .isInstanceOf(Honour.Revoked.class);
            return true;
        });
        scene.refused(
                move(
                        scene.secretary,
                        "/api/honours/" + id + "/revalidations",
                        "{\"living\":true,\"account\":\"展厅照常开放，讲解员换了新人。\"}"),
                409,
                "not-possible-now");
    }

    @Test
    void onceAYearASchoolSaysASentenceAndTheBureauAnswers() {
        var scene = commended("APPROVED");
        var id = honourOf(scene, 0);
        var path = "/api/honours/" + id + "/revalidations";
        var sentence = "{\"living\":true,\"account\":\"展厅照常开放，讲解员换了新人。\"}";
        scene.refused(move(scene.otherSecretary, path, sentence), 404, "no-such-honour");
        scene.ok(move(scene.secretary, path, sentence));
        scene.refused(move(scene.secretary, path, sentence), 409, "already-done");
        var answer = "{\"version\":1,\"passed\":true,\"remark\":\"实地看过\"}";
        var answering = path + "/" + TODAY.getYear() + "/answer";
        scene.refused(move(scene.office, path + "/1999/answer", answer), 404, null);
        scene.ok(move(scene.office, answering, answer));
        scene.refused(move(scene.office, answering, answer), 409, "already-done");
        var past = scene.ok(read(scene.office, "/api/honours/" + id + "/history"));
        assertThat(JsonPath.<List<String>>read(past, "$.history[*].deed"))
                .containsExactly("GRANTED", "REVALIDATED");
    }

    @Test
    void aBrandIsMeasuredByWhoTookItUpAndWasConfirmed() {
        var scene = commended("APPROVED");
        var honour = honourOf(scene, 0);
        var adoption = UUID.randomUUID();
        scene.refused(
                claim(scene.secretary, adoption, honour, scene.schools.getFirst()), 422, null);
        scene.refused(
                claim(scene.secretary, adoption, honour, scene.schools.getLast()),
                403,
                "not-your-unit");
        scene.ok(claim(scene.otherSecretary, adoption, honour, scene.schools.getLast()));
        scene.refused(
                claim(scene.otherSecretary, UUID.randomUUID(), honour, scene.schools.getLast()),
                409,
                "already-done");
        assertThat(uptake(scene, honour)).isZero();
        var confirm = "/api/adoptions/" + adoption + "/confirm";
        scene.refused(move(scene.otherSecretary, confirm, "{\"version\":1}"), 403, "not-your-unit");
        scene.refused(
                move(Person.with(Role.SCHOOL_SECRETARY), confirm, "{\"version\":1}"), 404, null);
        scene.ok(move(scene.secretary, confirm, "{\"version\":1}"));
        assertThat(uptake(scene, honour)).isEqualTo(1);
    }

    @Test
    void whatTheOriginDeclinedMayBeSaidAgainAndEachSchoolIsToldWhatTheOtherSaid() {
        var scene = commended("APPROVED");
        var honour = honourOf(scene, 0);
        var adopter = scene.schools.getLast();
        var first = UUID.randomUUID();
        scene.ok(claim(scene.otherSecretary, first, honour, adopter));
        scene.ok(
                move(
                        scene.secretary,
                        "/api/adoptions/" + first + "/decline",
                        "{\"version\":1,\"remark\":\"没有来看过，请补充过程。\"}"));
        var second = UUID.randomUUID();
        scene.ok(claim(scene.otherSecretary, second, honour, adopter));
        scene.refused(
                claim(scene.otherSecretary, UUID.randomUUID(), honour, adopter),
                409,
                "already-done");
        scene.ok(move(scene.secretary, "/api/adoptions/" + second + "/confirm", "{\"version\":1}"));
        assertThat(uptake(scene, honour)).isEqualTo(1);

        var origin = scene.schools.getFirst();
        told("claimed", first, origin);
        told("declined", first, adopter);
        told("claimed", second, origin);
        told("confirmed", second, adopter);
    }

    private void told(String what, UUID adoption, UUID school) {
        var occasion = UUID.nameUUIDFromBytes(("adoption/" + adoption + "/" + what).getBytes());
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(events.said(NotificationEvent.TOPIC))
                                .filteredOn(one -> one.contains(occasion.toString()))
                                .singleElement(STRING)
                                .contains(school.toString(), "award.adoption-" + what));
    }

    private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder claim(
            Person by, UUID id, UUID honour, UUID school) {
        return move(
                by,
                "/api/adoptions",
                "{\"id\":\"%s\",\"honourId\":\"%s\",\"schoolId\":\"%s\",\"whatChanged\":\"我校照此布置了走廊展板，每周由学生轮流讲解一次。\"}"
                        .formatted(id, honour, school));
    }

    private int uptake(Scene scene, UUID honour) {
        for (String after = ""; ; ) {
            var page = scene.ok(get("/api/public/brands?limit=200" + after));
            List<Integer> found =
                    JsonPath.read(page, "$.items[?(@.id=='%s')].adoptions".formatted(honour));
            if (!found.isEmpty()) return found.getFirst();
            after = "&after=" + JsonPath.<String>read(page, "$.next");
        }
    }

    private String checked(Scene scene, String number, String code) {
        return JsonPath.read(
                scene.ok(get("/api/public/certificates/{number}", number).param("code", code)),
                "$.status");
    }

    private Scene commended(String mode) {
        var scene = new Scene(mvc, jdbc, transaction, mode);
        scene.ok(scene.close(scene.notice(TODAY.minusDays(7), TODAY), 2));
        scene.ok(
                scene.commend("教党〔2026〕%s号".formatted(scene.programme.toString().substring(0, 8))));
        return scene;
    }

    private static UUID commendationOf(Scene scene) {
        return UUID.fromString(
                JsonPath.read(
                        scene.ok(
                                read(
                                        scene.office,
                                        "/api/commendations?programme=" + scene.programme)),
                        "$[0].id"));
    }

    private static UUID honourOf(Scene scene, int index) {
        return UUID.fromString(
                JsonPath.read(
                        scene.ok(read(scene.office, "/api/honours?programme=" + scene.programme)),
                        "$.items[%d].id".formatted(index)));
    }
}
