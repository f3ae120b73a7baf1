package cn.sihong.submission.applications;

import static cn.sihong.submission.applications.Samples.JSON;
import static cn.sihong.submission.applications.Samples.MONDAY;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sihong.platform.calendar.WorkingDays;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.problem.Refusal.FieldError;
import cn.sihong.platform.test.Person;
import cn.sihong.platform.test.SihongTest;
import cn.sihong.submission.Desk;
import cn.sihong.submission.applications.Completeness.Word;
import cn.sihong.submission.applications.Field.Table;
import cn.sihong.submission.applications.Field.Text;
import cn.sihong.submission.programmes.Category;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The four forms as they are kept (research.md §3.2, §3.3). */
@SihongTest
class FormsTest {

    @Autowired Forms forms;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc mvc;

    @TestFactory
    Stream<DynamicTest> eachFormIsSoundAndCanBeFilledInCompletely() {
        return each(form -> {
            assertThatNoException().isThrownBy(() -> Soundness.check(form));
            var filled = Filled.in(form, "育人", MONDAY.minusDays(3));
            var complete = new Completeness(form, new WorkingDays(Map.of()), MONDAY);
            complete.check(filled, new Word("同意。", true));
            assertThat(form.submitted(filled)).isEqualTo(filled);
        });
    }

    @TestFactory
    Stream<DynamicTest> eachTextHoldsWhatItsLimitSaysAndNotOneCharacterMore() {
        return each(form -> {
            var filled = Filled.in(form, "育人", MONDAY.minusDays(3));
            for (var field : form.fields()) {
                switch (field) {
                    case Text text ->
                            assertThatItHolds(
                                    text.max(),
                                    words -> form.faults(with(filled, text.key(), words), false));
                    case Table table -> {
                        for (var column : table.columns())
                            if (column instanceof Text text)
                                assertThatItHolds(
                                        text.max(),
                                        words ->
                                                form.faults(
                                                        with(
                                                                filled,
                                                                table.key(),
                                                                rowOf(text.key(), words)),
                                                        false));
                        assertThat(form.faults(with(filled, table.key(), rows(table.max())), false))
                                .isEmpty();
                        assertThat(
                                        form.faults(
                                                with(filled, table.key(), rows(table.max() + 1)),
                                                false))
                                .hasSize(1);
                    }
                    default -> {}
                }
            }
        });
    }

    @Test
    void theFormsAskForWhatTheSchemeNames() {
        assertThat(keys(Category.RED_GARDENER))
                .contains("roleIdeas", "roleHeritage", "joinedParty", "lectures", "ethicsLastYear");
        assertThat(keys(Category.RED_READING_ROOM))
                .contains("bookClasses", "reviewed", "openHours", "loans", "keeper");
        assertThat(keys(Category.RED_CLASSROOM))
                .contains("audience", "studentForm", "teacherForm", "sources", "weeksHeld");
        assertThat(keys(Category.RED_BASE))
                .contains("rooms", "exhibits", "guides", "evacuation", "emblemChecked");
        for (var category : Category.values())
            assertThat(keys(category))
                    .contains("deeds", "effect", "teachingItems", "mechanism", "selfScore")
                    .contains("evidence", "consentReview", "consentPublish", "consentShow");
    }

    @Test
    void nobodyIsAskedForWhatIsNotNeeded() {
        assertThat(
                        jdbc.sql("select string_agg(definition::text, ' ') from application_forms")
                                .query(String.class)
                                .single())
                .doesNotContain("\"身份证号\"", "\"手机", "\"家庭住址", "\"银行");
    }

    @Test
    void aNewVersionIsAddedBehindTheNewestAndTheOldOneStays() throws Exception {
        var office = Desk.of(mvc, Person.with(Role.PARTY_OFFICE));
        var newest = forms.newest(Category.RED_READING_ROOM);
        var next = next(newest);
        office.posts(JSON.writeValueAsString(next), "/api/application-forms")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(next.version()));
        office.posts(JSON.writeValueAsString(next), "/api/application-forms")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("form-version-taken"));
        assertThat(forms.newest(Category.RED_READING_ROOM)).isEqualTo(next);
        assertThat(forms.get(Category.RED_READING_ROOM, newest.version())).isEqualTo(newest);
        office.gets("/api/application-forms/RED_READING_ROOM/999")
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("no-such-form"));
        assertThat(Desk.<List<String>>read(office.gets("/api/application-forms"), "$[*].category"))
                .hasSize(Category.values().length);
    }

    @Test
    void aFormThatIsNoneChangesNothing() throws Exception {
        var office = Desk.of(mvc, Person.with(Role.PARTY_OFFICE));
        office.posts("{}", "/api/application-forms").andExpect(status().is4xxClientError());
        var askingTwice = JSON.writeValueAsString(next(forms.newest(Category.RED_BASE)));
        office.posts(
                        askingTwice.replace("\"key\":\"theme\"", "\"key\":\"area\""),
                        "/api/application-forms")
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.code").value("invalid-input"));
        assertThat(forms.newest(Category.RED_BASE).version()).isEqualTo(1);
    }

    @Test
    void theTableLetsNobodyChangeAForm() {
        assertThat(
                        org.assertj.core.api.Assertions.catchThrowable(() ->
                                jdbc.sql("update application_forms set version = 9").update()))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("permission denied");
    }

    private static Form next(Form form) {
        return new Form(
                form.category(),
                form.version() + 1,
                form.minutes(),
                form.undertaking(),
                form.sections());
    }

    private Stream<DynamicTest> each(java.util.function.Consumer<Form> claim) {
        return Arrays.stream(Category.values())
                .map(category ->
                        DynamicTest.dynamicTest(
                                category.chinese(), () -> claim.accept(forms.get(category, 1))));
    }

    private List<String> keys(Category category) {
        return forms.get(category, 1).fields().stream().map(Field::key).toList();
    }

    private static void assertThatItHolds(
            int max, java.util.function.Function<JsonNode, Stream<FieldError>> faults) {
        for (var character : List.of("字", "𠮷", "a")) {
            assertThat(faults.apply(text(character.repeat(max)))).isEmpty();
            assertThat(faults.apply(text(character.repeat(max + 1))))
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.message()).startsWith("最多 " + max));
        }
    }

    private static JsonNode text(String words) {
        return JsonNodeFactory.instance.stringNode(words);
    }

    private static JsonNode rowOf(String column, JsonNode cell) {
        var row = JsonNodeFactory.instance.objectNode().set(column, cell);
        return JsonNodeFactory.instance.arrayNode().add(row);
    }

    private static JsonNode rows(int n) {
        var rows = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < n; i++) rows.addObject();
        return rows;
    }

    private static Content with(Content content, String key, JsonNode answer) {
        var answers = new TreeMap<>(content.answers());
        answers.put(key, answer);
        return new Content(answers);
    }
}
