package cn.sihong.review.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sihong.platform.reach.Reach;
import cn.sihong.platform.retention.Retention;
import cn.sihong.platform.test.SihongTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.LocalDate;
import java.time.Period;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

@SihongTest
class TermsTest {

    private static final LocalDate TODAY = LocalDate.now();

    @Autowired Retention retention;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    @Test
    void whoCouldVoteIsForgottenHalfAYearAfterTheCountAndTheCountStays() {
        var old = counted(TODAY.minusMonths(6).minusDays(1));
        var young = counted(TODAY.minusMonths(5));

        twice();

        assertThat(rolls(old)).isZero();
        assertThat(rolls(young)).isOne();
        assertThat(
                        inside(() ->
                                jdbc.sql("select returned from appraisals where id = ?")
                                        .param(old)
                                        .query(Integer.class)
                                        .single()))
                .isEqualTo(7);
    }

    @Test
    void whoMayStillVoteIsNotForgotten() {
        var open = appraisal(TODAY.minusYears(2), "OPEN", null);

        twice();

        assertThat(rolls(open)).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"conflict_declarations", "inspector_declarations"})
    void whatSomebodySaidOfTheirKinEndsAfterThreeYears(String table) {
        var old = declared(table, TODAY.minusYears(3).minusDays(2));
        var young = declared(table, TODAY.minusYears(3).plusDays(2));

        twice();

        assertThat(note(table, old)).isEmpty();
        assertThat(note(table, young)).isEqualTo("我的妹妹在该校任教。");
    }

    @Test
    void whyTheyMayInspectAllTheSameEndsWithIt() {
        var old = declared("inspector_declarations", TODAY.minusYears(3).minusDays(2));
        inside(() ->
                jdbc.sql(
                                "update inspector_declarations set waived_by = id, waiver = '妹妹已离校' where id = ?")
                        .param(old)
                        .update());

        twice();

        assertThat(
                        inside(() ->
                                jdbc.sql("select waiver from inspector_declarations where id = ?")
                                        .param(old)
                                        .query(String.class)
                                        .single()))
                .isEqualTo("（已到期清除）");
    }

    @Test
    void whateverTheServiceAsksTheDatabaseBlanksNothingThatIsYoung() {
        var young = declared("conflict_declarations", TODAY.minusDays(1));

        inside(() ->
                jdbc.sql("select blank_conflict_notes('2999-01-01', 1000)")
                        .query(Long.class)
                        .single());

        assertThat(note("conflict_declarations", young)).isNotEmpty();
        assertThatThrownBy(() ->
                        inside(() ->
                                jdbc.sql("update conflict_declarations set" + " note = ''")
                                        .update()))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void nobodySetsATermThatIsTooShort() {
        var terms =
                new Terms(
                        new Terms.Periods(Period.ofDays(20), Period.ofYears(2), Period.ofYears(9)));

        assertThatThrownBy(terms::rollsEnd).hasMessageContaining("P1M at least");
        assertThatThrownBy(terms::declarationsOfSchoolsEnd).hasMessageContaining("P3Y at least");
        assertThatThrownBy(terms::declarationsOfInspectorsEnd).hasMessageContaining("P3Y at least");
        assertThatThrownBy(terms::recordsEnd).hasMessageContaining("P10Y at least");
    }

    @Test
    void whatAnApplicationWasCalledEndsTenYearsAfterItsYearAndItsNumberStays() {
        var old = received(TODAY.getYear() - 12);
        var young = received(TODAY.getYear() - 10);

        twice();

        assertThat(called(old)).isEqualTo("2027-YD-JD03-0002 （已到期清除） （已到期清除）");
        assertThat(called(young)).isEqualTo("2027-YD-JD03-0002 欧阳若曦 欧阳若曦的事迹");
    }

    private UUID received(int year) {
        var id = UUID.randomUUID();
        return inside(() -> {
            jdbc.sql("insert into programmes values (?, '演示', ?, 1)").params(id, year).update();
            jdbc.sql(
                            """
                            insert into applications values (:id, :id, :id, 'RED_GARDENER', '2027-YD-JD03-0002',
                                '欧阳若曦', '欧阳若曦的事迹', 'BUILT', 1)
                            """)
                    .param("id", id)
                    .update();
            return id;
        });
    }

    private String called(UUID application) {
        return inside(() ->
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

    private UUID counted(LocalDate closedOn) {
        return appraisal(closedOn, "COUNTED", 7);
    }

    private UUID appraisal(
            LocalDate closesOn, String state, @org.jspecify.annotations.Nullable Integer came) {
        var id = UUID.randomUUID();
        return inside(() -> {
            jdbc.sql(
                            """
                            insert into appraisals (id, programme_id, school_id, electorate, opens_on, closes_on,
                                state, eligible, without_account, issued, returned, advisory)
                            values (:id, :id, :id, 'STAFF', :closes, :closes, :state, 9, 0, :came, :came, :advisory)
                            """)
                    .param("id", id)
                    .param("closes", closesOn)
                    .param("state", state)
                    .param("came", came, java.sql.Types.INTEGER)
                    .param("advisory", came == null ? null : false, java.sql.Types.BOOLEAN)
                    .update();
            jdbc.sql("insert into roll_entries values (?, ?, ?, '欧阳若曦', null)")
                    .params(UUID.randomUUID(), id, id)
                    .update();
            return id;
        });
    }

    private UUID declared(String table, LocalDate on) {
        var id = UUID.randomUUID();
        var columns =
                table.equals("conflict_declarations")
                        ? "(id, programme_id, school_id, other_school_id, kind, note, declared_by,"
                                + " declared_at) values (:id, :id, :id, gen_random_uuid(), 'KIN',"
                                + " :note, :id, :on)"
                        : "(id, subject, school_id, kind, note, at) values (:id, :id, :id, 'KIN',"
                                + " :note, :on)";
        return inside(() -> {
            jdbc.sql("insert into " + table + " " + columns)
                    .param("id", id)
                    .param("note", "我的妹妹在该校任教。")
                    .param("on", on)
                    .update();
            return id;
        });
    }

    private long rolls(UUID appraisal) {
        return inside(() ->
                jdbc.sql("select count(*) from roll_entries where appraisal_id = ?")
                        .param(appraisal)
                        .query(Long.class)
                        .single());
    }

    private String note(String table, UUID id) {
        return inside(() ->
                jdbc.sql("select note from " + table + " where id = ?")
                        .param(id)
                        .query(String.class)
                        .single());
    }

    private <T> T inside(Supplier<T> deed) {
        return Objects.requireNonNull(
                Reach.everything().during(() -> transaction.execute(_ -> deed.get())));
    }
}
