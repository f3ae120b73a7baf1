package cn.sihong.submission.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sihong.platform.reach.Reach;
import cn.sihong.platform.retention.Retention;
import cn.sihong.platform.store.ObjectStore;
import cn.sihong.platform.test.SihongTest;
import cn.sihong.submission.Desk;
import cn.sihong.submission.attachments.Attachment.Ended;
import cn.sihong.submission.attachments.Attachment.Kept;
import cn.sihong.submission.attachments.Attachment.Quarantined;
import cn.sihong.submission.organisations.Town;
import cn.sihong.submission.programmes.ProgrammeSamples;
import cn.sihong.submission.programmes.Programmes;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

/** How a file ends. */
@SihongTest
class ClearanceTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final String ENDED = "（已到期清除）";

    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired Programmes programmes;
    @Autowired Retention retention;
    @Autowired Clearance clearance;
    @Autowired Attachments attachments;
    @Autowired ObjectStore store;
    @Autowired Clock clock;

    Town town;

    @BeforeEach
    void aTown() {
        town = Town.in(jdbc);
    }

    @Test
    void whatNobodyNamesGoesFromTheStoreTenYearsAfterItCame() throws Exception {
        var old = uploaded(TODAY.minusYears(10).minusDays(1));
        var young = uploaded(TODAY.minusYears(10).plusDays(1));

        twice();

        assertThat(keys()).hasSize(2).allMatch(key -> key.contains(young.toString()));
        assertThat(row(old)).contains(ENDED).doesNotContain("校门口");
        assertThat(row(young)).contains("校门口");
        assertThat(system(() -> attachments.uncleared(500)))
                .noneMatch(ended -> ended.entry().id().equals(old));
        assertThat(system(() -> attachments.lockAndSum(town.school().id())))
                .isEqualTo(sizeOf(young));
    }

    @Test
    void whatAnApplicationNamesStaysForAsLongAsItsWordsDo() throws Exception {
        var shown = uploaded(TODAY.minusYears(12));
        var alsoOfAnother = uploaded(TODAY.minusYears(12));
        var spent = applied(shown, TODAY.minusYears(1), alsoOfAnother);
        applied(alsoOfAnother, TODAY.minusYears(1), alsoOfAnother);

        twice();
        assertThat(keys()).hasSize(4);

        system(() ->
                jdbc.sql("update applications set changed_at = ? where id = ?")
                        .params(TODAY.minusYears(3), spent)
                        .update());
        twice();
        assertThat(keys()).hasSize(2).allMatch(key -> key.contains(alsoOfAnother.toString()));
    }

    @Test
    void whoAsksForItIsToldThatItsTimeIsOver() throws Exception {
        var old = uploaded(TODAY.minusYears(11));
        twice();

        var desk = Desk.of(mvc, town.secretary());
        for (var part : new String[] {"", "/thumbnail", "/about"})
            desk.gets("/api/attachments/%s%s", old, part)
                    .andExpect(status().isConflict())
                    .andExpect(jsonPath("$.code").value("attachment-ended"))
                    .andExpect(jsonPath("$.detail").value("该附件已过保存期限并清除。"));
        Desk.of(mvc, town.strangerSecretary())
                .gets("/api/attachments/%s", old)
                .andExpect(status().isNotFound());
        desk.gets("/api/attachments?school=%s", town.school().id().value())
                .andExpect(jsonPath("$.items.length()").value(0));
    }

    @Test
    void whatEndedIsReadAsEndedAndNoScannerBringsItBack() throws Exception {
        var id = uploaded(TODAY.minusYears(11));
        var before = (Kept) find(id);
        retention.goRound(TODAY);

        assertThat(find(id))
                .isInstanceOfSatisfying(
                        Ended.class, ended -> assertThat(ended.entry().name()).isEqualTo(ENDED));
        system(() -> attachments.save(before.release(Instant.parse("2026-03-02T02:00:00Z"))));
        assertThat(find(id)).isInstanceOf(Ended.class);
    }

    @Test
    void whatTheScannerNeverSawEndsToo() throws Exception {
        var id = uploaded(TODAY.minusYears(11));
        system(() -> attachments.save(new Quarantined(find(id).entry())));
        system(() ->
                jdbc.sql("update attachments set scanned_at = null where id = ?")
                        .param(id)
                        .update());
        twice();
        assertThat(find(id)).isInstanceOf(Ended.class);
    }

    @Test
    void aStoreThatIsAwayIsAskedAgain() throws Exception {
        var old = uploaded(TODAY.minusYears(11));
        retention.goRound(TODAY);
        var away =
                new ObjectStore(
                        new ObjectStore.Settings(
                                URI.create("http://127.0.0.1:1"), "attachments", "a", "b", "c"));
        new Clearance(attachments, away, transaction, clock).sweep();
        assertThat(system(() -> attachments.uncleared(500)))
                .anyMatch(ended -> ended.entry().id().equals(old));

        clearance.sweep();
        assertThat(keys()).isEmpty();
    }

    private void twice() {
        for (int night = 0; night < 2; night++) {
            retention.goRound(TODAY);
            clearance.sweep();
        }
    }

    /** A photograph that came on this day. */
    private UUID uploaded(LocalDate on) throws Exception {
        var id = UUID.randomUUID();
        Desk.of(mvc, town.infoOfficer())
                .perform(
                        post("/api/attachments")
                                .queryParam("id", id.toString())
                                .queryParam("school", town.school().id().value().toString())
                                .queryParam("name", "校门口.jpg")
                                .contentType("application/octet-stream")
                                .content(Crafted.jpeg(400, 300)))
                .andExpect(status().isOk());
        system(() ->
                jdbc.sql("update attachments set uploaded_at = ? where id = ?")
                        .params(on, id)
                        .update());
        return id;
    }

    /** A draft with two pieces of evidence. */
    private UUID applied(UUID one, LocalDate changedOn, UUID other) {
        var programme = ProgrammeSamples.published(programmes, ProgrammeSamples.alwaysOpen()).id();
        var id = UUID.randomUUID();
        system(() ->
                jdbc.sql(
                                """
                                insert into applications (id, programme_id, school_id, unit_id, category, state, changed_at, content)
                                values (?, ?, ?, ?, 'RED_BASE', 'DRAFT', ?, ?::jsonb)
                                """)
                        .params(
                                id,
                                programme.value(),
                                town.school().id().value(),
                                town.street().id().value(),
                                changedOn,
                                """
                                {"title": "星火展厅", "evidence": [{"attachment": "%s"}, {"attachment": "%s"}]}
                                """
                                        .formatted(one, other))
                        .update());
        return id;
    }

    private List<String> keys() {
        return store.keys(town.school().id().value() + "/");
    }

    private Attachment find(UUID id) {
        return system(() -> attachments.find(id).orElseThrow());
    }

    private long sizeOf(UUID id) {
        return find(id).entry().size();
    }

    private String row(UUID id) {
        return system(() ->
                jdbc.sql("select a::text from attachments a where id = ?")
                        .param(id)
                        .query(String.class)
                        .single());
    }

    private <T> T system(Supplier<T> deed) {
        return Reach.everything()
                .during(() -> Objects.requireNonNull(transaction.execute(status -> deed.get())));
    }
}
