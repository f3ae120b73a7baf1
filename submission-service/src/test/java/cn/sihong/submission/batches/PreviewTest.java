package cn.sihong.submission.batches;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sihong.submission.applications.Reporting.Tally;
import cn.sihong.submission.batches.Preview.Missing;
import cn.sihong.submission.organisations.Organisation;
import cn.sihong.submission.organisations.OrganisationKind;
import cn.sihong.submission.organisations.SchoolPhase;
import cn.sihong.submission.programmes.Category;
import cn.sihong.submission.programmes.CategoryRule;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;
import java.util.UUID;

class PreviewTest {

    private static final List<CategoryRule> RULES =
            List.of(
                    new CategoryRule(Category.RED_GARDENER, "红色园丁", 1, 2, 10),
                    new CategoryRule(Category.RED_READING_ROOM, "红色书屋", 1, 2, 10),
                    new CategoryRule(Category.RED_CLASSROOM, "红色课堂", 2, 4, 50),
                    new CategoryRule(Category.RED_BASE, "红色基地", 1, 1, 10));

    private final Organisation school = aSchool();

    @Test
    void aSchoolAtEveryMinimumNeedsNoReason() {
        var preview =
                Preview.of(
                        List.of(school),
                        List.of(
                                tally(Category.RED_GARDENER, 1, 0),
                                tally(Category.RED_READING_ROOM, 1, 0),
                                tally(Category.RED_CLASSROOM, 2, 0),
                                tally(Category.RED_BASE, 1, 0)),
                        RULES);
        assertThat(preview.unexplained(Set.of())).isEmpty();
        assertThat(preview.recommended()).isEqualTo(5);
    }

    /** Invariant 9. */
    @Test
    void whatWasBuiltButNotRecommendedCountsForTheMinimum() {
        var preview =
                Preview.of(
                        List.of(school),
                        List.of(
                                tally(Category.RED_GARDENER, 0, 1),
                                tally(Category.RED_READING_ROOM, 0, 1),
                                tally(Category.RED_CLASSROOM, 1, 1),
                                tally(Category.RED_BASE, 0, 1)),
                        RULES);
        assertThat(preview.unexplained(Set.of())).isEmpty();
        assertThat(preview.notRecommended()).isEqualTo(4);
    }

    @Test
    void oneClassroomIsOneTooFew() {
        var preview =
                Preview.of(
                        List.of(school),
                        List.of(
                                tally(Category.RED_GARDENER, 1, 0),
                                tally(Category.RED_READING_ROOM, 1, 0),
                                tally(Category.RED_CLASSROOM, 1, 0),
                                tally(Category.RED_BASE, 1, 0)),
                        RULES);
        assertThat(preview.unexplained(Set.of()))
                .singleElement()
                .satisfies(line ->
                        assertThat(line.missing())
                                .containsExactly(
                                        new Missing(Category.RED_CLASSROOM, "红色课堂", 1, 2)));
        assertThat(preview.unexplained(Set.of(school.id().value()))).isEmpty();
    }

    @Test
    void aSchoolWithoutAnyApplicationIsNotForgotten() {
        var preview = Preview.of(List.of(school), List.of(), RULES);
        assertThat(preview.unexplained(Set.of()))
                .singleElement()
                .satisfies(line -> assertThat(line.missing()).hasSize(4));
    }

    private Tally tally(Category category, int recommended, int notRecommended) {
        return new Tally(school.id(), category, recommended, notRecommended, 0);
    }

    private static Organisation aSchool() {
        return new Organisation(
                new Organisation.Id(UUID.randomUUID()),
                "XX01",
                "第一小学",
                OrganisationKind.SCHOOL,
                SchoolPhase.PRIMARY,
                null,
                new Organisation.Id(UUID.randomUUID()),
                1);
    }
}
