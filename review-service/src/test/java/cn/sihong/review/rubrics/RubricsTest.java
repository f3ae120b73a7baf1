package cn.sihong.review.rubrics;

import static cn.sihong.review.District.as;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.sihong.platform.test.SihongTest;
import cn.sihong.review.District;

import com.jayway.jsonpath.JsonPath;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;
import java.util.UUID;

/** Each test's editions are rolled back: other tests count with the first ones. */
@SihongTest
@Transactional
class RubricsTest {

    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired Rubrics rubrics;

    @Test
    void everyDefaultRubricHasAHundredPointsInHalvesAndSaysWhatPointsLookLike() {
        for (var rubric : rubrics.of(UUID.randomUUID()).rubrics()) {
            assertThat(rubric.criteria().stream().mapToInt(Criterion::maxPoints).sum())
                    .as(rubric.name())
                    .isEqualTo(100_000);
            assertThat(rubric.criteria())
                    .allSatisfy(it -> {
                        assertThat(it.maxPoints() % Criterion.STEP).isZero();
                        assertThat(it.anchors()).hasSizeGreaterThanOrEqualTo(3);
                        assertThat(it.anchors().getFirst().points()).isEqualTo(it.maxPoints());
                        assertThat(it.anchors().getLast().points()).isZero();
                    });
            assertThat(rubric.information()).extracting(Information::code).contains("two-skins");
        }
    }

    @Test
    void bonusesDeductionsAndAShortVetoListBelongToTheSchoolRubric() {
        var adjusting = rubrics.adjusting(UUID.randomUUID());

        assertThat(adjusting.bonusLimit()).isEqualTo(5_000);
        assertThat(adjusting.rules())
                .extracting(Adjusting.Rule::kind)
                .contains(Adjusting.Kind.BONUS, Adjusting.Kind.DEDUCTION);
        assertThat(adjusting.vetoes())
                .hasSizeLessThanOrEqualTo(8)
                .allSatisfy(it -> assertThat(it.basis()).isNotBlank());
    }

    /** Invariant 24. */
    @Test
    void aProgrammeKeepsItsEditionFromTheFirstScoreOn() {
        var scored = UUID.randomUUID();
        rubrics.freeze(scored);
        var id = UUID.randomUUID();
        assertThat(rubrics.add(id, draft(100_000))).isTrue();
        assertThat(rubrics.add(id, draft(100_000))).isFalse();
        rubrics.freeze(scored);

        assertThat(rubrics.of(scored).of(Subject.RED_BASE).edition()).isEqualTo(1);
        assertThat(rubrics.of(UUID.randomUUID()).of(Subject.RED_BASE).id()).isEqualTo(id);
    }

    @Test
    void anEditionIsNeverChanged() {
        for (var table :
                List.of(
                        "rubrics",
                        "criteria",
                        "criterion_anchors",
                        "frozen_rubrics",
                        "rubric_copies"))
            assertThat(
                            jdbc.sql(
                                            "select has_table_privilege(?, 'UPDATE') or has_table_privilege(?, 'DELETE')")
                                    .params(table, table)
                                    .query(Boolean.class)
                                    .single())
                    .as(table)
                    .isFalse();
    }

    @Test
    void whatIsWrongWithANewEditionIsNamedAtOnce() {
        assertThatThrownBy(() -> draft(90_000).check())
                .isInstanceOf(cn.sihong.platform.problem.InvalidInput.class);
        var district = District.office(mvc, jdbc, transaction);
        var refusal =
                district.answer(
                        district.json(
                                district.office,
                                post("/api/rubrics"),
                                """
                                {"id":"%s","category":"RED_BASE","name":"新版","criteria":[{"code":"traces","part":"过程","name":"台账齐全",
                                 "method":"DOCUMENT_REVIEW","maxPoints":99750,"anchors":[{"points":1,"text":"有台账"}]}]}
                                """
                                        .formatted(UUID.randomUUID())),
                        422);
        assertThat(JsonPath.<List<String>>read(refusal, "$.errors[*].field"))
                .contains(
                        "criteria",
                        "criteria[0].maxPoints",
                        "criteria[0].anchors",
                        "criteria[0].name");
        assertThat(
                        district.answer(
                                as(
                                        district.office,
                                        get("/api/rubrics?programme=" + UUID.randomUUID())),
                                200))
                .doesNotContain("新版");
    }

    private static Draft draft(int points) {
        return new Draft(
                Subject.RED_BASE,
                "红色基地评分细则（修订）",
                List.of(
                        new Criterion(
                                "all",
                                "总体",
                                "总体情况",
                                Method.SITE_VISIT,
                                points,
                                List.of(
                                        new Criterion.Anchor(points, "很好"),
                                        new Criterion.Anchor(0, "没有")))),
                List.of());
    }
}
