package cn.sihong.submission.progress;

import cn.sihong.platform.problem.StaleVersion;
import cn.sihong.submission.organisations.Organisation;
import cn.sihong.submission.programmes.Programme;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of activities; row security shows each their own. */
@Repository
class Activities {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Activities(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Activity> find(Activity.Id id) {
        return jdbc.sql("select * from activities where id = ?")
                .param(id.value())
                .query(this::activity)
                .optional();
    }

    Activity get(Activity.Id id) {
        return find(id).orElseThrow(NoSuchActivity::new);
    }

    /** All of a school's, the latest first. */
    List<Activity> of(Programme.Id programme, Organisation.Id school) {
        return jdbc.sql(
                        """
                        select * from activities where school_id = ? and programme_id = ?
                        order by held_on desc, id desc
                        """)
                .params(school.value(), programme.value())
                .query(this::activity)
                .list();
    }

    Activity save(Activity activity) {
        int written = activity.entry().version() == 0 ? insert(activity) : update(activity);
        if (written == 0) throw new StaleVersion();
        return get(activity.entry().id());
    }

    private int insert(Activity activity) {
        var entry = activity.entry();
        return jdbc.sql(
                        """
                        insert into activities (id, programme_id, school_id, unit_id, content)
                        values (?, ?, ?, ?, ?::jsonb) on conflict (id) do nothing
                        """)
                .params(
                        entry.id().value(),
                        entry.programme().value(),
                        entry.school().value(),
                        entry.unit().value(),
                        json.writeValueAsString(activity.content()))
                .update();
    }

    private int update(Activity activity) {
        return jdbc.sql(
                        """
                        update activities set content = ?::jsonb, version = version + 1 where id = ? and version = ?
                        """)
                .params(
                        json.writeValueAsString(activity.content()),
                        activity.entry().id().value(),
                        activity.entry().version())
                .update();
    }

    void remove(Activity activity) {
        int removed =
                jdbc.sql("delete from activities where id = ? and version = ?")
                        .params(activity.entry().id().value(), activity.entry().version())
                        .update();
        if (removed == 0) throw new StaleVersion();
    }

    private Activity activity(ResultSet row, int n) throws SQLException {
        return new Activity(
                new Activity.Entry(
                        new Activity.Id(row.getObject("id", UUID.class)),
                        new Programme.Id(row.getObject("programme_id", UUID.class)),
                        new Organisation.Id(row.getObject("school_id", UUID.class)),
                        new Organisation.Id(row.getObject("unit_id", UUID.class)),
                        row.getLong("version")),
                json.readValue(row.getString("content"), Activity.Content.class));
    }
}
