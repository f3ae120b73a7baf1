package cn.sihong.submission.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.sihong.platform.calendar.WorkingDays;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.test.Person;
import cn.sihong.platform.test.SihongTest;
import cn.sihong.submission.Desk;
import cn.sihong.submission.organisations.Town;
import cn.sihong.submission.programmes.ProgrammeSamples;
import cn.sihong.submission.programmes.Programmes;
import cn.sihong.submission.programmes.Stage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.Executors;

/** Before and after, once each, and never at an unkind hour. */
@SihongTest
class RemindersTest {

    /** A Friday. */
    private static final LocalDate DUE = LocalDate.of(2041, 6, 28);

    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;
    @Autowired Programmes programmes;
    @Autowired Reminders reminders;

    private Desk secretary;
    private String title;

    @BeforeEach
    void aProgrammeIsToBeReadUntilPlansAreDue() {
        secretary = Desk.of(mvc, Town.in(jdbc).secretary());
        var programme =
                ProgrammeSamples.published(programmes, ProgrammeSamples.closing(Stage.PLAN, DUE));
        title = programme.terms().title();
    }

    @Test
    void aDutyIsRememberedBeforeOnAndAfterItsDayAndOnceEach() {
        reminders.remind(at("2041-06-24T22:00:00"));
        assertThat(told()).isEmpty();
        try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 2; i++)
                replicas.submit(() -> reminders.remind(at("2041-06-26T07:05:00")));
        }
        reminders.remind(at("2041-06-26T08:05:00"));
        await().atMost(Duration.ofSeconds(30)).until(() -> told().size() == 1);
        assertThat(told().getFirst()).startsWith("还有 2 天截止：研读《" + title);

        reminders.remind(at("2041-06-28T07:05:00"));
        await().atMost(Duration.ofSeconds(30)).until(() -> told().size() == 2);
        assertThat(told().getFirst()).startsWith("今天截止");

        reminders.remind(at("2041-06-30T09:05:00")); // a Sunday
        reminders.remind(at("2041-07-01T09:05:00"));
        await().atMost(Duration.ofSeconds(30)).until(() -> told().size() == 3);
        assertThat(told().getFirst()).startsWith("已过截止日期");
    }

    @Test
    void theOfficeHearsThatAWindowClosesAndThatItClosedOnceEach() {
        reminders.remind(at("2041-06-26T07:05:00"));
        reminders.remind(at("2041-06-27T07:05:00"));
        await().atMost(Duration.ofSeconds(30)).until(() -> officeWasTold().size() == 1);
        assertThat(officeWasTold()).containsExactly("“实施方案报送”即将截止");

        reminders.remind(at("2041-07-01T09:05:00"));
        reminders.remind(at("2041-07-01T10:05:00"));
        await().atMost(Duration.ofSeconds(30)).until(() -> officeWasTold().size() == 2);
        assertThat(officeWasTold().getFirst()).isEqualTo("“实施方案报送”已经截止");
    }

    @Test
    void aSchoolHearsThatAWindowOpensAndAnInspectorDoesNot() {
        var opening = ProgrammeSamples.opening(Stage.CREATION, DUE);
        title = ProgrammeSamples.published(programmes, opening).terms().title();
        reminders.remind(at("2041-06-27T09:05:00"));
        assertThat(toldInside(secretary)).isEmpty();
        reminders.remind(at("2041-06-28T09:05:00"));
        reminders.remind(at("2041-06-28T10:05:00"));
        await().atMost(Duration.ofSeconds(30)).until(() -> toldInside(secretary).size() == 1);
        assertThat(toldInside(secretary)).containsExactly("“品牌创建”今天开始");
        assertThat(toldInside(Desk.of(mvc, Person.with(Role.INSPECTOR)))).isEmpty();
    }

    private List<String> officeWasTold() {
        return toldInside(Desk.of(mvc, Person.with(Role.PARTY_OFFICE)));
    }

    /** Titles of what speaks of this programme in its text, the newest first. */
    private List<String> toldInside(Desk desk) {
        return Desk.read(
                desk.gets("/api/notifications?limit=200"),
                "$.items[?(@.body =~ /.*%s.*/)].title".formatted(title));
    }

    /** What the secretary was told of this programme, the newest first. */
    private List<String> told() {
        List<String> titles =
                Desk.read(secretary.gets("/api/notifications?limit=200"), "$.items[*].title");
        return titles.stream().filter(one -> one.contains(title)).toList();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WorkingDays.BEIJING).toInstant();
    }
}
