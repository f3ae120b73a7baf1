package cn.sihong.review.register;

import static java.util.stream.Collectors.toMap;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The published programmes. */
@Repository
public class Programmes {

    private final JdbcClient jdbc;

    Programmes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Programme get(UUID id) {
        return find(id).orElseThrow(NoSuchProgramme::new);
    }

    public Optional<Programme> find(UUID id) {
        return jdbc.sql(
                        """
                        select p.id, p.title, p.year, coalesce(c.version > p.version, false) as closed
                        from programmes p left join closed_programmes c on c.programme_id = p.id
                        where p.id = ?
                        """)
                .param(id)
                .query((row, n) ->
                        new Programme(
                                id,
                                row.getString("title"),
                                row.getInt("year"),
                                row.getBoolean("closed"),
                                windows(id)))
                .optional();
    }

    /** Replaces what was said before, unless that is newer. */
    void publish(Programme programme, long version) {
        boolean isNews =
                jdbc.sql(
                                        """
                                        insert into programmes (id, title, year, version) values (?, ?, ?, ?)
                                        on conflict (id) do update
                                        set title = excluded.title, year = excluded.year, version = excluded.version
                                        where programmes.version < excluded.version
                                        """)
                                .params(
                                        programme.id(),
                                        programme.title(),
                                        programme.year(),
                                        version)
                                .update()
                        == 1;
        if (isNews) replaceWindows(programme);
    }

    void close(UUID programme, long version) {
        jdbc.sql(
                        """
                        insert into closed_programmes (programme_id, version) values (?, ?)
                        on conflict (programme_id) do update set version = excluded.version
                        where closed_programmes.version < excluded.version
                        """)
                .params(programme, version)
                .update();
    }

    private void replaceWindows(Programme programme) {
        jdbc.sql("delete from programme_windows where programme_id = ?")
                .param(programme.id())
                .update();
        programme
                .windows()
                .forEach((stage, window) ->
                        jdbc.sql("insert into programme_windows values (?, ?, ?, ?)")
                                .params(
                                        programme.id(),
                                        stage.name(),
                                        window.opensOn(),
                                        window.closesOn())
                                .update());
    }

    private Map<Stage, Window> windows(UUID programme) {
        return jdbc
                .sql(
                        "select stage, opens_on, closes_on from programme_windows where programme_id = ?")
                .param(programme)
                .query((row, n) ->
                        Map.entry(
                                Stage.valueOf(row.getString("stage")),
                                new Window(
                                        row.getObject("opens_on", LocalDate.class),
                                        row.getObject("closes_on", LocalDate.class))))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
