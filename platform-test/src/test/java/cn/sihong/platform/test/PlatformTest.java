package cn.sihong.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sihong.contracts.BatchEvent;
import cn.sihong.contracts.Stamp;
import cn.sihong.platform.access.AccessTable;
import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.outbox.Outbox;
import cn.sihong.platform.problem.Refused;
import cn.sihong.platform.reach.Reach;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;

@SihongTest
@ExtendWith(OutputCaptureExtension.class)
class PlatformTest {

    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired MiniService.Batches batches;
    @Autowired Events events;
    @Autowired AccessTable access;
    @Autowired Outbox outbox;
    @Autowired Audit audit;
    @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void aVerifiedTokenIsAnActor() throws Exception {
        var person = new Person(UUID.randomUUID(), "zw", "周文", Set.of(Role.PARTY_OFFICE));
        mvc.perform(get("/api/mini").with(person.signedIn())).andExpect(content().string("周文"));
    }

    @TestFactory
    Stream<DynamicTest> eachRoleMayWhatTheTableSays() {
        return new RightsMatrix(mvc, access).tests();
    }

    @TestFactory
    Stream<DynamicTest> aForgedTokenIsRefusedEverywhere() {
        return new ForgedTokens(mvc, access).tests();
    }

    @Test
    void aSchoolMayComeWithAPasswordAloneAndAnOfficerMayNot(CapturedOutput log) throws Exception {
        var office = Person.with(Role.PARTY_OFFICE);
        mvc.perform(get("/api/mini").with(byPasswordAlone(Person.with(Role.SCHOOL_SECRETARY))))
                .andExpect(status().isOk());
        mvc.perform(get("/api/mini").with(byPasswordAlone(office)))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("second-factor-missing"))
                .andExpect(
                        jsonPath("$.detail")
                                .value("您的岗位除密码外还须用一次性口令登录，这次登录没有用到；请退出后重新登录，并输入一次性口令。"));
        assertThat(log.getAll())
                .contains(office.subject() + " was refused GET /api/mini: second-factor-missing");
    }

    /** Whatever else somebody is. */
    @ParameterizedTest
    @EnumSource(Role.class)
    void asksTheStrengthOfTheSignInOfEveryOfficer(Role role) throws Exception {
        var both = new Person(UUID.randomUUID(), "both", "兼岗", EnumSet.of(Role.INFO_OFFICER, role));
        mvc.perform(get("/api/mini").with(both.signedIn())).andExpect(status().isOk());
        mvc.perform(get("/api/mini").with(byPasswordAlone(both)))
                .andExpect(status().is(role.isOfficer() ? 403 : 200));
    }

    private static RequestPostProcessor byPasswordAlone(Person person) {
        var token = RealParts.issuer().sign(person.claims().claim("amr", List.of("pwd")).build());
        return request -> {
            request.addHeader("Authorization", "Bearer " + token);
            return request;
        };
    }

    @Test
    void noHandlerIsForgottenInTheTable() {
        assertThat(new RightsMatrix(mvc, access).forgotten(requestMappingHandlerMapping)).isEmpty();
    }

    @Test
    void aStrangerIsAskedToSignIn() throws Exception {
        mvc.perform(get("/api/mini"))
                .andExpect(status().isUnauthorized())
                .andExpect(content().contentType("application/problem+json;charset=UTF-8"))
                .andExpect(jsonPath("$.code").value("not-signed-in"))
                .andExpect(jsonPath("$.detail").value("请先登录，再继续操作。"));
    }

    @Test
    void everyFaultOfAFormIsNamedInChinese() throws Exception {
        mvc.perform(note("{\"text\":\"一二三四五六\"}"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("invalid-input"))
                .andExpect(jsonPath("$.errors[0].field").value("text"))
                .andExpect(jsonPath("$.errors[0].message").value("最多 5 个字，现有 6 个字，请精简。"));
    }

    @Test
    void aBodyThatIsNoneIsRefusedWithoutEnglish() throws Exception {
        mvc.perform(note("{\"text\":"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("unreadable-request"));
    }

    @Test
    void aFieldNobodyAskedForIsRefused() throws Exception {
        mvc.perform(note("{\"text\":\"好\",\"rank\":1}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("unreadable-request"));
    }

    @Test
    void whatIsAnnouncedReachesItsListenerOnce() {
        var batch = UUID.randomUUID();
        batches.receive(batch, 1, Person.with(Role.PARTY_OFFICE).actor(), false);
        await().untilAsserted(() -> assertThat(heard(batch)).containsExactly(1L));
        await().untilAsserted(() -> assertThat(events.waiting("batch.received.v1")).isZero());
        assertThat(audited(batch)).isEqualTo(1);
    }

    @Test
    void aDeedThatDiesBeforeItsCommitLeavesNothing() {
        var batch = UUID.randomUUID();
        var actor = Person.with(Role.PARTY_OFFICE).actor();
        assertThatThrownBy(() -> batches.receive(batch, 1, actor, true))
                .isInstanceOf(IllegalStateException.class);
        assertThat(audited(batch)).isZero();
        assertThat(events.waiting("batch.received.v1")).isZero();
    }

    @Test
    void nothingIsAnnouncedOutsideATransaction() {
        assertThatThrownBy(() ->
                        new MiniService.Batches(outbox, audit)
                                .receive(
                                        UUID.randomUUID(),
                                        1,
                                        Person.with(Role.PARTY_OFFICE).actor(),
                                        false))
                .hasMessageContaining("transaction");
    }

    @Test
    void eventsOfOneKeyArriveInTheirOrder() {
        var batch = UUID.randomUUID();
        var actor = Person.with(Role.PARTY_OFFICE).actor();
        for (long version = 1; version <= 200; version++)
            batches.receive(batch, version, actor, false);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(heard(batch))
                                .containsExactlyElementsOf(
                                        LongStream.rangeClosed(1, 200).boxed().toList()));
    }

    @Test
    void anEventDeliveredTwiceIsAppliedOnce() {
        var event = received(UUID.randomUUID(), UUID.randomUUID(), 1);
        events.say(event);
        events.say(event);
        var last = received(event.batchId(), UUID.randomUUID(), 2);
        events.say(last);
        await().untilAsserted(() -> assertThat(heard(event.batchId())).containsExactly(1L, 2L));
    }

    @Test
    void aKeyThatCannotBeAppliedIsParkedAndOthersGoOn() {
        var stuck = received(UUID.randomUUID(), MiniService.BatchListener.POISON, 1);
        var behind = received(stuck.batchId(), UUID.randomUUID(), 2);
        var other = received(UUID.randomUUID(), UUID.randomUUID(), 1);
        events.say(stuck);
        events.say(behind);
        events.say(other);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(heard(other.batchId())).containsExactly(1L));
        await().untilAsserted(() -> assertThat(parked(stuck.key())).isEqualTo(1));
        assertThat(heard(stuck.batchId())).isEmpty();
    }

    @Test
    void anEventFromNextYearAndOneThatIsNoneHarmNobody() {
        var key = UUID.randomUUID().toString();
        events.sayRaw(BatchEvent.TOPIC, key, "{\"type\":\"batch.folded.v9\"}");
        events.sayRaw(BatchEvent.TOPIC, UUID.randomUUID().toString(), "not even json");
        var after = received(UUID.fromString(key), UUID.randomUUID(), 1);
        events.say(after);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(heard(after.batchId())).containsExactly(1L));
    }

    @Test
    void rowSecurityShowsOnlyWhatIsReached() {
        var school = UUID.randomUUID();
        Reach.everything().during(() -> transaction.execute(status -> keep(school)));
        assertThat(secretsSeenWith(Reach.nothing())).isEmpty();
        assertThat(secretsSeenWith(new Reach.Organisations(Set.of(UUID.randomUUID())))).isEmpty();
        assertThat(secretsSeenWith(new Reach.Organisations(Set.of(school)))).hasSize(1);
        assertThat(secretsSeenWith(Reach.everything())).hasSize(1);
    }

    @Test
    void noTokenCookieOrPasswordIsLogged(CapturedOutput log) throws Exception {
        var person = Person.with(Role.PARTY_OFFICE);
        var token = person.token();
        var password = "correct horse battery 47";
        for (var body :
                List.of(
                        "{\"text\":\"" + password + "\"}",
                        "{\"password\":\"" + password + "\"}",
                        "{\"text\":" + password))
            for (var sent : List.of(token, token + "A"))
                mvc.perform(
                        post("/api/mini")
                                .header("Authorization", "Bearer " + sent)
                                .header("Cookie", "sihong=" + password)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(body));
        LoggerFactory.getLogger(PlatformTest.class).warn("the log is heard");

        assertThat(log.getAll())
                .contains("the log is heard")
                .doesNotContain(token, password, "Bearer ey");
    }

    @Test
    void whoeverIsRefusedIsRemembered(CapturedOutput log) throws Exception {
        var school = Person.with(Role.SCHOOL_SECRETARY);
        var office = Person.with(Role.PARTY_OFFICE);
        mvc.perform(post("/api/mini").with(school.signedIn())).andExpect(status().isForbidden());
        mvc.perform(get("/api/mini/another-units").with(office.signedIn()))
                .andExpect(status().isForbidden());

        assertThat(log.getAll())
                .contains(
                        school.subject() + " was refused POST /api/mini: role-not-allowed",
                        office.subject()
                                + " was refused GET /api/mini/another-units: not-your-unit");
    }

    @Test
    void whoeverIsNobodyLeavesNoLine(CapturedOutput log) {
        Refused.note(
                new MockHttpServletRequest("POST", "/api/public/ballots/1/token"), "no-such-code");
        LoggerFactory.getLogger(PlatformTest.class).warn("the log is heard");

        assertThat(log.getAll()).contains("the log is heard").doesNotContain("was refused");
    }

    @Test
    void whatPeopleSendCannotLookLikeALineOfTheLog(CapturedOutput log) {
        var forged = "2026-01-01T00:00:00.000+08:00  WARN --- nothing happened";
        LoggerFactory.getLogger(PlatformTest.class)
                .warn("somebody sent: a\n{}", forged, new IllegalStateException("b\r\n" + forged));

        assertThat(log.getAll().lines())
                .filteredOn(line -> line.contains("nothing happened"))
                .hasSize(2)
                .allMatch(line -> line.startsWith("    | "));
    }

    @TestFactory
    Stream<DynamicTest> theServiceCannotRewriteItsAuditTrail() {
        return new AppendOnly(jdbc).tests();
    }

    @Test
    void aTableThatMayChangeIsNoticed() {
        assertThat(new AppendOnly(jdbc, "heard").tests())
                .filteredOn(test -> test.getDisplayName().startsWith("heard"))
                .singleElement()
                .satisfies(test ->
                        assertThatThrownBy(test.getExecutable()::execute)
                                .hasMessageContaining("went through: update heard"));
    }

    private int keep(UUID school) {
        return jdbc.sql("insert into secrets values (gen_random_uuid(), ?, '…')")
                .param(school)
                .update();
    }

    private List<String> secretsSeenWith(Reach reach) {
        return reach.during(() ->
                transaction.execute(status ->
                        jdbc.sql("select secret from secrets").query(String.class).list()));
    }

    private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder note(
            String body) {
        return post("/api/mini")
                .with(Person.with(Role.PARTY_OFFICE).signedIn())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }

    private List<Long> heard(UUID batch) {
        return jdbc.sql("select version from heard where batch_id = ? order by ctid")
                .param(batch)
                .query(Long.class)
                .list();
    }

    private long parked(String key) {
        return jdbc.sql("select count(*) from parked_keys where key = ?")
                .param(key)
                .query(Long.class)
                .single();
    }

    private long audited(UUID about) {
        return jdbc.sql("select count(*) from audit where about_id = ?")
                .param(about.toString())
                .query(Long.class)
                .single();
    }

    private static BatchEvent.Received received(UUID batch, UUID unit, long version) {
        var stamp = new Stamp(UUID.randomUUID(), version, null, "party-office", Instant.EPOCH);
        return new BatchEvent.Received(stamp, batch, unit, 1);
    }
}
