package cn.sihong.award.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sihong.award.Scene;
import cn.sihong.platform.retention.Retention;
import cn.sihong.platform.test.SihongTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;

@SihongTest
class TermsTest {

    private static final LocalDate TODAY = LocalDate.now();
    private static final String ENDED = "（已到期清除）";

    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired Retention retention;

    private Scene scene;
    private UUID notice;

    @BeforeEach
    void aNoticeHangs() {
        scene = new Scene(mvc, jdbc, transaction, "APPROVED");
        notice = scene.notice(Scene.TODAY, Scene.TODAY.plusDays(9));
    }

    @Test
    void whoObjectedIsForgottenThreeYearsAfterTheDecisionAndTheObjectionStays() {
        var old = objectionDecided(TODAY.minusYears(3).minusDays(1));
        var young = objectionDecided(TODAY.minusYears(3).plusDays(1));
        var before = past(TODAY.plusYears(1));

        twice();

        assertThat(past(TODAY.plusYears(1))).isEqualTo(before - 1);
        assertThat(past(TODAY.minusYears(3))).isZero();
        assertThat(reply(old)).isEqualTo("反映属实。");
        assertThat(reply(young)).isEqualTo("反映属实。");
    }

    @Test
    void whateverTheServiceAsksTheDatabaseForgetsNobodyWithinAYear() {
        objectionDecided(TODAY.minusMonths(11));

        var forgotten =
                scene.inside(() ->
                        jdbc.sql("select forget_objectors('2999-01-01', 1000)")
                                .query(Long.class)
                                .single());
        objectionDecided(TODAY.minusMonths(11));

        assertThat(past(LocalDate.parse("2999-01-01"))).isZero();
        assertThat(forgotten).isNotNegative();
    }

    @Test
    void whoDidNotComeThroughIsHiddenAfterThreeYears() {
        var old = nominated("DECLINED", TODAY.minusYears(3).minusDays(1));
        var young = nominated("DECLINED", TODAY.minusYears(2));
        var honoured = nominated("ENDORSED", TODAY.minusYears(9));

        twice();

        assertThat(nominee(old)).isEqualTo("（已隐去）");
        assertThat(nominee(young)).isEqualTo("欧阳若曦");
        assertThat(nominee(honoured)).isEqualTo("欧阳若曦");
    }

    @Test
    void nobodySetsATermThatIsTooShort() {
        var terms =
                new Terms(
                        new Terms.Periods(
                                Period.ofMonths(6), Period.ofMonths(6), Period.ofYears(9)));

        assertThatThrownBy(terms::objectorsEnd).hasMessageContaining("P1Y at least");
        assertThatThrownBy(terms::nominationsEnd).hasMessageContaining("P1Y at least");
        assertThatThrownBy(terms::recordsEnd).hasMessageContaining("P10Y at least");
    }

    @Test
    void whatWasNotHonouredIsCalledNothingTenYearsAfterItsYear() {
        var old = received(TODAY.getYear() - 12);
        var young = received(TODAY.getYear() - 10);
        var honoured = honoured(received(TODAY.getYear() - 12));

        twice();

        assertThat(called(old)).isEqualTo("2027-YD-JD03-0002 （已到期清除） （已到期清除）");
        assertThat(called(young)).isEqualTo("2027-YD-JD03-0002 欧阳若曦 欧阳若曦的事迹");
        assertThat(called(honoured)).isEqualTo(called(young));
    }

    @Test
    void whatPeopleWroteEndsTenYearsAfterItsYearAndItsRowsAreReadAsBefore() {
        var old = written(TODAY.getYear() - 12);
        var young = written(TODAY.getYear() - 10);
        scene.inside(() ->
                jdbc.sql("select end_words('2999-01-01', 100000)").query(Long.class).single());
        assertThat(things())
                .allSatisfy(thing ->
                        assertThat(rows(thing, young)).contains("欧阳若曦").doesNotContain(ENDED));

        twice();

        assertThat(things())
                .allSatisfy(thing -> {
                    assertThat(rows(thing, young)).contains("欧阳若曦").doesNotContain(ENDED);
                    if (thing.equals("applications")) assertThat(rows(thing, old)).contains("欧阳若曦");
                    else assertThat(rows(thing, old)).contains(ENDED).doesNotContain("欧阳若曦");
                });
        for (var path :
                List.of(
                        "/api/letters?programme=" + old,
                        "/api/objections?programme=" + old,
                        "/api/objections/" + old,
                        "/api/honours/" + old + "/history",
                        "/api/adoptions",
                        "/api/nominations?programme=" + old))
            assertThat(scene.ok(Scene.read(scene.office, path))).contains(ENDED);
        scene.refused(Scene.read(scene.office, "/api/letters/" + old), 409, "letter-ended");
    }

    /** All that may be written about one honoured application, under one id. */
    private UUID written(int year) {
        var id = honoured(received(year));
        objectionDecided(TODAY, id);
        scene.inside(() -> {
            for (var sql :
                    """
                    insert into objection_investigators values (:id, :id, '欧阳若曦');
                    insert into explanations values (:id, :id, 1);
                    insert into comments values (:id, :id, 0, '欧阳若曦讲得好');
                    insert into letters values (:id, 1, :selection, :id, :id, :id, '一', '红色园丁', '欧阳若曦', 'SELECTED',
                        '{"title": "欧阳若曦"}', now());
                    insert into revalidations values (:id, :year, 1, :id, :id, true, '欧阳若曦仍在岗', make_date(:year, 9, 1),
                        true, '欧阳若曦属实', make_date(:year, 9, 1));
                    insert into adoptions (id, version, state, honour_id, origin_id, adopter_id, adopter_name, what_changed,
                        claimed_on)
                    values (:id, 1, 'CLAIMED', :id, :id, gen_random_uuid(), '育才中学', '请欧阳若曦来讲', make_date(:year, 9, 1));
                    insert into nominations (id, version, state, programme_id, school_id, unit_id, name, post, head, deeds,
                        held_on, due, present, in_favour, nominated_by)
                    values (gen_random_uuid(), 1, 'NOMINATED', :id, :id, :id, '欧阳若曦', '教师', false, '欧阳若曦的事迹',
                        current_date, 9, 8, 8, :id)
                    """
                            .split(";\n"))
                jdbc.sql(sql)
                        .param("id", id)
                        .param("year", year)
                        .param("selection", scene.selection)
                        .update();
            return id;
        });
        return id;
    }

    private List<String> things() {
        return scene.inside(
                () -> jdbc.sql("select thing from words_that_end").query(String.class).list());
    }

    private String rows(String thing, UUID id) {
        return scene.inside(() ->
                jdbc.sql(
                                "select string_agg(t::text, ' ') from %s t where t::text like '%%' || ? || '%%'"
                                        .formatted(thing))
                        .param(id.toString())
                        .query(String.class)
                        .single());
    }

    private UUID received(int year) {
        var id = UUID.randomUUID();
        scene.inside(() -> {
            jdbc.sql(
                            """
                            insert into programmes (id, version, title, year, mode, demonstration, mutual_review,
                                appraisal, acceptance, supervision)
                            values (?, 1, '演示', ?, 'APPROVED', true, 30, 0, 70, 0)
                            """)
                    .params(id, year)
                    .update();
            return jdbc.sql(
                            """
                            insert into applications (id, version, programme_id, school_id, unit_id, category,
                                number, title, summary)
                            values (:id, 1, :id, :id, :id, 'RED_GARDENER', '2027-YD-JD03-0002', '欧阳若曦', '欧阳若曦的事迹')
                            """)
                    .param("id", id)
                    .update();
        });
        return id;
    }

    private UUID honoured(UUID application) {
        scene.inside(() ->
                jdbc.sql(
                                """
                                with selected as (
                                    insert into selections (id, programme_id, version, state)
                                    values (:id, :id, 1, 'OPEN') returning id),
                                commended as (
                                    insert into commendations (id, selection_id, programme_id, document_number, issued_on)
                                    select id, id, id, id::text, :on from selected returning id)
                                insert into honours (id, state, commendation_id, programme_id, application_id, category,
                                    category_name, title, school_id, school_name, unit_id)
                                select :id, 'GRANTED', id, :id, :id, 'RED_GARDENER', '红色园丁', '欧阳若曦', :id, '实验小学', :id
                                from commended
                                """)
                        .param("id", application)
                        .param("on", TODAY)
                        .update());
        return application;
    }

    private String called(UUID application) {
        return scene.inside(() ->
                jdbc.sql(
                                "select concat_ws(' ', number, title, summary) from applications where id = ?")
                        .param(application)
                        .query(String.class)
                        .single());
    }

    private void twice() {
        retention.goRound(TODAY);
        retention.goRound(TODAY);
    }

    private long past(LocalDate before) {
        return scene.inside(() ->
                jdbc.sql("select objectors_past(?)").param(before).query(Long.class).single());
    }

    private UUID objectionDecided(LocalDate on) {
        return objectionDecided(on, UUID.randomUUID());
    }

    private UUID objectionDecided(LocalDate on, UUID id) {
        scene.inside(() -> {
            jdbc.sql(
                            """
                            insert into objections (id, version, state, receipt, code, kind, voice, notice_id,
                                selection_id, programme_id, application_id, title, school_id, school_name, unit_id,
                                redacted, received_on, accept_by, complete, accepted_on, investigate_by, findings,
                                founded, reported_on, sustained, reply, decided_on)
                            values (:id, 1, 'DECIDED', :receipt, 'ABCDEFGHJKMNPQRS', 'OBJECTION', 'PERSON', :notice,
                                :id, :id, :id, '星火展厅', :id, '实验小学', :id, '欧阳若曦说展厅后建。', :on, :later, true, :on, :on,
                                '属实', true, :on, true, '反映属实。', :on)
                            """)
                    .param("id", id)
                    .param("receipt", "测-" + id)
                    .param("notice", notice)
                    .param("on", on)
                    .param("later", on.plusDays(5))
                    .update();
            jdbc.sql("insert into objectors values (?, 'locked'::bytea)").param(id).update();
            return jdbc.sql(
                            "insert into objector_scans values (?, 'image/png',"
                                    + " 'locked'::bytea)")
                    .param(id)
                    .update();
        });
        return id;
    }

    private String reply(UUID objection) {
        return scene.inside(() ->
                jdbc.sql("select reply from objections where id = ?")
                        .param(objection)
                        .query(String.class)
                        .single());
    }

    private UUID nominated(String state, LocalDate heldOn) {
        var id = UUID.randomUUID();
        scene.inside(() -> {
            var programme =
                    jdbc.sql("select id from programmes limit 1").query(UUID.class).single();
            return jdbc.sql(
                            """
                            insert into nominations (id, version, state, programme_id, school_id, unit_id, name, post,
                                head, deeds, held_on, due, present, in_favour, nominated_by, answered_by, reason)
                            values (:id, 1, :state, :programme, :id, :id, '欧阳若曦', '教师', false, '事迹', :on, 9, 8, 8,
                                :id, gen_random_uuid(), :reason)
                            """)
                    .param("id", id)
                    .param("state", state)
                    .param("programme", programme)
                    .param("on", heldOn)
                    .param(
                            "reason",
                            state.equals("DECLINED") ? "名额已满" : null,
                            java.sql.Types.VARCHAR)
                    .update();
        });
        return id;
    }

    private String nominee(UUID id) {
        return scene.inside(() ->
                jdbc.sql("select name from nominations where id = ?")
                        .param(id)
                        .query(String.class)
                        .single());
    }
}
