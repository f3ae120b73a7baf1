package cn.sihong.submission.organisations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.test.Person;
import cn.sihong.platform.test.SihongTest;
import cn.sihong.platform.workbook.Line;
import cn.sihong.platform.workbook.WorkbookReader;
import cn.sihong.submission.Desk;
import cn.sihong.submission.organisations.workbook.OrganisationSheets;

import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** The tree and its people, from a workbook. */
@SihongTest
class ImportTest {

    private static final List<String> ORGANISATIONS = List.of("编码", "名称", "类型", "学段", "上级编码");
    private static final List<String> PARTY = List.of("编码", "名称", "类型", "上级编码", "书记用户名", "覆盖单位编码");
    private static final List<String> PEOPLE = List.of("用户名", "姓名", "单位编码", "岗位");

    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;

    private final Person office = Person.with(Role.PARTY_OFFICE);
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @AfterEach
    void keycloakIsBack() {
        KeycloakForTests.AWAY.set(false);
    }

    @Test
    void aTreeIsTakenAndItsPeopleGetAccountsAndSeats() throws Exception {
        take(sound()).andExpect(status().isOk()).andExpect(jsonPath("$.organisations").value(3));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(account("sec-" + mark)).isEqualTo("READY"));
        var secretary = subjectOf("sec-" + mark);
        assertThat(secretary).isEqualTo(KeycloakForTests.ACCOUNTS.get("sec-" + mark));
        var mine =
                Desk.of(
                                mvc,
                                new Person(
                                        secretary,
                                        "sec-" + mark,
                                        "张三",
                                        java.util.Set.of(Role.SCHOOL_SECRETARY)))
                        .gets("/api/organisations/mine");
        assertThat(Desk.<List<String>>read(mine, "$[*].role"))
                .containsExactlyInAnyOrder("school-secretary", "peer-reviewer");
    }

    @Test
    void theSameWorkbookTwiceChangesNothing() throws Exception {
        take(sound()).andExpect(status().isOk());
        var before = versions();
        take(sound()).andExpect(status().isOk());
        assertThat(versions()).isEqualTo(before);
    }

    @Test
    void aRehearsalTakesNothing() throws Exception {
        mvc(sound(), true).andExpect(status().isOk()).andExpect(jsonPath("$.dryRun").value(true));
        assertThat(versions()).isEmpty();
    }

    @Test
    void everyFaultIsNamedWithItsPlaceAndNothingIsTaken() throws Exception {
        var workbook =
                workbook(
                        List.of(
                                List.of("S" + mark, "东街道教育中心", "街道教育中心", "", bureau()),
                                List.of("A" + mark, "第一小学", "大学", "小学", "S" + mark),
                                List.of("A" + mark, "第二小学", "学校", "小学", "S" + mark),
                                List.of("B" + mark, "13812345678", "学校", "幼稚园", "没有")),
                        List.of(
                                List.of("大写Name", "张三", "S" + mark, "审核人"),
                                List.of("ok-" + mark, "李四", "S" + mark, "书记长")));
        var refused =
                take(workbook)
                        .andExpect(status().isUnprocessableContent())
                        .andExpect(jsonPath("$.code").value("invalid-workbook"));
        assertThat(Desk.<List<String>>read(refused, "$.errors[*].field"))
                .contains("单位!C3", "单位!A4", "单位!B5", "单位!D5", "单位!E5", "人员!A2", "人员!D3");
        assertThat(versions()).isEmpty();
    }

    @Test
    void whatIsNoWorkbookIsRefusedWithAWayOut() throws Exception {
        for (var broken : List.of("not a zip".getBytes(), new byte[0], Arrays.copyOf(sound(), 900)))
            take(broken)
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(jsonPath("$.code").value("invalid-workbook"));
    }

    @Test
    void aForeignHeadingIsNamed() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            fill(workbook, "单位", List.of("代码", "名称", "类型", "学段", "上级编码"), List.of());
            fill(workbook, "人员", PEOPLE, List.of());
        }
        take(bytes.toByteArray())
                .andExpect(jsonPath("$.errors[0].field").value("单位!A1"))
                .andExpect(jsonPath("$.errors[0].message").value("表头应为“编码”，请使用下载的模板。"));
    }

    @Test
    void whileKeycloakIsAwayPeopleWaitAndThenGetTheirAccounts() throws Exception {
        KeycloakForTests.AWAY.set(true);
        take(sound()).andExpect(status().isOk());
        Thread.sleep(500);
        assertThat(account("sec-" + mark)).isEqualTo("PENDING");
        KeycloakForTests.AWAY.set(false);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(account("sec-" + mark)).isEqualTo("READY"));
    }

    @Test
    void whomKeycloakRefusesIsShownAsFailed() throws Exception {
        var name = KeycloakForTests.NOT_WELCOME + mark;
        take(workbook(
                        List.of(List.of("S" + mark, "东街道教育中心", "街道教育中心", "", bureau())),
                        List.of(List.of(name, "张三", "S" + mark, "审核人"))))
                .andExpect(status().isOk());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(account(name)).isEqualTo("FAILED"));
    }

    @Test
    void whoLeavesIsDisabledAndWhoComesBackIsEnabledAgain() throws Exception {
        take(sound()).andExpect(status().isOk());
        var name = "rev-" + mark;
        becomes(name, "READY");
        var subject = subjectOf(name);
        take(people(List.of(name, "李四", "S" + mark, "离任"))).andExpect(status().isOk());
        becomes(name, "CLOSED");
        assertThat(KeycloakForTests.DISABLED).contains(subject);
        take(people(List.of(name, "李四", "S" + mark, "离任"))).andExpect(status().isOk());
        assertThat(account(name)).isEqualTo("CLOSED");

        take(people(List.of(name, "李四", "S" + mark, "审核人"))).andExpect(status().isOk());
        becomes(name, "READY");
        assertThat(KeycloakForTests.DISABLED).doesNotContain(subject);
        assertThat(subjectOf(name)).isEqualTo(subject);
    }

    @Test
    void aSeatThatEndsTakesItsRoleAlongAndNoOther() throws Exception {
        take(sound()).andExpect(status().isOk());
        var name = "sec-" + mark;
        becomes(name, "READY");
        var held = KeycloakForTests.HELD.get(subjectOf(name));
        held.add("party-office");
        take(people(List.of(name, "张三", "A" + mark, "书记"))).andExpect(status().isOk());
        becomes(name, "READY");
        assertThat(held).containsExactlyInAnyOrder("school-secretary", "party-office");
    }

    @Test
    void aDepartureWaitsForKeycloakToo() throws Exception {
        take(sound()).andExpect(status().isOk());
        var name = "rev-" + mark;
        becomes(name, "READY");
        KeycloakForTests.AWAY.set(true);
        take(people(List.of(name, "李四", "S" + mark, "离任"))).andExpect(status().isOk());
        assertThat(account(name)).isEqualTo("PENDING");
        KeycloakForTests.AWAY.set(false);
        becomes(name, "CLOSED");
    }

    @Test
    void aJointBranchHasSeveralSchoolsAndASchoolSeveralBranches() throws Exception {
        take(sound()).andExpect(status().isOk());
        take(party(
                        List.of("G" + mark, "教育系统党委", "党委", "", "", ""),
                        List.of(
                                "J" + mark,
                                "联合支部",
                                "联合党支部",
                                "G" + mark,
                                "sec-" + mark,
                                "A%1$s、D%1$s".formatted(mark)),
                        List.of("B" + mark, "一小支部", "党支部", "G" + mark, "", "A" + mark),
                        List.of("X" + mark, "一小党小组", "党小组", "B" + mark, "", "A" + mark)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.party").value(4));
        var shown = Desk.of(mvc, office).gets("/api/organisations/party");
        assertThat(
                        Desk.<List<List<String>>>read(
                                        shown, "$[?(@.code == 'J%s')].schools".formatted(mark))
                                .getFirst())
                .hasSize(2);
        assertThat(
                        Desk.<List<String>>read(
                                shown, "$[?(@.code == 'J%s')].secretary".formatted(mark)))
                .containsExactly("张三");
    }

    @Test
    void aPartyTreeThatContradictsItselfIsRefusedCellByCell() throws Exception {
        take(sound()).andExpect(status().isOk());
        var refused =
                take(party(
                                List.of("J" + mark, "联合支部", "联合党支部", "", "", "A" + mark),
                                List.of(
                                        "B" + mark,
                                        "支部",
                                        "党支部",
                                        "没有",
                                        "nobody",
                                        "A%1$s,D%1$s".formatted(mark)),
                                List.of("X" + mark, "小组", "党小组", "", "", "Z" + mark),
                                List.of("P" + mark, "甲", "党总支", "Q" + mark, "", ""),
                                List.of("Q" + mark, "乙", "党总支", "P" + mark, "", ""),
                                List.of("Q" + mark, "丙", "支委会", "", "", "")))
                        .andExpect(status().isUnprocessableContent());
        assertThat(Desk.<List<String>>read(refused, "$.errors[*].field"))
                .contains(
                        "党组织!F2", "党组织!D3", "党组织!E3", "党组织!F3", "党组织!D4", "党组织!F4", "党组织!D5",
                        "党组织!D6", "党组织!A7");
        Desk.of(mvc, office)
                .gets("/api/organisations/party")
                .andExpect(jsonPath("$[?(@.code == 'B%s')]".formatted(mark)).isEmpty());
    }

    @Test
    void whatIsExportedMayBeTakenAgainAndChangesNothing() throws Exception {
        take(sound()).andExpect(status().isOk());
        take(party(List.of("B" + mark, "一小支部", "党支部", "", "sec-" + mark, "A" + mark)))
                .andExpect(status().isOk());
        becomes("sec-" + mark, "READY");
        becomes("rev-" + mark, "READY");
        var before = versions();
        var export =
                Desk.of(mvc, office)
                        .gets("/api/organisations/export")
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray();
        var filled = WorkbookReader.read(export, OrganisationSheets.ALL);
        var ours = new ArrayList<List<List<String>>>();
        for (var layout : OrganisationSheets.ALL)
            ours.add(
                    filled.get(layout).stream()
                            .map(Line::cells)
                            .filter(cells -> cells.stream().anyMatch(cell -> cell.endsWith(mark)))
                            .toList());
        assertThat(ours.get(0)).hasSize(3);
        assertThat(ours.get(1)).hasSize(3);
        assertThat(ours.get(2)).hasSize(1);
        take(workbook(ours.get(0), ours.get(1), ours.get(2))).andExpect(status().isOk());
        assertThat(versions()).isEqualTo(before);
        assertThat(account("sec-" + mark)).isEqualTo("READY");
    }

    @Test
    void namesMayBeRareAndLongAndOneSignMoreIsRefused() throws Exception {
        for (var name : List.of("𬱟𠮷小学", "校".repeat(60), "𬱟".repeat(60), "阿卜杜热合曼·买买提小学")) {
            var own = UUID.randomUUID().toString().substring(0, 8);
            take(workbook(List.of(List.of(own, name, "街道教育中心", "", bureau())), List.of()))
                    .andExpect(status().isOk());
            assertThat(
                            jdbc.sql("select name from organisations where code = ?")
                                    .param(own)
                                    .query(String.class)
                                    .single())
                    .isEqualTo(name);
        }
        for (var name : List.of("𬱟".repeat(61), "东\u202e街", "东\n街", "联系13812345678"))
            take(workbook(List.of(List.of("N" + mark, name, "街道教育中心", "", bureau())), List.of()))
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(jsonPath("$.errors[0].field").value("单位!B2"));
    }

    private void becomes(String username, String state) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(account(username)).isEqualTo(state));
    }

    @SafeVarargs
    private static byte[] people(List<String>... rows) throws IOException {
        return workbook(List.of(), List.of(rows));
    }

    @SafeVarargs
    private static byte[] party(List<String>... rows) throws IOException {
        return workbook(List.of(), List.of(), List.of(rows));
    }

    @Test
    void theTemplateIsAWorkbookThatTheImportReads() throws Exception {
        var template =
                Desk.of(mvc, office)
                        .gets("/api/organisations/template")
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray();
        take(template)
                .andExpect(jsonPath("$.code").value("invalid-workbook"))
                .andExpect(jsonPath("$.errors").doesNotExist());
    }

    private byte[] sound() throws IOException {
        return workbook(
                List.of(
                        List.of("S" + mark, "东街道教育中心", "街道教育中心", "", bureau()),
                        List.of("A" + mark, "第一小学", "学校", "小学", "S" + mark),
                        List.of("D" + mark, "实验幼儿园", "直属学校", "幼儿园", bureau())),
                List.of(
                        List.of("sec-" + mark, "张三", "A" + mark, "书记"),
                        List.of("sec-" + mark, "张三", "A" + mark, "互评员"),
                        List.of("rev-" + mark, "李四", "S" + mark, "审核人")));
    }

    /** The one bureau of the test database, made by whoever comes first. */
    private String bureau() {
        jdbc.sql(
                        """
                        insert into organisations (id, code, name, kind)
                        select gen_random_uuid(), 'BUREAU', '区教育局', 'BUREAU'
                        where not exists (select from organisations where kind = 'BUREAU')
                        """)
                .update();
        return jdbc.sql(
                        "select code from organisations where kind = 'BUREAU' order by code limit 1")
                .query(String.class)
                .single();
    }

    private static byte[] workbook(List<List<String>> organisations, List<List<String>> people)
            throws IOException {
        return workbook(organisations, people, List.of());
    }

    private static byte[] workbook(
            List<List<String>> organisations, List<List<String>> people, List<List<String>> party)
            throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            fill(workbook, "单位", ORGANISATIONS, organisations);
            fill(workbook, "人员", PEOPLE, people);
            if (!party.isEmpty()) fill(workbook, "党组织", PARTY, party);
        }
        return bytes.toByteArray();
    }

    private static void fill(
            Workbook workbook, String name, List<String> headings, List<List<String>> rows) {
        var sheet = workbook.newWorksheet(name);
        for (int column = 0; column < headings.size(); column++)
            sheet.value(0, column, headings.get(column));
        for (int row = 0; row < rows.size(); row++)
            for (int column = 0; column < rows.get(row).size(); column++)
                sheet.value(row + 1, column, rows.get(row).get(column));
    }

    private ResultActions take(byte[] workbook) {
        return mvc(workbook, false);
    }

    private ResultActions mvc(byte[] workbook, boolean dryRun) {
        return Desk.of(mvc, office)
                .perform(
                        post("/api/organisations/import")
                                .queryParam("dryRun", String.valueOf(dryRun))
                                .contentType(
                                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                                .content(workbook));
    }

    private String account(String username) {
        return jdbc.sql("select account from people where username = ?")
                .param(username)
                .query(String.class)
                .single();
    }

    private UUID subjectOf(String username) {
        return jdbc.sql("select subject from people where username = ?")
                .param(username)
                .query(UUID.class)
                .single();
    }

    private List<Long> versions() {
        return jdbc.sql("select version from organisations where code like ? order by code")
                .param("%" + mark)
                .query(Long.class)
                .list();
    }
}
