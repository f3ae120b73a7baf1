package cn.sihong.review.inspections;

import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.problem.Refusal.FieldError;
import cn.sihong.review.inspections.Inspection.Visit;
import cn.sihong.review.register.Organisation;
import cn.sihong.review.register.Organisations;
import cn.sihong.review.register.Programme;
import cn.sihong.review.register.Seats;
import cn.sihong.review.register.Stage;

import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether visits can be set as somebody wants them. */
@Component
class Schedule {

    private final Organisations organisations;
    private final Seats seats;

    Schedule(Organisations organisations, Seats seats) {
        this.organisations = organisations;
        this.seats = seats;
    }

    /** Refuses the whole list, naming all that is wrong with it. */
    void check(Programme programme, List<Visit> visits) {
        programme.requireNotClosed();
        var faults = new ArrayList<FieldError>();
        for (int i = 0; i < visits.size(); i++) {
            var visit = visits.get(i);
            var place = "visits[%d].".formatted(i);
            if (!isInWindow(programme, visit))
                faults.add(new FieldError(place + "on", "验收日期应在方案规定的验收时间内。"));
            if (school(visit).isEmpty())
                faults.add(new FieldError(place + "schoolId", "没有这所学校，请重新选择。"));
        }
        if (!faults.isEmpty()) throw new InvalidInput(faults);
        visits.forEach(this::requireNoStake);
    }

    private void requireNoStake(Visit visit) {
        var school = school(visit).orElseThrow();
        visit.inspectors().forEach(subject -> seats.requireNoStakeIn(school, subject));
    }

    private Optional<Organisation> school(Visit visit) {
        return organisations.find(visit.schoolId()).filter(Organisation::isSchool);
    }

    private static boolean isInWindow(Programme programme, Visit visit) {
        return programme
                .window(Stage.ACCEPTANCE)
                .filter(window -> window.isOpenOn(visit.on()))
                .isPresent();
    }
}
