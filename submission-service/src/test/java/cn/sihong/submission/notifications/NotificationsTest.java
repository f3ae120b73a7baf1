package cn.sihong.submission.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sihong.contracts.NotificationEvent;
import cn.sihong.contracts.Stamp;
import cn.sihong.platform.calendar.WorkingDays;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.test.Events;
import cn.sihong.platform.test.Person;
import cn.sihong.platform.test.SihongTest;
import cn.sihong.submission.Desk;
import cn.sihong.submission.organisations.Town;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;

/** Who is told what, on the platform and by mail, and that nobody is told twice. */
@SihongTest
class NotificationsTest {

    /** Years from now, so that whatever is told meanwhile lies before it; a Tuesday. */
    private static final Instant MORNING = at("2040-03-06T08:30:00");

    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;
    @Autowired Events events;
    @Autowired MailRound round;
    @Autowired Mails mails;
    @Autowired Mailboxes mailboxes;

    private Town town;
    private Desk secretary;
    private String address;

    @BeforeEach
    void aTown() {
        town = Town.in(jdbc);
        secretary = Desk.of(mvc, town.secretary());
        address = "s" + UUID.randomUUID() + "@school.test";
    }

    @Test
    void thePeopleInASeatAreToldOnceHoweverOftenItIsAskedFor() throws Exception {
        var occasion = UUID.randomUUID();
        say(requested(occasion, town.school().id().value(), "school-secretary", null));
        say(requested(occasion, town.school().id().value(), "school-secretary", null));
        secretary
                .gets("/api/notifications")
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].title").value("请看这里"))
                .andExpect(jsonPath("$.items[0].read").value(false));
        Desk.of(mvc, town.neighbourSecretary())
                .gets("/api/notifications")
                .andExpect(jsonPath("$.items.length()").value(0));
        Desk.of(mvc, town.infoOfficer())
                .gets("/api/notifications")
                .andExpect(jsonPath("$.items.length()").value(0));
    }

    @Test
    void theSameEventDeliveredTwiceTellsOnce() throws Exception {
        var event = requested(UUID.randomUUID(), null, null, town.secretary().subject());
        say(event);
        events.say(event);
        say(requested(UUID.randomUUID(), null, null, town.secretary().subject()));
        secretary.gets("/api/notifications").andExpect(jsonPath("$.items.length()").value(2));
    }

    @Test
    void whatIsForTheBureauIsForWhoeverHoldsTheRoleAndReadByEachForThemselves() throws Exception {
        var one = Desk.of(mvc, Person.with(Role.DISCIPLINE));
        var other = Desk.of(mvc, Person.with(Role.DISCIPLINE));
        say(requested(UUID.randomUUID(), null, "discipline", null));
        String id = Desk.read(one.gets("/api/notifications"), "$.items[0].id");
        long before =
                ((Number) Desk.read(one.gets("/api/notifications/unread"), "$.unread")).longValue();
        one.posts("{}", "/api/notifications/%s/read", id)
                .andExpect(jsonPath("$.unread").value(before - 1));
        one.posts("{}", "/api/notifications/%s/read", id).andExpect(status().isOk());
        one.gets("/api/notifications?unread=true")
                .andExpect(jsonPath("$.items[*].id", org.hamcrest.Matchers.not(hasItem(id))));
        other.gets("/api/notifications?unread=true")
                .andExpect(jsonPath("$.items[*].id", hasItem(id)));
        secretary
                .posts("{}", "/api/notifications/%s/read", id)
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("no-such-notification"));
    }

    @Test
    void whatIsNoLongerOfUseIsNotTold() throws Exception {
        say(
                new NotificationEvent.Requested(
                        stamp(),
                        UUID.randomUUID(),
                        "plain",
                        null,
                        null,
                        town.secretary().subject(),
                        Map.of("title", "晚了"),
                        "/app",
                        Instant.now().minusSeconds(60)));
        secretary.gets("/api/notifications").andExpect(jsonPath("$.items.length()").value(0));
    }

    @Test
    void aDigestGoesOutOnceADayAndNothingIsInTwoMails() throws Exception {
        wants("DAILY");
        tell();
        tell();
        round.goRound(at("2040-03-06T07:30:00"));
        assertThat(arrived()).isEmpty();
        round.goRound(MORNING);
        assertThat(arrived()).hasSize(1);
        assertThat(arrived().getFirst().getSubject()).isEqualTo("四红平台今日提醒（2 条）");
        assertThat(content(arrived().getFirst()))
                .contains("请看这里")
                .contains("https://sihong.test/app/here");

        tell();
        round.goRound(MORNING.plusSeconds(3600));
        assertThat(arrived()).hasSize(1);
        round.goRound(MORNING.plus(Duration.ofDays(1)));
        assertThat(arrived()).hasSize(2);
        assertThat(arrived().getLast().getSubject()).isEqualTo("四红平台今日提醒（1 条）");
    }

    @Test
    void aTitleOfTwoLinesIsNoHeaderOfTheMail() throws Exception {
        wants("EACH");
        say(titled("Read this\r\nBcc: everybody@school.test", town.secretary().subject()));
        round.goRound(MORNING);

        assertThat(arrived()).hasSize(1);
        var mail = arrived().getFirst();
        assertThat(mail.getSubject()).isEqualTo("Read this Bcc: everybody@school.test");
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
    }

    @Test
    void twoReplicasAtOnceSendEachMailOnce() throws Exception {
        wants("EACH");
        for (int i = 0; i < 5; i++) tell();
        try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) replicas.submit(() -> round.goRound(MORNING));
        }
        round.goRound(MORNING);
        assertThat(arrived()).hasSize(5);
        assertThat(arrived().stream().map(NotificationsTest::id)).doesNotHaveDuplicates();
    }

    @Test
    void aMailWhoseSenderDiedIsNotSentAgain() throws Exception {
        wants("EACH");
        tell();
        // claimed, perhaps even sent, and then the process died
        var claimed = mails.claimOne(mailboxes.of(town.secretary().actor()).orElseThrow(), MORNING);
        assertThat(claimed).isPresent();
        round.goRound(MORNING.plusSeconds(60));
        round.goRound(MORNING.plus(Duration.ofMinutes(11)));
        assertThat(arrived()).isEmpty();
        assertThat(stateOf(claimed.get().id())).isEqualTo("UNCERTAIN");
        secretary.gets("/api/notifications").andExpect(jsonPath("$.items.length()").value(1));
    }

    @Test
    void nobodyIsWrittenToAtNightOnAWeekendOrAboutWhatTheyHaveRead() throws Exception {
        wants("EACH");
        tell();
        for (var unkind :
                List.of("2040-03-06T06:59:00", "2040-03-06T21:00:00", "2040-03-10T10:00:00"))
            round.goRound(at(unkind));
        assertThat(arrived()).isEmpty();
        secretary.posts("{}", "/api/notifications/read");
        round.goRound(MORNING);
        assertThat(arrived()).isEmpty();
    }

    @Test
    void whileTheMailServerIsAwayNothingIsLost() throws Exception {
        wants("DAILY");
        tell();
        MailForTests.SERVER.stop();
        try {
            round.goRound(MORNING);
        } finally {
            MailForTests.SERVER.start();
        }
        assertThat(arrived()).isEmpty();
        round.goRound(MORNING);
        assertThat(arrived()).hasSize(1);
    }

    @Test
    void anAddressIsTheOwnersAndWithoutOneThereIsNoMail() throws Exception {
        secretary
                .gets("/api/notifications/settings")
                .andExpect(jsonPath("$.mail").value(true))
                .andExpect(jsonPath("$.address").doesNotExist());
        for (var wrong : List.of("无", "a@", "a b@c.d", "a@b.c,d@e.f", "a@b\\u0000.c"))
            secretary
                    .puts("{\"address\":\"%s\"}".formatted(wrong), "/api/notifications/settings")
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(jsonPath("$.errors[0].field").value("address"));
        wants("EACH");
        secretary
                .puts("{\"address\":\"\"}", "/api/notifications/settings")
                .andExpect(jsonPath("$.address").doesNotExist());
        tell();
        round.goRound(MORNING);
        assertThat(arrived()).isEmpty();
        assertThat(
                        new MailSettings("", 25, null, null, "a@b.c", true, "", Duration.ofDays(1))
                                .sender())
                .isEmpty();
    }

    @Test
    void theOfficeEditsTheWordsAndTheSecondEditorIsTold() throws Exception {
        var office = Desk.of(mvc, town.office());
        List<Integer> versions =
                Desk.read(
                        office.gets("/api/notifications/templates"),
                        "$[?(@.code == 'window.closed')].version");
        var edited =
                "{\"version\":%d,\"title\":\"“{stage}”截止了\",\"body\":\"《{programme}》\"}"
                        .formatted(versions.getFirst());
        office.puts(edited, "/api/notifications/templates/window.closed")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(versions.getFirst() + 1));
        office.puts(edited, "/api/notifications/templates/window.closed")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("stale-version"));
        office.puts(edited, "/api/notifications/templates/no.such")
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("no-such-template"));
    }

    private void wants(String rhythm) throws Exception {
        secretary
                .puts(
                        "{\"address\":\"%s\",\"rhythm\":\"%s\"}".formatted(address, rhythm),
                        "/api/notifications/settings")
                .andExpect(status().isOk());
    }

    private void tell() {
        say(requested(UUID.randomUUID(), null, null, town.secretary().subject()));
    }

    private void say(NotificationEvent event) {
        events.say(event);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> events.heardBy("notifications", event.stamp().eventId()));
    }

    private static NotificationEvent requested(
            UUID occasion,
            @Nullable UUID organisation,
            @Nullable String role,
            @Nullable UUID subject) {
        return requested(occasion, organisation, role, subject, "请看这里");
    }

    private static NotificationEvent titled(String title, UUID subject) {
        return requested(UUID.randomUUID(), null, null, subject, title);
    }

    private static NotificationEvent requested(
            UUID occasion,
            @Nullable UUID organisation,
            @Nullable String role,
            @Nullable UUID subject,
            String title) {
        return new NotificationEvent.Requested(
                stamp(),
                occasion,
                "some.template-nobody-knows",
                organisation,
                role,
                subject,
                Map.of("title", title, "text", "有事"),
                "/app/here",
                null);
    }

    private static Stamp stamp() {
        return new Stamp(UUID.randomUUID(), 1, null, "system", Instant.now());
    }

    private List<MimeMessage> arrived() {
        return Arrays.stream(MailForTests.SERVER.getReceivedMessages())
                .filter(message -> to(message).equals(address))
                .toList();
    }

    private static String to(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String id(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String content(MimeMessage message) throws Exception {
        return String.valueOf(message.getContent());
    }

    private String stateOf(UUID mail) {
        return jdbc.sql("select state from mails where id = ?")
                .param(mail)
                .query(String.class)
                .single();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WorkingDays.BEIJING).toInstant();
    }
}
