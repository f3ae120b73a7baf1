package cn.sihong.review.inspections;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.Set;
import java.util.UUID;

/** Which schools somebody may see because they are to inspect them. */
@Repository
public class InspectorSight {

    private final JdbcClient jdbc;

    InspectorSight(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Set<UUID> schoolsOf(UUID subject) {
        return Set.copyOf(
                jdbc.sql("select school_id from inspectors where subject = ?")
                        .param(subject)
                        .query(UUID.class)
                        .list());
    }
}
