package cn.sihong.review.circulars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.sihong.review.circulars.Circular.Content;
import cn.sihong.review.circulars.Circular.Draft;
import cn.sihong.review.circulars.Circular.Head;
import cn.sihong.review.circulars.Facts.Tally;
import cn.sihong.review.findings.Area;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

class CircularTest {

    private static final UUID AUTHOR = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();
    private static final List<String> SCHOOLS = List.of("育才小学", "春苗幼儿园");

    @Test
    void whoWroteItLastDoesNotIssueIt() {
        assertThatExceptionOfType(AuthorIssues.class)
                .isThrownBy(() -> draft("总体良好").issue(AUTHOR, Instant.EPOCH, SCHOOLS));
        assertThat(draft("总体良好").issue(OTHER, Instant.EPOCH, SCHOOLS).by()).isEqualTo(OTHER);
    }

    @Test
    void itHasFiveThousandCharactersAtMostCountedAsPeopleCount() {
        int rest = draft("").content().length();
        var full = draft("𬱟".repeat(Circular.MOST - rest));
        assertThat(full.content().length()).isEqualTo(5_000);
        assertThat(full.issue(OTHER, Instant.EPOCH, SCHOOLS).content()).isEqualTo(full.content());
        assertThatExceptionOfType(CircularTooLong.class)
                .isThrownBy(() ->
                        draft("四".repeat(Circular.MOST - rest + 1))
                                .issue(OTHER, Instant.EPOCH, SCHOOLS));
    }

    @Test
    void noSchoolStandsInIt() {
        assertThatExceptionOfType(SchoolNamed.class)
                .isThrownBy(() -> draft("育才小学做得较好").issue(OTHER, Instant.EPOCH, SCHOOLS))
                .satisfies(refusal -> assertThat(refusal.sentence()).contains("育才小学"));
    }

    @Test
    void anEmptyPartKeepsItBack() {
        assertThatExceptionOfType(CircularIncomplete.class)
                .isThrownBy(() -> draft(" ").issue(OTHER, Instant.EPOCH, SCHOOLS));
    }

    @Test
    void aDraftTellsAreasAndNeverHowFewSchools() {
        var content =
                new Facts(
                                12,
                                List.of(
                                        new Tally(Area.PLACES, 5, 7, 2),
                                        new Tally(Area.PLAN, 1, 1, 0)))
                        .draft("督查通报");
        assertThat(content.overview()).contains("12 所", "8 个", "2 个");
        assertThat(content.problems()).contains("阵地建设：5 所学校", "方案制订：个别学校");
        assertThat(content.problems()).doesNotContain("1 所学校");
    }

    private static Draft draft(String overview) {
        return new Draft(
                new Head(UUID.randomUUID(), UUID.randomUUID(), AUTHOR, 1),
                new Content(
                        "督查通报", overview, "常态宣讲", "个别学校书屋待整理", "按期整改", LocalDate.of(2026, 10, 30)));
    }
}
