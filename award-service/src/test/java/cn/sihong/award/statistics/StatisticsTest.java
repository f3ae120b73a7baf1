package cn.sihong.award.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import cn.sihong.contracts.ApplicationEvent;
import cn.sihong.contracts.AppraisalEvent;
import cn.sihong.contracts.Event;
import cn.sihong.contracts.FindingEvent;
import cn.sihong.contracts.InspectionEvent;
import cn.sihong.contracts.MutualReviewEvent;
import cn.sihong.contracts.PlanEvent;
import cn.sihong.contracts.Stamp;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.test.Events;
import cn.sihong.platform.test.Person;
import cn.sihong.platform.test.SihongTest;

import com.jayway.jsonpath.JsonPath;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/** Counts come from events, each heard twice and in any order. */
@SihongTest
class StatisticsTest {

    @Autowired MockMvc mvc;
    @Autowired Events events;
    @Autowired Statistics statistics;

    private final UUID programme = UUID.randomUUID();
    private final UUID unit = UUID.randomUUID();
    private final UUID school = UUID.randomUUID();
    private final UUID application = UUID.randomUUID();
    private final UUID plan = UUID.randomUUID();
    private final UUID finding = UUID.randomUUID();
    private final UUID appraisal = UUID.randomUUID();

    @Test
    void eventsTwiceAndInAnyOrderGiveTheSameNumbers() throws Exception {
        hears(new Random(7));
        var report = statistics.of(programme);
        assertThat(report.participation()).hasSize(2);
        assertThat(report.participation().getFirst().unitName()).isEqualTo("全局合计");
        var row = report.participation().getLast();
        assertThat(row.unitId()).isEqualTo(unit);
        assertThat(row.schools()).isEqualTo(1);
        assertThat(row.plansFiled()).isEqualTo(1);
        assertThat(row.recommended()).isEqualTo(1);
        assertThat(row.received()).isEqualTo(1);
        assertThat(report.categories())
                .containsExactly(new Statistics.Category("RED_BASE", 1, 1, 0, 1));
        var effect =
                report.indicators().stream()
                        .filter(one -> one.source().equals("MUTUAL_REVIEW"))
                        .findFirst()
                        .orElseThrow();
        assertThat(effect.mean()).isEqualTo(8_000);
        assertThat(effect.share()).isEqualTo(800);
        assertThat(report.findings())
                .containsExactly(new Statistics.Finding("SUPERVISION", "DATED", 1, 0, 0, 1, 1, 0));
        assertThat(report.turnout())
                .containsExactly(new Statistics.Turnout("PARTY_MEMBERS", 1, 30, 24, 23, 800, 0));
        theWorkbookSaysTheSame();
    }

    @Test
    void whereNothingWasHeardNothingIsInvented() {
        var report = statistics.of(UUID.randomUUID());
        assertThat(report.participation()).isEmpty();
        assertThat(report.turnout()).isEmpty();
        assertThat(StatisticsWorkbook.of(report)).startsWith("PK".getBytes());
    }

    private void theWorkbookSaysTheSame() throws Exception {
        var office = Person.with(Role.PARTY_OFFICE);
        var answer =
                mvc.perform(get("/api/statistics/" + programme).with(office.signedIn()))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        assertThat(JsonPath.<Integer>read(answer, "$.turnout[0].returned")).isEqualTo(24);
        var workbook =
                mvc.perform(
                                get("/api/statistics/" + programme + "/workbook.xlsx")
                                        .with(office.signedIn()))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray();
        try (var book =
                new org.apache.poi.xssf.usermodel.XSSFWorkbook(
                        new java.io.ByteArrayInputStream(workbook))) {
            assertThat(book.getSheet("评议参与").getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo("党员");
            assertThat(book.getSheet("问题整改").getRow(1).getCell(5).getNumericCellValue())
                    .isEqualTo(1);
        }
    }

    private void hears(Random random) {
        var once =
                List.<Event>of(
                        new PlanEvent.Submitted(stamp(1), plan, school, unit),
                        new PlanEvent.Filed(stamp(4), plan, school, unit, "星火"),
                        new ApplicationEvent.Submitted(
                                stamp(2), application, school, unit, "RED_BASE", "星火展厅", "BUILT"),
                        new ApplicationEvent.Screened(
                                stamp(3), application, school, unit, "RED_BASE", true, 1),
                        new ApplicationEvent.Received(
                                stamp(5),
                                application,
                                school,
                                unit,
                                "RED_BASE",
                                "2026-JD-" + application.toString().substring(0, 8),
                                "星火展厅",
                                "概要",
                                "BUILT",
                                1),
                        new FindingEvent.Opened(
                                stamp(1),
                                finding,
                                school,
                                "SUPERVISION",
                                "DATED",
                                LocalDate.of(2026, 9, 1)),
                        new FindingEvent.Answered(stamp(2), finding, school),
                        new FindingEvent.Closed(stamp(4), finding, school, true),
                        new AppraisalEvent.Counted(
                                stamp(3),
                                appraisal,
                                school,
                                "PARTY_MEMBERS",
                                null,
                                30,
                                24,
                                23,
                                91_000L,
                                60_000L,
                                false),
                        new AppraisalEvent.Counted(
                                stamp(3),
                                appraisal,
                                school,
                                "PARTY_MEMBERS",
                                application,
                                30,
                                24,
                                23,
                                95_000L,
                                60_000L,
                                false),
                        new InspectionEvent.Explained(
                                stamp(5),
                                UUID.randomUUID(),
                                school,
                                List.of(
                                        new InspectionEvent.Indicator(
                                                "plan", "方案制订", 13_000, 15_000)),
                                List.of(),
                                List.of()),
                        new MutualReviewEvent.ApplicationExplained(
                                stamp(6),
                                UUID.randomUUID(),
                                application,
                                List.of(
                                        new MutualReviewEvent.Indicator(
                                                "effective", "实效性", 8_000, 10_000)),
                                List.of()));
        var said = new ArrayList<>(Stream.concat(once.stream(), once.stream()).toList());
        Collections.shuffle(said, random);
        said.forEach(events::say);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(once)
                                .allMatch(event ->
                                        events.heardBy(
                                                "statistics." + event.topic(),
                                                event.stamp().eventId())));
    }

    private Stamp stamp(long version) {
        return new Stamp(UUID.randomUUID(), version, programme, "party-office", Instant.now());
    }
}
