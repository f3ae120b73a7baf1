package cn.sihong.submission.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sihong.platform.retention.Retention;
import cn.sihong.platform.test.SihongTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;

@SihongTest
class TermsTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

    @Autowired Retention retention;
    @Autowired JdbcClient jdbc;

    @Test
    void whatSomebodyWasToldGoesAfterTwoYearsWithTheMailThatSaidSo() {
        var old = told(TODAY.minusYears(2).minusDays(1));
        var young = told(TODAY.minusYears(2).plusDays(1));

        twice();

        assertThat(count("notifications", old)).isZero();
        assertThat(count("notifications", young)).isOne();
        assertThat(count("mails", old)).isZero();
        assertThat(count("mails", young)).isOne();
    }

    @Test
    void whoLeftLosesTheMailAddressAndTheViewsAfterAMonthAndTheNameAfterThreeYears() {
        var lately = left("周文", TODAY.minusDays(20));
        var lastYear = left("王红", TODAY.minusYears(1));
        var longAgo = left("李梅", TODAY.minusYears(3).minusDays(1));

        twice();

        assertThat(nameMailAndViews(lately)).containsExactly("周文", "1", "1");
        assertThat(nameMailAndViews(lastYear)).containsExactly("王红", "0", "0");
        assertThat(nameMailAndViews(longAgo)).containsExactly(Terms.LEFT, "0", "0");
    }

    /** Keycloak is told the name that is left, by the same way as any change. */
    @Test
    void theAccountOfWhoIsForgottenWaitsToBeWrittenAgain() {
        var longAgo = left("李梅", TODAY.minusYears(4));

        retention.goRound(TODAY);

        assertThat(
                        jdbc.sql("select account from people where subject = ?")
                                .param(longAgo)
                                .query(String.class)
                                .single())
                .isNotEqualTo("READY");
    }

    @Test
    void aSuggestionLosesItsNameAYearAfterTheAnswerAndKeepsItsWords() {
        var old = suggested(TODAY.minusYears(1).minusDays(1));
        var young = suggested(TODAY.minusMonths(11));

        twice();

        assertThat(suggestion(old)).containsExactly("字太小", "-");
        assertThat(suggestion(young)).containsExactly("字太小", "周文");
    }

    @Test
    void aDesignNobodyWentOnWithGoesAfterAYear() {
        var old = sketched(TODAY.minusYears(1).minusDays(1));
        var young = sketched(TODAY.minusMonths(11));

        twice();

        assertThat(sketches(old)).isZero();
        assertThat(sketches(young)).isOne();
    }

    @Test
    void nobodySetsATermThatIsTooShort() {
        var short_ = Period.ofMonths(5);
        var terms = terms(short_);

        assertThatThrownBy(terms::notificationsEnd).hasMessageContaining("P6M at least");
        assertThatThrownBy(terms::namesOfPeopleEnd).hasMessageContaining("P6M at least");
        assertThatThrownBy(terms::applicationsThatWereNotReportedEnd)
                .hasMessageContaining("P1Y at least");
        assertThatThrownBy(terms::plansThatWereNotFiledEnd).hasMessageContaining("P1Y at least");
    }

    @Test
    void nobodySetsATermBelowTheArchives() {
        var nine = terms(Period.ofYears(9));

        assertThatThrownBy(nine::applicationsThatWereReportedEnd).hasMessageContaining("P10Y");
        assertThatThrownBy(nine::plansThatWereFiledEnd).hasMessageContaining("P10Y");
        assertThatThrownBy(nine::activitiesEnd).hasMessageContaining("P10Y");
        assertThatThrownBy(nine::progressSheetsEnd).hasMessageContaining("P10Y");
        assertThatThrownBy(nine::batchesEnd).hasMessageContaining("P10Y");
        assertThatThrownBy(nine::filesEnd).hasMessageContaining("P10Y");
        assertThatThrownBy(terms(Period.ofYears(29))::applicationsThatWereHonouredEnd)
                .hasMessageContaining("P30Y");
    }

    private static Terms terms(Period each) {
        return new Terms(
                new Terms.Periods(each, each, each, each, each, each, each, each, each, each));
    }

    private void twice() {
        retention.goRound(TODAY);
        retention.goRound(TODAY);
    }

    private UUID told(LocalDate on) {
        var id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into notifications (id, occasion_id, subject, template, title, body, link, told_at)
                        values (:id, :id, :id, 'plain', '题目', '正文', '/app', :on)
                        """)
                .param("id", id)
                .param("on", on)
                .update();
        jdbc.sql("insert into notification_reads values (:id, :id, :on)")
                .param("id", id)
                .param("on", on)
                .update();
        jdbc.sql(
                        """
                        insert into mails (id, subject, day, digest, state, claimed_at)
                        values (:id, :id, :on, false, 'SENT', :on)
                        """)
                .param("id", id)
                .param("on", on)
                .update();
        jdbc.sql("insert into mailed_notifications values (:id, :id, :id)")
                .param("id", id)
                .update();
        return id;
    }

    private UUID left(String name, LocalDate on) {
        var subject = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into people (username, name, subject, account, closed_at)
                        values (?, ?, ?, 'CLOSED', ?)
                        """)
                .params("u" + subject, name, subject, on)
                .update();
        jdbc.sql(
                        """
                        insert into mailboxes (subject, address, rhythm, roles, since)
                        values (?, 'somebody@example.edu.cn', 'EACH', '{}', ?)
                        """)
                .params(subject, on)
                .update();
        jdbc.sql(
                        """
                        insert into views (id, subject, page, name, query)
                        values (:subject, :subject, '/findings', '待整改', 'finding=OPEN')
                        """)
                .param("subject", subject)
                .update();
        return subject;
    }

    private UUID suggested(LocalDate answeredOn) {
        var id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into suggestions (id, page, body, author, name, made_at, answer_by,
                                                 answer, answered_by, answered_at)
                        values (:id, '/app', '字太小', :id, '周文', :on, :on, '已调整', :id, :on)
                        """)
                .param("id", id)
                .param("on", answeredOn)
                .update();
        return id;
    }

    private UUID sketched(LocalDate on) {
        var subject = UUID.randomUUID();
        jdbc.sql("insert into sketches values (?, '/forms/RED_CLASSROOM/1', '{}', 1, ?)")
                .params(subject, on)
                .update();
        return subject;
    }

    private long sketches(UUID subject) {
        return jdbc.sql("select count(*) from sketches where subject = ?")
                .param(subject)
                .query(Long.class)
                .single();
    }

    private long count(String table, UUID id) {
        return jdbc.sql("select count(*) from " + table + " where id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    private List<String> nameMailAndViews(UUID subject) {
        return jdbc.sql(
                        """
                        select name, (select count(*) from mailboxes m where m.subject = p.subject)::text,
                               (select count(*) from views v where v.subject = p.subject)::text
                        from people p where subject = ?
                        """)
                .param(subject)
                .query((row, n) -> List.of(row.getString(1), row.getString(2), row.getString(3)))
                .single();
    }

    private List<String> suggestion(UUID id) {
        return jdbc.sql("select body, coalesce(name, '-') from suggestions where id = ?")
                .param(id)
                .query((row, n) -> List.of(row.getString(1), row.getString(2)))
                .single();
    }
}
