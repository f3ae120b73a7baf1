package cn.sihong.review.schoolcalendar;

import cn.sihong.platform.problem.AlreadyDone;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.LocalDate;
import java.util.UUID;

/** Who comes when; the one place where days of visits are given. */
@Repository
public class SchoolCalendar {

    private final JdbcClient jdbc;

    SchoolCalendar(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes the day, or joins those who come on it anyway.
     *
     * @throws VisitedAlready when the school's day in this season is another one
     * @throws AlreadyDone when the programme comes for the same on that day already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void book(Booking booking) {
        lock(booking.school().id());
        var day = dayOf(booking);
        if (!day.equals(booking.on())) throw new VisitedAlready(booking, day);
        int booked =
                jdbc.sql(
                                """
                                insert into school_visits (visit_id, kind, programme_id, school_id, unit_id, season, visit_on)
                                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                                """)
                        .params(
                                booking.visitId(),
                                booking.kind().name(),
                                booking.programmeId(),
                                booking.school().id(),
                                booking.school().unit(),
                                booking.season(),
                                booking.on())
                        .update();
        if (booked == 0) throw new AlreadyDone("为该校安排" + booking.kind().chinese());
    }

    /** Gives a visit's day back; the last who leaves frees the season. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void release(UUID visit, UUID school) {
        lock(school);
        jdbc.sql("delete from school_visits where visit_id = ?").param(visit).update();
        jdbc.sql(
                        """
                        delete from school_visit_days d where school_id = ?
                        and not exists (select from school_visits v
                                        where v.programme_id = d.programme_id and v.school_id = d.school_id
                                          and v.season = d.season)
                        """)
                .param(school)
                .update();
    }

    private LocalDate dayOf(Booking booking) {
        jdbc.sql("insert into school_visit_days values (?, ?, ?, ?) on conflict do nothing")
                .params(
                        booking.programmeId(),
                        booking.school().id(),
                        booking.season(),
                        booking.on())
                .update();
        return jdbc.sql(
                        """
                        select visit_on from school_visit_days
                        where programme_id = ? and school_id = ? and season = ?
                        """)
                .params(booking.programmeId(), booking.school().id(), booking.season())
                .query(LocalDate.class)
                .single();
    }

    private void lock(UUID school) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("school-calendar/" + school)
                .query((row, n) -> "")
                .single();
    }
}
