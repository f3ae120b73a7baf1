package cn.sihong.review.findings;

import cn.sihong.platform.keycloak.Role;
import cn.sihong.review.register.Organisation;
import cn.sihong.review.register.Organisations;
import cn.sihong.review.reminders.Occasion;
import cn.sihong.review.reminders.Occasion.Addressee;
import cn.sihong.review.reminders.Reminders;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a new day does to findings: their warning changes colour, an assessment may change. */
@Component
class Deadlines {

    private final JdbcClient jdbc;
    private final Findings findings;
    private final Assessments assessments;
    private final Organisations organisations;
    private final Reminders reminders;

    Deadlines(
            JdbcClient jdbc,
            Findings findings,
            Assessments assessments,
            Organisations organisations,
            Reminders reminders) {
        this.jdbc = jdbc;
        this.findings = findings;
        this.assessments = assessments;
        this.organisations = organisations;
        this.reminders = reminders;
    }

    /** Tells each school once for each colour of each term. */
    @Transactional
    public void remind(LocalDate today) {
        for (var finding : findings.pressing(today)) {
            var template =
                    switch (finding.warningOn(today)) {
                        case NONE -> "";
                        case YELLOW -> "review.finding-due-yellow";
                        case ORANGE -> "review.finding-due-orange";
                        case RED -> "review.finding-overdue";
                    };
            if (!template.isEmpty()) tellSchool(template, finding);
        }
    }

    /** Assesses again where a last day has passed. */
    @Transactional
    public void assess(LocalDate today) {
        jdbc.sql(
                        """
                        select distinct a.programme_id, a.school_id
                        from assessments a join findings f using (programme_id, school_id)
                        where f.state in ('OPEN', 'REOPENED') and f.due_on < ?
                        order by a.programme_id, a.school_id
                        """)
                .param(today)
                .query((row, n) ->
                        Map.entry(
                                row.getObject("programme_id", UUID.class),
                                row.getObject("school_id", UUID.class)))
                .list()
                .forEach(one -> assessments.review(one.getKey(), one.getValue()));
    }

    /**
     * Handing a finding over raises its version and not its term, so the term tells occasions
     * apart.
     */
    private void tellSchool(String template, Finding finding) {
        var entry = finding.entry();
        var values =
                Map.of(
                        "school",
                        organisations.find(entry.schoolId()).map(Organisation::name).orElse("有关学校"),
                        "dueOn",
                        finding.term().dueOn().toString());
        for (var role : List.of(Role.SCHOOL_SECRETARY, Role.INFO_OFFICER))
            reminders.request(
                    new Occasion(
                            template,
                            entry.id(),
                            finding.term().dueOn().toString(),
                            entry.programmeId(),
                            new Addressee.SeatOf(entry.schoolId(), role),
                            values,
                            "/app/findings/" + entry.id(),
                            null));
    }
}
