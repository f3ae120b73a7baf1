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
import java.util.UUID;

@SihongTest
class TermsTest {

    private static final LocalDate TODAY = LocalDate.now();

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
        assertThatThrownBy(terms::titlesEnd).hasMessageContaining("P10Y at least");
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
                                with commended as (
                                    insert into commendations (id, selection_id, programme_id, document_number, issued_on)
                                    values (:id, :selection, :id, :id::text, :on) returning id)
                                insert into honours (id, state, commendation_id, programme_id, application_id, category,
                                    category_name, title, school_id, school_name, unit_id)
                                select :id, 'GRANTED', id, :id, :id, 'RED_GARDENER', '红色园丁', '欧阳若曦', :id, '实验小学', :id
                                from commended
                                """)
                        .param("id", application)
                        .param("selection", scene.selection)
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
        var id = UUID.randomUUID();
        scene.inside(() -> {
            jdbc.sql(
                            """
                            insert into objections (id, version, state, receipt, code, kind, voice, notice_id,
                                selection_id, programme_id, application_id, title, school_id, school_name, unit_id,
                                redacted, received_on, accept_by, complete, accepted_on, investigate_by, findings,
                                founded, reported_on, sustained, reply, decided_on)
                            values (:id, 1, 'DECIDED', :receipt, 'ABCDEFGHJKMNPQRS', 'OBJECTION', 'PERSON', :notice,
                                :id, :id, :id, '星火展厅', :id, '实验小学', :id, '展厅后建。', :on, :later, true, :on, :on,
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
