package cn.sihong.review.retention;

import static cn.sihong.platform.keycloak.Role.DISCIPLINE;
import static cn.sihong.platform.keycloak.Role.PARTY_OFFICE;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sihong.platform.reach.Reach;
import cn.sihong.platform.retention.Retention;
import cn.sihong.platform.test.Person;
import cn.sihong.platform.test.SihongTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

/** How words about schools end. */
@SihongTest
class WordsThatEndTest {

    private static final LocalDate TODAY = LocalDate.now();
    private static final String WRITTEN = "王小红";
    private static final String ENDED = "（已到期清除）";

    @Autowired MockMvc mvc;
    @Autowired Retention retention;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    @Test
    void everyTableLosesItsWordsTenYearsAfterTheYearAndKeepsItsRows() {
        var old = aRound(TODAY.getYear() - 12);
        var young = aRound(TODAY.getYear() - 10);
        var before = things().stream().map(thing -> rows(thing, old).size()).toList();

        retention.goRound(TODAY);
        var once = things().stream().map(thing -> rows(thing, old)).toList();
        retention.goRound(TODAY);

        assertThat(things())
                .allSatisfy(thing -> {
                    assertThat(rows(thing, old)).isNotEmpty();
                    if (thing.equals("field_photos")) return;
                    assertThat(rows(thing, old).toString()).contains(ENDED).doesNotContain(WRITTEN);
                    assertThat(rows(thing, young).toString())
                            .contains(WRITTEN)
                            .doesNotContain(ENDED);
                });
        assertThat(things().stream().map(thing -> rows(thing, old)).toList()).isEqualTo(once);
        assertThat(once.stream().map(List::size).toList()).isEqualTo(before);
        assertThat(ended(old)).isTrue();
        assertThat(ended(young)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/findings/ID",
                "/api/findings?programme=ID",
                "/api/inspections/ID",
                "/api/inspections/ID/records",
                "/api/supervision/visits/ID",
                "/api/joint-comments?programme=ID",
                "/api/appraisals/ID/protocol",
                "/api/score-sheets/ID",
                "/api/vetoes/ID",
                "/api/vetoes?programme=ID",
                "/api/circulars?programme=ID",
                "/api/circulars/ID",
                "/api/public/ballots/ID",
            })
    void everyReaderReadsWhatIsLeft(String path) throws Exception {
        var old = aRound(TODAY.getYear() - 12);

        retention.goRound(TODAY);

        var everybody = Person.with(PARTY_OFFICE, DISCIPLINE);
        mvc.perform(get(path.replace("ID", old.toString())).with(everybody.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(ENDED)))
                .andExpect(content().string(not(containsString(WRITTEN))));
    }

    @Test
    void whatIsProofPublicOrACountStays() {
        var old = aRound(TODAY.getYear() - 12);

        retention.goRound(TODAY);

        assertThat(rows("rounds", old).toString()).contains("摇号名单");
        assertThat(rows("undone_runs", old).toString()).contains("摇号名单");
        assertThat(rows("circulars", old).toString()).contains("全区通报");
        assertThat(rows("appraisal_subjects", old).toString()).contains("总体", "{5,2,0,0,0,0,0}");
        assertThat(rows("field_records", old).toString().replace("\"\"", "\""))
                .contains("\"count\": 12", "\"times\": 1", "\"criterion\": \"of-its-time\"");
        assertThat(rows("findings", old).toString()).contains("CLOSED", "{}");
        assertThat(rows("vetoes", old).toString()).contains("UPHELD", "fraud");
    }

    @Test
    void whateverTheServiceAsksTheDatabaseEndsNothingOfTheLastTenYears() {
        var young = aRound(TODAY.getYear() - 10);

        inside(() -> jdbc.sql("select end_words('2999-01-01', 100000)").query(Long.class).single());

        assertThat(things())
                .allSatisfy(
                        thing -> assertThat(rows(thing, young).toString()).doesNotContain(ENDED));
        assertThat(ended(young)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update score_sheets set comment = ''",
                "update score_comments set comment = ''",
                "update score_notes set note = 'x'",
                "update score_reasons set reason = 'x'",
                "update comment_sessions set minutes = ''",
                "update comment_texts set advice = ''",
                "update appraisal_subjects set name = ''",
                "update inspections set summary = ''",
                "update finding_steps set words = ''",
                "update field_records set body = '{}'",
                "update field_photos set ended = true",
                "update field_photos set cleared_at = now()"
            })
    void theServiceItselfStillChangesNothingThatWasSealed(String sql) {
        aRound(TODAY.getYear() - 12);

        assertThatThrownBy(() -> inside(() -> jdbc.sql(sql).update()))
                .isInstanceOf(DataAccessException.class);
    }

    /** All that may be written of one school in one programme, under one id. */
    private UUID aRound(int year) {
        var id = UUID.randomUUID();
        inside(() -> {
            for (var sql :
                    """
                    insert into programmes values (:id, '演示', :year, 1);
                    insert into applications values (:id, :id, :id, 'RED_GARDENER', '2027-YD', :w, :w, 'BUILT', 1);
                    insert into conflict_waivers values (:id, :id, :id, 'ffffffff-ffff-ffff-ffff-ffffffffffff', :w, :id, now());
                    insert into rounds (id, programme_id, k, state, list, commitment, seed, sheet_hash, inspected_by,
                        inspection_note)
                    values (:id, :id, 5, 'INSPECTED', '摇号名单', repeat('a', 64), '1', repeat('a', 64), :id, :w);
                    insert into undone_runs values (:id, 1, '摇号名单', 'a', '1', 'a', :w, :id, now());
                    insert into replacements values (:id, 1, 1, '摇号名单', repeat('a', 64), '{}', '{}', '{}', '{}', :w, now());
                    insert into rubric_copies values (repeat('a', 64), '{}') on conflict do nothing;
                    insert into score_sheets (id, round_id, programme_id, reviewing_school_id, judged_school_id, state, comment)
                    values (:id, :id, :id, :id, :id, 'OPEN', :w);
                    insert into score_comments values (:id, :id, :id, :w, repeat('a', 64));
                    insert into score_notes values (:id, :id, :id, 'burden', :w);
                    insert into score_reasons values (:id, :id, :id, :w, now());
                    update score_sheets set state = 'CORRECTED', locked_at = now(), correction = :w, corrected_by = :id,
                        corrected_at = now(), in_its_place = :id where id = :id;
                    insert into comment_sessions values (:id, :id, 'PLANNED', 1, current_date, '一楼会议室');
                    insert into comment_agenda values (:id, 1, :id, 5);
                    insert into comment_texts values (:id, :id, :w, :w, :w);
                    update comment_sessions set state = 'MINUTED', held_on = current_date, minutes = :w where id = :id;
                    insert into appraisals values (:id, :id, :id, 'STAFF', current_date, current_date, 'COUNTED', 1, 9, 0, 7, 7, false);
                    insert into appraisal_subjects values (:id, :id, 0, null, '总体', '{7,0,0,0,0,0,0}');
                    insert into appraisal_subjects values (:id, :id, 1, :id, :w, '{5,2,0,0,0,0,0}');
                    insert into ballot_boxes (appraisal_id, trial, school, electorate, subjects, opens_on, closes_on,
                        public_key, tally, day)
                    values (:id, false, '一小', '教职工', array['总体', :w], current_date, current_date, '', array_fill(0, array[14]),
                        current_date);
                    insert into findings (id, programme_id, school_id, unit_id, source, finder, finder_role, state, version,
                        area, time_class, problem, advice, before, from_on, due_on, measures, leader, responsible,
                        answer_before, answer_after, answered_by, answered_on, verified_by, verified_at, first_by, first_at,
                        second_by, second_at)
                    values (:id, :id, :id, :id, 'INSPECTION', :id, 'inspector', 'CLOSED', 5, 'PLAN', 'DATED', :w, :w, array[:id],
                        current_date, current_date + 1, :w, :w, :w, array[:id], array[:id], :id, current_date, :id, now(),
                        :id, now(), gen_random_uuid(), now());
                    insert into findings (id, programme_id, school_id, unit_id, source, finder, finder_role, state, version,
                        area, time_class, problem, advice, before, from_on, due_on, reason)
                    values (gen_random_uuid(), :id, :id, :id, 'INSPECTION', :id, 'inspector', 'REOPENED', 5, 'PLAN', 'DATED', :w, '',
                        '{}', current_date, current_date + 1, :w);
                    insert into finding_steps values (:id, 1, now(), :id, 'inspector', 'OPEN', :w, current_date, array[:id], '{}');
                    insert into supervision_list_items values (:id, 2026, :id::text, '清单', '文件');
                    insert into supervision_visits values (:id, :id, :id, :id, :id, current_date, current_date, array[:id],
                        'REPORTED', 1, '{SITE}', 3, :w, :w, :w, :id, now(), null);
                    insert into supervision_visits values (gen_random_uuid(), :id, :id, :id, :id, current_date, current_date,
                        array[:id], 'CALLED_OFF', 1, null, null, null, null, null, null, null, :w);
                    insert into guidance values (:id, :id, :id, :id, :w, current_date, :w, :id, current_date);
                    insert into supervision_lights values (:id, :id, 'RED', :w, now() - interval '73 hours', now() - interval '1 hour', :w);
                    insert into inspections (id, programme_id, school_id, visit_on, state, summary, school_signatory, signed_by,
                        signed_at, signature_record, locked_at)
                    values (:id, :id, :id, current_date, 'LOCKED', :w, :w, :id, now(), :id, now());
                    insert into inspectors values (:id, :id, :id);
                    insert into field_records (id, inspection_id, school_id, author, made_at, replaces, about, rubric_id,
                        criterion, max_points, points, rule, body)
                    select case when body like '%SIGNATURE%' then :id else gen_random_uuid() end, :id, :id, :id, now(), '{}', about, rubric, criterion, most, points, rule,
                        replace(replace(body, 'ID', :id::text), 'WORD', :w)::jsonb
                    from (values
                        (null::uuid, null::uuid, null, null::int, null::int, null,
                            '{"kind": "METHOD", "method": "INTERVIEW", "note": "WORD", "count": 12, "photos": ["ID"]}'),
                        (:id, '00000000-0000-7000-8000-000000000105'::uuid, 'of-its-time', 10000, 500, null,
                            '{"kind": "POINTS", "about": "ID", "criterion": "of-its-time", "points": 500}'),
                        (null, null, null, null, null, null, '{"kind": "EXCEPTION", "about": "ID", "reason": "WORD"}'),
                        (null, '00000000-0000-7000-8000-000000000105', null, null, null, 'late',
                            '{"kind": "ADJUSTMENT", "rule": "late", "times": 1, "reason": "WORD", "evidence": "WORD"}'),
                        (null, null, null, null, null, null, '{"kind": "ABSENCE", "inspector": "ID", "reason": "WORD"}'),
                        (null, null, null, null, null, null,
                            '{"kind": "SIGNATURE", "summary": "WORD", "schoolSignatory": "WORD", "sealed": ["ID"]}'))
                        as said (about, rubric, criterion, most, points, rule, body);
                    insert into field_photos values (:id, :id, :id, :id, 9, repeat('a', 64), now());
                    insert into vetoes values (:id, 1, :id, :id, null, '00000000-0000-7000-8000-000000000105', 'fraud', :w, :w, :id,
                        current_date, current_date + 1, 'UPHELD', :w, :id, current_date, :w, :w, gen_random_uuid(), current_date,
                        current_date, :w, :id, current_date, :w, :w, gen_random_uuid(), current_date);
                    insert into circulars values (:id, :id, :id, 'DRAFT', 1, :w, :w, :w, :w, :w, null, null, null);
                    insert into circulars values (gen_random_uuid(), :id, :id, 'ISSUED', 1, '全区通报', '一', '二', '三', '四',
                        current_date, gen_random_uuid(), now())
                    """
                            .split(";\n"))
                jdbc.sql(sql).param("id", id).param("year", year).param("w", WRITTEN).update();
            return id;
        });
        return id;
    }

    private List<String> things() {
        return inside(() ->
                jdbc.sql("select distinct thing from words_that_end").query(String.class).list());
    }

    private List<String> rows(String thing, UUID id) {
        return inside(() ->
                jdbc.sql(
                                "select t::text from %s t where t::text like '%%' || ? || '%%' order by 1"
                                        .formatted(thing))
                        .param(id.toString())
                        .query(String.class)
                        .list());
    }

    private boolean ended(UUID photo) {
        return inside(() ->
                jdbc.sql("select ended from field_photos where id = ?")
                        .param(photo)
                        .query(Boolean.class)
                        .single());
    }

    private <T> T inside(Supplier<T> deed) {
        return Objects.requireNonNull(
                Reach.everything().during(() -> transaction.execute(_ -> deed.get())));
    }
}
