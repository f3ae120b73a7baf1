package cn.sihong.award.objections;

import static cn.sihong.award.Scene.TODAY;
import static cn.sihong.award.Scene.move;
import static cn.sihong.award.Scene.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import cn.sihong.award.Scene;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.test.Person;
import cn.sihong.platform.test.SihongTest;

import com.jayway.jsonpath.JsonPath;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** What anybody can object to, who learns of it, and what it stops. */
@SihongTest
class ObjectionStoryTest {

    private static final String FACTS = "我是欧阳若曦（13912345678），该校展厅在申报截止之后才建成，有照片为证。";

    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    private final Person confidant = Person.with(Role.DISCIPLINE);
    private final Person second = Person.with(Role.DISCIPLINE);
    private final UUID objection = UUID.randomUUID();
    private Scene scene;

    @BeforeEach
    void aListIsInNoticeAndTwoAreConfided() {
        scene = new Scene(mvc, jdbc, transaction, "APPROVED");
        scene.inside(() -> jdbc.sql("delete from confidants").update());
        for (var one : List.of(confidant, second)) {
            scene.ok(move(one, "/api/objections/confidants", "{}"));
            scene.ok(move(scene.member, confirm(one), "{}"));
        }
    }

    /** Invariant 12. */
    @Test
    void anObjectionSustainedOnTheLastDayStopsTheCommendation() {
        var notice = scene.notice(TODAY.minusDays(7), TODAY);
        registered(notice);
        scene.refused(scene.close(notice, 2), 409, "objection-open");
        accepted();
        investigated();
        scene.refused(scene.close(notice, 2), 409, "objection-open");
        scene.ok(decide(true));
        scene.ok(scene.close(notice, 2));
        scene.refused(scene.commend("教党〔2026〕1号"), 409, "sustained-objection-stands");
        assertThat(waitingForMember()).contains("异议成立，重新研究“星火展厅”是否列入名单");

        // by a new decision the one falls out and the next in reserve takes the place
        var successor = replaced(scene.applications.getFirst());
        assertThat(waitingForMember()).doesNotContain("异议成立，重新研究“星火展厅”是否列入名单");
        var page = scene.ok(get("/api/public/notices/" + notice));
        assertThat(JsonPath.<List<Boolean>>read(page, "$.entries[*].withdrawn"))
                .containsExactly(true, false);
        assertThat(JsonPath.<Integer>read(page, "$.objections.sustained")).isEqualTo(1);
        scene.refused(scene.commend("教党〔2026〕1号"), 409, "not-yet-noticed");
        var further = UUID.randomUUID();
        var draft = scene.ok(scene.draft(further));
        assertThat(JsonPath.<List<String>>read(draft, "$.entries[*].applicationId"))
                .containsExactly(successor.toString());
        scene.ok(scene.publish(scene.member, further, 1));
        scene.refused(scene.close(further, 2), 409, "notice-still-open");
        scene.refused(scene.commend("教党〔2026〕1号"), 409, "notice-still-open");
        scene.ok(
                move(
                        scene.office,
                        "/api/notices/" + further + "/shorten",
                        "{\"version\":2,\"closesOn\":\"%s\",\"reason\":\"演示缩短\"}"
                                .formatted(TODAY)));
        scene.ok(scene.close(further, 3));
        var number = "教党〔2026〕%s号".formatted(objection.toString().substring(0, 8));
        scene.ok(scene.commend(number));
        var honours = scene.ok(read(scene.office, "/api/honours?programme=" + scene.programme));
        assertThat(JsonPath.<List<String>>read(honours, "$.items[*].applicationId"))
                .containsExactlyInAnyOrder(
                        scene.applications.getLast().toString(), successor.toString());
    }

    private List<String> waitingForMember() {
        return JsonPath.read(
                scene.ok(read(scene.member, "/api/tasks/award")),
                "$[?(@.programmeId=='%s')].title".formatted(scene.programme));
    }

    /**
     * What the Party group's new decision leaves: see the deliberation's tests for how it is made.
     */
    private UUID replaced(UUID gone) {
        var successor = UUID.randomUUID();
        scene.inside(() -> {
            jdbc.sql(
                            """
                            insert into applications (id, version, programme_id, school_id, unit_id, category,
                                number, title, summary)
                            values (?, 1, ?, ?, ?, 'RED_BASE', '2026-JD-9', '递补展厅', '递补的概要。')
                            """)
                    .params(successor, scene.programme, scene.schools.getLast(), scene.unit)
                    .update();
            scene.addWinner(successor, 3);
            return jdbc.sql(
                            """
                            insert into replacements (id, selection_id, gone, successor, reason, held_on, due, present,
                                in_favour, against, abstained, recused, recorded_by, recorded_at)
                            values (?, ?, ?, ?, '异议属实', current_date, 5, 5, 5, 0, 0, 0, ?, now())
                            """)
                    .params(
                            UUID.randomUUID(),
                            scene.selection,
                            gone,
                            successor,
                            scene.member.subject())
                    .update();
        });
        return successor;
    }

    /** Invariant 13. */
    @Test
    void onlyTheTwoConfidantsLearnWhoObjects() {
        var notice = scene.notice(TODAY, TODAY.plusDays(7));
        registered(notice);
        var third = Person.with(Role.DISCIPLINE);
        var path = "/api/objections/" + objection + "/objector";
        scene.refused(read(third, path), 403, "not-a-confidant");
        for (var other : List.of(scene.office, scene.member, scene.secretary))
            scene.refused(read(other, path), 403, "role-not-allowed");
        scene.ok(move(third, "/api/objections/confidants", "{}"));
        scene.refused(move(scene.member, confirm(third), "{}"), 409, "confidants-complete");

        assertThat(scene.ok(read(confidant, path))).contains("欧阳若曦", "13912345678", FACTS);
        assertThat(
                        jdbc.sql(
                                        "select count(*) from audit where about_id = ? and action = 'objection.unmask'")
                                .param(objection.toString())
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void neitherTheDatabaseNorAnyEventNorAnyListHoldsTheName() {
        var notice = scene.notice(TODAY, TODAY.plusDays(7));
        registered(notice);
        int seen =
                scene.inside(() ->
                        jdbc.sql("select count(*) from objectors").query(Integer.class).single());
        assertThat(seen)
                .as("row security shows nobody a row, not even with the bureau's reach")
                .isZero();
        assertThat(
                        jdbc.sql("select count(*) from outbox where payload like '%欧阳%'")
                                .query(Integer.class)
                                .single())
                .isZero();
        for (var reader : List.of(scene.office, scene.member, confidant))
            assertThat(
                            withoutIds(
                                    scene.ok(
                                            read(
                                                    reader,
                                                    "/api/objections?programme="
                                                            + scene.programme))))
                    .contains("申报截止之后才建成")
                    .doesNotContain("欧阳", "139");
        assertThat(withoutIds(scene.ok(get("/api/public/notices/" + notice))))
                .doesNotContain("欧阳", "139");
    }

    /** An id is drawn by chance, and now and then has the first figures of a phone number. */
    private static String withoutIds(String answer) {
        return answer.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "");
    }

    @Test
    void aUnitConcernedReadsTheRedactedTextOnceItIsAcceptedAndAnotherNothing() {
        var notice = scene.notice(TODAY, TODAY.plusDays(7));
        registered(notice);
        var list = "/api/objections?programme=" + scene.programme;
        assertThat(scene.ok(read(scene.secretary, list))).contains("\"items\":[]");
        accepted();
        assertThat(scene.ok(read(scene.secretary, list)))
                .contains("申报截止之后才建成")
                .doesNotContain("欧阳");
        assertThat(scene.ok(read(scene.otherSecretary, list))).contains("\"items\":[]");
        scene.refused(read(scene.otherSecretary, "/api/objections/" + objection), 404, null);
    }

    @Test
    void aRedactionThatBetraysTheSpeakerIsNotAccepted() {
        var notice = scene.notice(TODAY, TODAY.plusDays(7));
        registered(notice);
        scene.refused(accept(confidant, "欧阳若曦反映该校展厅建成较晚"), 422, "invalid-input");
        scene.refused(accept(Person.with(Role.DISCIPLINE), "换一种说法"), 403, "not-a-confidant");
        scene.ok(accept(confidant, "有人反映该校展厅建成较晚"));
    }

    @Test
    void whoeverScoredDoesNotInvestigateAndWhoeverInvestigatedDoesNotDecide() {
        var notice = scene.notice(TODAY, TODAY.plusDays(7));
        registered(notice);
        accepted();
        var inspector = Person.with(Role.DISCIPLINE, Role.INSPECTOR);
        scene.refused(move(inspector, path("investigators"), "{}"), 403, "took-part-in-scoring");
        scene.inside(() ->
                jdbc.sql("insert into seats values (?, ?, 'peer-reviewer', false, 2)")
                        .params(scene.schools.getLast(), second.subject())
                        .update());
        scene.refused(move(second, path("investigators"), "{}"), 403, "took-part-in-scoring");
        scene.ok(move(confidant, path("investigators"), "{}"));
        scene.refused(report(confidant), 409, "too-few-investigators");
        var both = Person.with(Role.PARTY_OFFICE, Role.PARTY_GROUP_MEMBER);
        scene.ok(move(both, path("investigators"), "{}"));
        scene.refused(report(scene.office), 409, "too-few-investigators");
        scene.ok(report(confidant));
        scene.refused(decide(both, true), 403, "investigator-decides");
        scene.ok(decide(false));
        scene.refused(decide(false), 409, "already-done");
    }

    @Test
    void aReceiptIsReadWithItsCodeAndNotFoundByGuessing() {
        var notice = scene.notice(TODAY, TODAY.plusDays(7));
        var kept = registered(notice);
        String receipt = JsonPath.read(kept, "$.receipt");
        String code = JsonPath.read(kept, "$.code");
        var status = scene.ok(get("/api/public/objections/{r}", receipt).param("code", code));
        assertThat(status).contains("REGISTERED").doesNotContain("欧阳", "星火");
        scene.refused(
                get("/api/public/objections/{r}", receipt).param("code", "0".repeat(16)),
                404,
                "no-such-objection");
        scene.refused(
                get("/api/public/objections/{r}", "异1999-0001").param("code", code),
                404,
                "no-such-objection");
        accepted();
        investigated();
        scene.ok(decide(false));
        assertThat(scene.ok(get("/api/public/objections/{r}", receipt).param("code", code)))
                .contains("经核查，所反映的情况不属实");
    }

    @Test
    void aUnitSpeaksUnderItsSeal() {
        var notice = scene.notice(TODAY, TODAY.plusDays(7));
        var kept =
                scene.ok(
                        scene.objecting(
                                objection, notice, scene.applications.getFirst(), "UNIT", FACTS));
        assertThat(JsonPath.<Boolean>read(kept, "$.sealMissing")).isTrue();
        scene.refused(accept(confidant, null), 409, "seal-missing");
        String receipt = JsonPath.read(kept, "$.receipt");
        String code = JsonPath.read(kept, "$.code");
        scene.refused(
                seal(receipt, code, "not a picture".getBytes(StandardCharsets.UTF_8)),
                422,
                "not-a-scan");
        scene.refused(seal(receipt, "0".repeat(16), png()), 404, "no-such-objection");
        scene.ok(seal(receipt, code, png()));
        scene.refused(seal(receipt, code, png()), 409, "not-possible-now");
        var scan = scene.call(read(confidant, path("seal")));
        assertThat(scan.getContentType()).startsWith("image/png");
        assertThat(scan.getContentAsByteArray()).isEqualTo(png());
        scene.refused(read(Person.with(Role.DISCIPLINE), path("seal")), 403, "not-a-confidant");
    }

    @Test
    void evidenceComesWithTheWordsAndIsSeenByAConfidantAlone() {
        var notice = scene.notice(TODAY, TODAY.plusDays(7));
        var kept = scene.ok(objecting(notice, scene.applications.getFirst()));
        String receipt = JsonPath.read(kept, "$.receipt");
        String code = JsonPath.read(kept, "$.code");
        var piece = UUID.randomUUID();
        scene.refused(
                evidence(receipt, code, piece, "not a picture".getBytes(StandardCharsets.UTF_8)),
                422,
                "not-a-scan");
        scene.refused(evidence(receipt, "0".repeat(16), piece, png()), 404, "no-such-objection");
        for (int twice = 0; twice < 2; twice++)
            assertThat(
                            JsonPath.<Integer>read(
                                    scene.ok(evidence(receipt, code, piece, png())), "$.evidence"))
                    .isOne();

        assertThat(
                        JsonPath.<List<String>>read(
                                scene.ok(read(confidant, path("objector"))), "$.evidence"))
                .containsExactly(piece.toString());
        var seen = scene.call(read(confidant, path("evidence/" + piece)));
        assertThat(seen.getContentType()).startsWith("image/png");
        assertThat(seen.getContentAsByteArray()).isEqualTo(png());
        scene.refused(
                read(Person.with(Role.DISCIPLINE), path("evidence/" + piece)),
                403,
                "not-a-confidant");

        for (int more = 1; more < EvidenceFull.MOST; more++)
            scene.ok(evidence(receipt, code, UUID.randomUUID(), png()));
        scene.refused(evidence(receipt, code, UUID.randomUUID(), png()), 409, "evidence-full");
        accepted();
        scene.ok(evidence(receipt, code, piece, png()));
        investigated();
        scene.refused(evidence(receipt, code, piece, png()), 409, "not-possible-now");
    }

    @Test
    void afterTheLastDayAndAboutWhatIsNotListedNobodyObjects() {
        var over = scene.notice(TODAY.minusDays(9), TODAY.minusDays(1));
        scene.refused(objecting(over, scene.applications.getFirst()), 409, "not-in-notice");
        scene.refused(objecting(over, UUID.randomUUID()), 409, "not-in-notice");
        scene.refused(
                objecting(UUID.randomUUID(), scene.applications.getFirst()), 409, "not-in-notice");
        var page = scene.ok(get("/api/public/notices/" + over));
        assertThat(page).doesNotContain("展陈本地革命史").contains("星火展厅").doesNotContain("\"text\"");
    }

    @Test
    void withoutNameContactOrFactsNothingIsRegistered() {
        var notice = scene.notice(TODAY, TODAY.plusDays(7));
        scene.refused(
                scene.objecting(objection, notice, scene.applications.getFirst(), "PERSON", "太少"),
                422,
                "invalid-input");
        assertThat(count()).isZero();
    }

    @Test
    void aSchoolAppealsForItsOwnAndForNobodyElses() {
        scene.notice(TODAY, TODAY.plusDays(7));
        scene.refused(appeal(scene.otherSecretary, "ARITHMETIC_APPEAL"), 403, "not-your-unit");
        scene.refused(appeal(scene.secretary, "OBJECTION"), 422, "invalid-input");
        var kept = scene.ok(appeal(scene.secretary, "ARITHMETIC_APPEAL"));
        assertThat(kept).contains("异");
        scene.refused(appeal(scene.secretary, "ARITHMETIC_APPEAL"), 409, "already-done");
        var counts =
                scene.ok(
                        read(
                                scene.member,
                                "/api/objections/statistics?programme=" + scene.programme));
        assertThat(JsonPath.<Integer>read(counts, "$.appeals")).isEqualTo(1);
        assertThat(JsonPath.<Integer>read(counts, "$.open")).isEqualTo(1);
    }

    private String registered(UUID notice) {
        return scene.ok(objecting(notice, scene.applications.getFirst()));
    }

    private MockHttpServletRequestBuilder objecting(UUID notice, UUID application) {
        return scene.objecting(objection, notice, application, "PERSON", FACTS);
    }

    private MockHttpServletRequestBuilder accept(Person by, @Nullable String redacted) {
        var kept = scene.ok(read(confidant, "/api/objections/" + objection));
        String automatic = JsonPath.read(kept, "$.objection.facts");
        return move(
                by,
                path("accept"),
                "{\"version\":1,\"redacted\":\"%s\"}"
                        .formatted(redacted == null ? automatic : redacted));
    }

    private void accepted() {
        scene.ok(accept(confidant, null));
    }

    private void investigated() {
        scene.ok(move(confidant, path("investigators"), "{}"));
        scene.ok(move(second, path("investigators"), "{}"));
        scene.ok(report(second));
    }

    private MockHttpServletRequestBuilder report(Person by) {
        return move(
                by,
                path("report"),
                "{\"version\":2,\"findings\":\"经查阅验收记录和施工合同，情况如下所述。\",\"founded\":true}");
    }

    private MockHttpServletRequestBuilder decide(boolean sustained) {
        return decide(scene.member, sustained);
    }

    private MockHttpServletRequestBuilder decide(Person by, boolean sustained) {
        return move(
                by,
                path("decide"),
                "{\"version\":3,\"sustained\":%s,\"reply\":\"经核查，所反映的情况%s，感谢监督。\"}"
                        .formatted(sustained, sustained ? "属实" : "不属实"));
    }

    private MockHttpServletRequestBuilder appeal(Person by, String kind) {
        return move(
                by,
                "/api/objections/appeals",
                "{\"id\":\"%s\",\"programmeId\":\"%s\",\"applicationId\":\"%s\",\"kind\":\"%s\",\"facts\":\"我校现场验收得分与签字表上的得分不一致，请核对计算过程。\"}"
                        .formatted(
                                objection, scene.programme, scene.applications.getFirst(), kind));
    }

    private static MockHttpServletRequestBuilder seal(String receipt, String code, byte[] bytes) {
        return put("/api/public/objections/{r}/seal", receipt).param("code", code).content(bytes);
    }

    private static MockHttpServletRequestBuilder evidence(
            String receipt, String code, UUID piece, byte[] bytes) {
        return put("/api/public/objections/{r}/evidence/{p}", receipt, piece)
                .param("code", code)
                .content(bytes);
    }

    private String path(String deed) {
        return "/api/objections/" + objection + "/" + deed;
    }

    private static String confirm(Person who) {
        return "/api/objections/confidants/" + who.subject() + "/confirm";
    }

    private int count() {
        return scene.inside(() ->
                jdbc.sql("select count(*) from objections where programme_id = ?")
                        .param(scene.programme)
                        .query(Integer.class)
                        .single());
    }

    private static byte[] png() {
        return java.util.Base64.getDecoder()
                .decode(
                        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    }
}
