package cn.sihong.review.findings;

import cn.sihong.contracts.SupervisionEvent;
import cn.sihong.platform.outbox.Outbox;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Keeps what the findings say of each school, and announces it: when the school's acceptance is
 * locked, and again, with a higher version, whenever it changes before the ranking is frozen.
 */
@Component
class Assessments {

    private final JdbcClient jdbc;
    private final Findings findings;
    private final Outbox outbox;
    private final Clock clock;

    Assessments(JdbcClient jdbc, Findings findings, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.findings = findings;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The school's acceptance is locked: from now on its assessment counts. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(UUID programme, UUID school) {
        if (isFrozen(programme)) return;
        var assessment = assess(programme, school);
        boolean begun =
                jdbc.sql(
                                        """
                                        insert into assessments (programme_id, school_id, version, late, overdue, score)
                                        values (?, ?, 1, ?, ?, ?) on conflict do nothing
                                        """)
                                .params(
                                        programme,
                                        school,
                                        assessment.late(),
                                        assessment.overdue(),
                                        assessment.score())
                                .update()
                        == 1;
        if (begun) announce(programme, school, 1, assessment);
    }

    /** Something of the school's findings changed, or a day passed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void review(UUID programme, UUID school) {
        if (isFrozen(programme)) return;
        var assessment = assess(programme, school);
        jdbc.sql(
                        """
                        update assessments set version = version + 1, late = ?, overdue = ?, score = ?
                        where programme_id = ? and school_id = ? and (late, overdue) <> (?, ?)
                        returning version
                        """)
                .params(assessment.late(), assessment.overdue(), assessment.score())
                .params(programme, school, assessment.late(), assessment.overdue())
                .query(Long.class)
                .optional()
                .ifPresent(version -> announce(programme, school, version, assessment));
    }

    /** The ranking is frozen; what comes later changes no score any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void freeze(UUID programme) {
        jdbc.sql("insert into frozen_assessments values (?) on conflict do nothing")
                .param(programme)
                .update();
    }

    private Assessment assess(UUID programme, UUID school) {
        var today = LocalDate.now(clock);
        return Assessment.of(
                findings.of(programme, school).stream()
                        .map(finding -> finding.standingOn(today))
                        .toList());
    }

    private boolean isFrozen(UUID programme) {
        return jdbc.sql("select exists (select from frozen_assessments where programme_id = ?)")
                .param(programme)
                .query(Boolean.class)
                .single();
    }

    private void announce(UUID programme, UUID school, long version, Assessment assessment) {
        outbox.announce(
                new SupervisionEvent.Assessed(
                        outbox.systemStamp(version, programme), school, assessment.score()));
    }
}
