package cn.sihong.review.inspections;

import cn.sihong.review.inspections.Inspection.Visit;
import cn.sihong.review.register.Applications;
import cn.sihong.review.rubrics.Rubric;
import cn.sihong.review.rubrics.Rubrics;
import cn.sihong.review.rubrics.Subject;

import org.springframework.stereotype.Component;

import java.util.LinkedHashMap;
import java.util.UUID;

/** Lays out what a visit has to find out. */
@Component
class Checklists {

    private final Applications applications;
    private final Rubrics rubrics;

    Checklists(Applications applications, Rubrics rubrics) {
        this.applications = applications;
        this.rubrics = rubrics;
    }

    Checklist of(Visit visit) {
        var book = rubrics.of(visit.programmeId());
        var items = new LinkedHashMap<UUID, Rubric>();
        for (var application : applications.of(visit.programmeId(), visit.schoolId()))
            items.put(application.id(), book.ofCategory(application.category()));
        return new Checklist(
                visit.schoolId(),
                book.of(Subject.SCHOOL),
                rubrics.adjusting(visit.programmeId()),
                items);
    }
}
