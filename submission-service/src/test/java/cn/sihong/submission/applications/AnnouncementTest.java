package cn.sihong.submission.applications;

import static cn.sihong.submission.applications.Samples.aSignature;
import static cn.sihong.submission.applications.Samples.aSubmission;
import static cn.sihong.submission.applications.Samples.complete;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sihong.contracts.ApplicationEvent;
import cn.sihong.contracts.ApplicationEvent.BlindText;
import cn.sihong.contracts.Stamp;
import cn.sihong.submission.applications.Application.ApplicationNumber;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

class AnnouncementTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);
    private static final Stamp STAMP =
            new Stamp(UUID.randomUUID(), 1, UUID.randomUUID(), "party-office", Instant.EPOCH);

    private static final List<BlindText> TEXTS =
            List.of(new BlindText("deeds", "主要做法", "师生共同整理校史。"));

    private final Application.Received received =
            aSubmission()
                    .recommend(2)
                    .batch(UUID.randomUUID())
                    .receive(new ApplicationNumber("2026-JD-01-0002"));

    @Test
    void thoseWhoJudgeHearOfItAfterTheFormalCheckAndNotBefore() {
        assertThat(Announcement.of(received, STAMP, () -> TEXTS)).isEmpty();
        assertThat(Announcement.of(received.admit(), STAMP, () -> TEXTS))
                .get()
                .isInstanceOfSatisfying(
                        ApplicationEvent.Received.class,
                        said -> {
                            assertThat(said.number()).isEqualTo("2026-JD-01-0002");
                            assertThat(said.texts()).isEqualTo(TEXTS);
                        });
    }

    @Test
    void aCorrectionIsSaidWithItsLastDayAndWhenItIsDone() {
        var correction = received.askCorrection("缺公示地点", FRIDAY);
        assertThat(Announcement.of(correction, STAMP, () -> TEXTS))
                .get()
                .isInstanceOfSatisfying(
                        ApplicationEvent.CorrectionAsked.class,
                        said -> assertThat(said.dueOn()).isEqualTo(FRIDAY));
        assertThat(Announcement.of(correction.handIn(complete(), aSignature()), STAMP, () -> TEXTS))
                .get()
                .isInstanceOf(ApplicationEvent.Corrected.class);
    }

    @Test
    void whatIsNotAdmittedIsSaidWithoutItsReason() {
        assertThat(Announcement.of(received.refuse("涉及个人情况"), STAMP, () -> TEXTS))
                .get()
                .isInstanceOf(ApplicationEvent.NotAdmitted.class)
                .asString()
                .doesNotContain("涉及个人情况");
    }
}
