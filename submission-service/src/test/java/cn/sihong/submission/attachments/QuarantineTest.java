package cn.sihong.submission.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.reach.Reach;
import cn.sihong.platform.store.ObjectStore;
import cn.sihong.platform.test.Person;
import cn.sihong.platform.test.SihongTest;
import cn.sihong.submission.Desk;
import cn.sihong.submission.attachments.Attachment.Quarantined;
import cn.sihong.submission.attachments.Attachment.Released;
import cn.sihong.submission.organisations.Town;
import cn.sihong.submission.programmes.ProgrammeSamples;
import cn.sihong.submission.programmes.Programmes;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

@SihongTest
class QuarantineTest {

    @Autowired MockMvc mvc;
    @Autowired Programmes programmes;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired Attachments attachments;
    @Autowired ObjectStore store;
    @Autowired Quarantine quarantine;
    @Autowired Clock clock;

    private final UUID id = UUID.randomUUID();
    Town town;

    @BeforeEach
    void aTown() {
        town = Town.in(jdbc);
    }

    @AfterEach
    void theScannerIsBack() {
        ScannerForTests.CLAMD.away(false);
    }

    @Test
    void whatTheScannerFindsIsDeletedAndNobodyOpensIt() throws Exception {
        upload(Crafted.pdf("8 0 obj\n(%s)\nendobj\n".formatted(FakeClamd.EICAR)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.scan").value("INFECTED"));
        download()
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("infected-file"));
        assertThat(find()).isInstanceOf(Attachment.Condemned.class);
    }

    @Test
    void whileTheScannerIsAwayAFileWaitsAndNobodyOpensIt() throws Exception {
        ScannerForTests.CLAMD.away(true);
        upload(Crafted.jpeg(64, 48)).andExpect(jsonPath("$.scan").value("WAITING"));
        download().andExpect(jsonPath("$.code").value("in-quarantine"));
        Desk.of(mvc, town.secretary())
                .gets("/api/attachments/%s/thumbnail", id)
                .andExpect(jsonPath("$.code").value("in-quarantine"));
        ScannerForTests.CLAMD.away(false);
        quarantine.examineAll();
        download().andExpect(status().isOk());
    }

    @Test
    void whatWasShownAsEvidenceAndCondemnedLaterIsTheSchoolsToReplace() throws Exception {
        ScannerForTests.CLAMD.away(true);
        upload(Crafted.pdf("8 0 obj\n(%s)\nendobj\n".formatted(FakeClamd.EICAR)));
        var programme = ProgrammeSamples.published(programmes, ProgrammeSamples.alwaysOpen());
        Desk.of(mvc, town.infoOfficer())
                .posts(
                        """
                        {"id":"%s","programmeId":"%s","schoolId":"%s","category":"RED_BASE",
                         "content":{"title":"星火展厅","evidence":[{"attachment":"%s"}]}}
                        """
                                .formatted(
                                        UUID.randomUUID(),
                                        programme.id().value(),
                                        town.school().id().value(),
                                        id),
                        "/api/applications")
                .andExpect(status().isOk());
        ScannerForTests.CLAMD.away(false);
        quarantine.examineAll();
        assertThat(tasks(town.secretary())).contains("1 个附件未通过病毒检查，待重新上传");
        assertThat(tasks(town.neighbourSecretary())).noneMatch(task -> task.contains("病毒检查"));
    }

    private List<String> tasks(Person person) {
        return Desk.read(Desk.of(mvc, person).gets("/api/tasks/submission"), "$[*].title");
    }

    @Test
    void withoutAScannerAFileIsReleasedAndSaysThatNobodyLooked() throws Exception {
        ScannerForTests.CLAMD.away(true);
        upload(Crafted.jpeg(64, 48));
        var off = new Clamd(new Clamd.Settings("", 3310, Duration.ofSeconds(1)));
        var without = new Quarantine(attachments, store, off, transaction, clock);
        var released = Reach.everything().during(() -> without.examine((Attachment.Kept) find()));
        assertThat(released)
                .isInstanceOfSatisfying(
                        Released.class, one -> assertThat(one.scannedAt()).isNull());
        download().andExpect(status().isOk());
        Desk.of(mvc, town.secretary())
                .gets("/api/attachments/%s/about", id)
                .andExpect(jsonPath("$.file.scan").value("OFF"));
        ScannerForTests.CLAMD.away(false);
        quarantine.examineAll();
        assertThat(((Released) find()).scannedAt()).isNotNull();
    }

    @Test
    void everyStateIsReadAsItWasWritten() throws Exception {
        ScannerForTests.CLAMD.away(true);
        upload(Crafted.png(64, 48));
        var waiting = (Quarantined) find();
        var now = Instant.parse("2026-11-25T02:00:00Z");
        for (var state :
                new Attachment.Kept[] {
                    waiting.release(null), waiting.release(now), waiting.condemn("X", now), waiting
                }) {
            system(() -> attachments.save(state));
            assertThat(find()).isEqualTo(state);
        }
    }

    @Test
    void whatWasCondemnedIsOfNoUse() throws Exception {
        upload(Crafted.pdf("8 0 obj\n(%s)\nendobj\n".formatted(FakeClamd.EICAR)));
        Throwable refused =
                system(() ->
                        catchThrowable(() ->
                                attachments.mustBeUsable(
                                        town.school().id(),
                                        List.of(id),
                                        Set.of(Kind.DOCUMENT),
                                        "content.files")));
        assertThat(refused).isInstanceOf(InvalidInput.class);
    }

    private ResultActions upload(byte[] bytes) {
        return Desk.of(mvc, town.infoOfficer())
                .perform(
                        post("/api/attachments")
                                .queryParam("id", id.toString())
                                .queryParam("school", town.school().id().value().toString())
                                .queryParam("name", "文件")
                                .contentType("application/octet-stream")
                                .content(bytes));
    }

    private ResultActions download() {
        return Desk.of(mvc, town.secretary()).gets("/api/attachments/%s", id);
    }

    private Attachment find() {
        return system(() -> attachments.find(id).orElseThrow());
    }

    private <T> T system(java.util.function.Supplier<T> deed) {
        return Reach.everything().during(() -> transaction.execute(status -> deed.get()));
    }
}
