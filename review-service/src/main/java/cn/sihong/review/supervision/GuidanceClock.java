package cn.sihong.review.supervision;

import cn.sihong.platform.keycloak.Role;
import cn.sihong.review.register.Organisation;
import cn.sihong.review.register.Organisations;
import cn.sihong.review.reminders.Occasion;
import cn.sihong.review.reminders.Occasion.Addressee;
import cn.sihong.review.reminders.Reminders;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.LocalDate;
import java.util.Map;

/**
 * Reminds a school of guidance it has not replied to: three days before the last one, and after.
 */
@Component
class GuidanceClock {

    private static final int DAYS_BEFORE = 3;

    private final Visits visits;
    private final Organisations organisations;
    private final Reminders reminders;

    GuidanceClock(Visits visits, Organisations organisations, Reminders reminders) {
        this.visits = visits;
        this.organisations = organisations;
        this.reminders = reminders;
    }

    @Transactional
    public void remind(LocalDate today) {
        for (var guidance : visits.waiting(today.plusDays(DAYS_BEFORE)))
            reminders.request(
                    new Occasion(
                            guidance.isOverdueOn(today)
                                    ? "review.guidance-overdue"
                                    : "review.guidance-due",
                            guidance.id(),
                            "",
                            visits.get(guidance.visitId()).plan().programmeId(),
                            new Addressee.SeatOf(guidance.schoolId(), Role.SCHOOL_SECRETARY),
                            Map.of(
                                    "school",
                                    organisations
                                            .find(guidance.schoolId())
                                            .map(Organisation::name)
                                            .orElse("有关学校"),
                                    "replyBy",
                                    guidance.replyBy().toString()),
                            "/app/supervision/" + guidance.visitId(),
                            null));
    }
}
