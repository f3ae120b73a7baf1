package cn.sihong.review.inspections;

import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.problem.Refusal.FieldError;
import cn.sihong.review.inspections.Inspection.Visit;
import cn.sihong.review.register.Organisation;
import cn.sihong.review.register.Organisations;
import cn.sihong.review.register.Programme;
import cn.sihong.review.register.Stage;

import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Whether visits can be set as somebody wants them. */
@Component
class Schedule {

    private final Organisations organisations;
    private final Teams teams;
    private final Stakes stakes;

    Schedule(Organisations organisations, Teams teams, Stakes stakes) {
        this.organisations = organisations;
        this.teams = teams;
        this.stakes = stakes;
    }

    /** Where a team is on a day. */
    private record Place(UUID team, LocalDate on, int place) {}

    /** Refuses the whole list, naming all that is wrong with it. */
    void check(Programme programme, List<Visit> visits) {
        programme.requireNotClosed();
        var faults = new ArrayList<FieldError>();
        var taken = new HashSet<Place>();
        for (int i = 0; i < visits.size(); i++) {
            var visit = visits.get(i);
            var path = "visits[%d].".formatted(i);
            if (!isInWindow(programme, visit))
                faults.add(new FieldError(path + "on", "验收日期应在方案规定的验收时间内。"));
            if (school(visit).isEmpty())
                faults.add(new FieldError(path + "schoolId", "没有这所学校，请重新选择。"));
            var stop = visit.route();
            if (stop == null) continue;
            if (!teams.hasAll(stop.teamId(), programme.id(), visit.inspectors()))
                faults.add(new FieldError(path + "teamId", "验收组成员须来自所选验收组，请重新选择。"));
            if (!taken.add(new Place(stop.teamId(), visit.on(), stop.place()))
                    || teams.isElsewhere(stop, visit))
                faults.add(
                        new FieldError(
                                path + "place", "该组当天第 %d 站已有安排，请调整顺序。".formatted(stop.place())));
        }
        if (!faults.isEmpty()) throw new InvalidInput(faults);
        visits.forEach(
                visit -> stakes.requireNone(school(visit).orElseThrow(), visit.inspectors()));
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
