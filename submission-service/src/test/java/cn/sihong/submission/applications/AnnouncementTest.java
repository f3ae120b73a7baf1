package cn.sihong.submission.applications;

import static cn.sihong.submission.applications.Samples.aSignature;
import static cn.sihong.submission.applications.Samples.aSubmission;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sihong.contracts.ApplicationEvent;
import cn.sihong.contracts.Stamp;
import cn.sihong.submission.applications.Application.ApplicationNumber;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

class AnnouncementTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);
    private static final Stamp STAMP =
            new Stamp(UUID.randomUUID(), 1, UUID.randomUUID(), "party-office", Instant.EPOCH);

    private final Application.Received received =
            aSubmission()
                    .recommend(2)
                    .batch(UUID.randomUUID())
                    .receive(new ApplicationNumber("2026-JD-01-0002"));

    @Test
    void thoseWhoJudgeHearOfItAfterTheFormalCheckAndNotBefore() {
        assertThat(Announcement.of(received, STAMP)).isEmpty();
        assertThat(Announcement.of(received.admit(), STAMP))
                .get()
                .isInstanceOfSatisfying(
                        ApplicationEvent.Received.class,
                        said -> assertThat(said.number()).isEqualTo("2026-JD-01-0002"));
    }

    @Test
    void aCorrectionIsSaidWithItsLastDayAndWhenItIsDone() {
        var correction = received.askCorrection("缺公示地点", FRIDAY);
        assertThat(Announcement.of(correction, STAMP))
                .get()
                .isInstanceOfSatisfying(
                        ApplicationEvent.CorrectionAsked.class,
                        said -> assertThat(said.dueOn()).isEqualTo(FRIDAY));
        assertThat(Announcement.of(correction.handIn(aSignature()), STAMP))
                .get()
                .isInstanceOf(ApplicationEvent.Corrected.class);
    }

    @Test
    void whatIsNotAdmittedIsSaidWithoutItsReason() {
        assertThat(Announcement.of(received.refuse("涉及个人情况"), STAMP))
                .get()
                .isInstanceOf(ApplicationEvent.NotAdmitted.class)
                .asString()
                .doesNotContain("涉及个人情况");
    }
}
