package cn.sihong.review.register;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.List;
import java.util.UUID;

/** The applications that the bureau received and no school took back. */
@Repository
public class Applications {

    private final JdbcClient jdbc;

    Applications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A school's applications, by number. */
    public List<Application> of(UUID programme, UUID school) {
        return jdbc.sql(
                        """
                        select * from applications_in_review
                        where programme_id = ? and school_id = ? order by number, id
                        """)
                .params(programme, school)
                .query((row, n) ->
                        new Application(
                                row.getObject("id", UUID.class),
                                row.getObject("programme_id", UUID.class),
                                row.getObject("school_id", UUID.class),
                                row.getString("category"),
                                row.getString("number"),
                                row.getString("title"),
                                row.getString("summary"),
                                row.getString("origin")))
                .list();
    }

    /** Replaces what was said before, unless that is newer. */
    void receive(Application application, long version) {
        jdbc.sql(
                        """
                        insert into applications
                            (id, programme_id, school_id, category, number, title, summary, origin, version)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (id) do update
                        set programme_id = excluded.programme_id, school_id = excluded.school_id,
                            category = excluded.category, number = excluded.number, title = excluded.title,
                            summary = excluded.summary, origin = excluded.origin, version = excluded.version
                        where applications.version < excluded.version
                        """)
                .params(
                        application.id(),
                        application.programmeId(),
                        application.schoolId(),
                        application.category(),
                        application.number(),
                        application.title(),
                        application.summary(),
                        application.origin(),
                        version)
                .update();
    }

    void withdraw(UUID application, long version) {
        jdbc.sql(
                        """
                        insert into withdrawn_applications (application_id, version) values (?, ?)
                        on conflict (application_id) do update set version = excluded.version
                        where withdrawn_applications.version < excluded.version
                        """)
                .params(application, version)
                .update();
    }
}
