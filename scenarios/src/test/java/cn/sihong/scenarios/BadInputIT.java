package cn.sihong.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.sihong.scenarios.people.Officer;
import cn.sihong.scenarios.people.Person;
import cn.sihong.scenarios.people.Refused;
import cn.sihong.scenarios.people.School;
import cn.sihong.scenarios.people.Seen;
import cn.sihong.scenarios.town.Category;
import cn.sihong.scenarios.town.Prose;
import cn.sihong.scenarios.town.Town;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** What the platform says to what it cannot take, and that nothing has changed afterwards. */
class BadInputIT {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final Officer.Windows OPEN =
            new Officer.Windows(TODAY.minusDays(5), TODAY.plusDays(30));
    private static final Officer.Windows OVER =
            new Officer.Windows(TODAY.minusDays(30), TODAY.minusDays(1));

    private final Cast cast = Platform.cast();
    private final Town town = cast.town();
    private final Officer officer = cast.officer();
    private final School school = cast.school(town.schools().getFirst());
    private final School stranger = cast.school(town.schools().getLast());

    @Test
    void aFileThatIsNoWorkbookIsRefused() {
        var before = officer.organisationsByCode();

        var refused =
                refusal(() -> officer.imports("不是表格".getBytes(StandardCharsets.UTF_8), false));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("invalid-workbook");
        assertThat(refused.detail()).isNotBlank();
        assertThat(officer.organisationsByCode()).isEqualTo(before);
    }

    @Test
    void aTruncatedWorkbookIsRefused() {
        var whole = town.workbook();

        var refused =
                refusal(() ->
                        officer.imports(java.util.Arrays.copyOf(whole, whole.length / 2), false));

        assertThat(refused.code()).isEqualTo("invalid-workbook");
    }

    @Test
    void wrongHeadingsAreNamedByTheirPlace() {
        var organisations = town.organisationRows();
        organisations.set(0, List.of("代码", "名称", "类型", "学段", "上级编码"));

        var refused =
                refusal(() ->
                        officer.imports(Town.workbook(organisations, town.peopleRows()), false));

        assertThat(refused.code()).isEqualTo("invalid-workbook");
        assertThat(refused.faults()).extracting(Refused.Fault::place).contains("单位!A1");
    }

    @Test
    void oneWrongRowRefusesTheWholeWorkbook() {
        var before = officer.organisationsByCode();
        var organisations = new ArrayList<>(town.organisationRows());
        organisations.add(List.of("QXNEW1", "新建小学", "学校", "小学", "QXJ01"));
        organisations.add(List.of("QXNEW2", "新建幼儿园", "托管班", "幼儿园", "QXJ01"));
        var people = new ArrayList<>(town.peopleRows());
        people.add(List.of("qxnobody", "路人", "QX-NOWHERE", "书记"));

        var refused = refusal(() -> officer.imports(Town.workbook(organisations, people), false));

        assertThat(refused.code()).isEqualTo("invalid-workbook");
        assertThat(refused.faults())
                .extracting(Refused.Fault::place)
                .contains("单位!C" + organisations.size(), "人员!C" + people.size());
        assertThat(officer.organisationsByCode()).isEqualTo(before);
    }

    @Test
    void aDryRunChangesNothing() {
        var before = officer.organisationsByCode();
        var organisations = new ArrayList<>(town.organisationRows());
        organisations.add(List.of("QXDRY1", "试算小学", "学校", "小学", "QXJ01"));

        var answer = officer.imports(Town.workbook(organisations, town.peopleRows()), true);

        assertThat(answer.path("dryRun").asBoolean()).isTrue();
        assertThat(answer.path("organisations").asInt()).isEqualTo(organisations.size() - 1);
        assertThat(officer.organisationsByCode()).isEqualTo(before);
    }

    @Test
    void aClosedWindowRefusesADraft() {
        var programme = published(OVER);
        var entry = entry(school);

        var refused = refusal(() -> school.begins(programme, entry));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("window-closed");
        assertThat(
                        refusal(() -> school.infoOfficer().get("/api/applications/" + entry.id()))
                                .status())
                .isEqualTo(404);
    }

    @Test
    void theWrongRoleIsRefused() {
        var draft = school.begins(published(OPEN), entry(school));

        var submitting = Map.of("version", draft.version(), "secretaryOpinion", "同意申报。");
        var refused =
                refusal(() ->
                        school.infoOfficer()
                                .post("/api/applications/" + draft.id() + "/submit", submitting));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("role-not-allowed");
        assertThat(again(draft)).isEqualTo(draft);
        assertThat(
                        refusal(() ->
                                        new Officer(school.secretary())
                                                .drafts(UUID.randomUUID(), terms(OPEN)))
                                .code())
                .isEqualTo("role-not-allowed");
    }

    @Test
    void anotherUnitsRecordIsRefused() {
        var programme = published(OPEN);
        var draft = school.begins(programme, entry(school));
        var submitted = school.submits(withPhoto(draft), "经支部委员会研究，同意申报。");
        var strangeKeeper = cast.gatekeeper(town.unitOf(stranger.who()));

        var refused = refusal(() -> strangeKeeper.recommends(submitted, 1));

        // that another unit's record exists is already news
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.code()).isEqualTo("no-such-application");
        assertThat(again(submitted)).isEqualTo(submitted);
        var elsewhere =
                new School(
                        school.id(), stranger.who(), stranger.infoOfficer(), stranger.secretary());
        assertThat(refusal(() -> elsewhere.begins(programme, entry(school))).code())
                .isEqualTo("not-your-unit");
    }

    @Test
    void twiceIsRefusedAndAStaleVersionIsRefused() {
        var draft = school.begins(published(OPEN), entry(school));
        var ready = withPhoto(draft);

        var stale = refusal(() -> school.submits(draft, "同意申报。"));
        var submitted = school.submits(ready, "同意申报。");
        var twice = refusal(() -> school.submits(submitted, "同意申报。"));

        assertThat(stale.code()).isEqualTo("stale-version");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(twice.code()).isEqualTo("already-done");
        assertThat(twice.status()).isEqualTo(409);
        assertThat(again(submitted)).isEqualTo(submitted);
    }

    @Test
    void anUnfinishedApplicationIsToldEverythingItLacks() {
        var begun = school.begins(published(OPEN), entry(school));
        var unfinished = Map.of("version", begun.version(), "content", Map.of("title", "未写完"));
        school.infoOfficer().put("/api/applications/" + begun.id(), unfinished);
        var draft = again(begun);

        var refused = refusal(() -> school.submits(draft, ""));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("invalid-input");
        assertThat(refused.faults())
                .extracting(Refused.Fault::place)
                .contains("content.deeds", "content.schoolNotice.from", "secretaryOpinion");
        assertThat(again(draft)).isEqualTo(draft);
    }

    @Test
    void aPageWithoutItsCsrfTokenIsRefused() {
        var careless = Platform.another("office");
        careless.losesCsrfCookie();

        var refused = refusal(() -> new Officer(careless).drafts(UUID.randomUUID(), terms(OPEN)));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("stale-page");
    }

    @Test
    void aPasserByIsRefusedAndMayReadWhatIsPublic() {
        var passerBy = Person.anonymous(Platform.gateway());

        assertThat(refusal(() -> passerBy.get("/api/programmes")).status()).isEqualTo(401);
        assertThat(refusal(() -> passerBy.get("/api/programmes")).code())
                .isEqualTo("not-signed-in");
        assertThat(passerBy.get("/api/me").path("signedIn").asBoolean()).isFalse();
        assertThat(passerBy.list("/api/public/notices")).isNotNull();
        assertThat(passerBy.list("/api/public/programmes")).isNotNull();
        assertThat(
                        passerBy.get("/api/public/certificates/nothing?code=nothing")
                                .path("status")
                                .asString())
                .isEqualTo("UNKNOWN");
        assertThat(passerBy.visit("/").statusCode()).isEqualTo(200);
    }

    @Test
    void ofTwoOfficersAtOnceExactlyOneWins() throws Exception {
        var draft = officer.drafts(UUID.randomUUID(), terms(OPEN));
        var one = Platform.another("office");
        var other = Platform.another("office");

        for (var round = 0; round < 5; round++) {
            var seen = draft(officer.person(), draft.id());
            var answers = atOnce(() -> renames(one, seen, "甲"), () -> renames(other, seen, "乙"));
            assertThat(answers).containsExactlyInAnyOrder("done", "stale-version");
        }
    }

    private static Seen draft(Person person, UUID programme) {
        var node = person.get("/api/programmes/" + programme);
        return new Seen(programme, node.path("version").asLong(), node.path("state").asString());
    }

    private String renames(Person person, Seen seen, String who) {
        var terms = terms(OPEN).put("title", "演示：" + who).put("version", seen.version());
        try {
            person.put("/api/programmes/" + seen.id(), terms);
            return "done";
        } catch (Refused refused) {
            return refused.code();
        }
    }

    private static List<String> atOnce(Callable<String> one, Callable<String> other)
            throws Exception {
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var both = hands.invokeAll(List.of(one, other));
            return List.of(both.getFirst().get(), both.getLast().get());
        }
    }

    private tools.jackson.databind.node.ObjectNode terms(Officer.Windows windows) {
        return officer.demonstrationTerms("拒绝测试（演示）", TODAY.getYear(), windows);
    }

    private UUID published(Officer.Windows windows) {
        var draft = officer.drafts(UUID.randomUUID(), terms(windows));
        return officer.publishes(draft).id();
    }

    private static School.Entry entry(School school) {
        return new School.Entry(
                UUID.randomUUID(),
                Category.RED_BASE,
                Prose.of(school.who(), 1).application(Category.RED_BASE, 1),
                TODAY.minusDays(21),
                TODAY.minusDays(2),
                UUID.randomUUID());
    }

    private Seen withPhoto(Seen draft) {
        var photo = UUID.randomUUID();
        school.infoOfficer()
                .upload(
                        "/api/attachments?id=%s&school=%s&name=photo.jpg"
                                .formatted(photo, school.id()),
                        "image/jpeg",
                        cn.sihong.scenarios.town.Photo.of(1));
        var node = school.infoOfficer().get("/api/applications/" + draft.id());
        var content = (tools.jackson.databind.node.ObjectNode) node.path("content");
        content.putArray("evidence").addObject().put("attachment", photo.toString());
        var revised =
                school.infoOfficer()
                        .put(
                                "/api/applications/" + draft.id(),
                                Map.of("version", draft.version(), "content", content));
        return new Seen(
                draft.id(), revised.path("version").asLong(), revised.path("state").asString());
    }

    private Seen again(Seen seen) {
        var node = school.secretary().get("/api/applications/" + seen.id());
        return new Seen(seen.id(), node.path("version").asLong(), node.path("state").asString());
    }

    private static Refused refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable deed) {
        var refused = catchThrowableOfType(Refused.class, deed);
        assertThat(refused).as("a refusal").isNotNull();
        return refused;
    }
}
