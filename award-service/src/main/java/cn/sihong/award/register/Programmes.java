package cn.sihong.award.register;

import cn.sihong.award.register.Programme.Category;
import cn.sihong.award.register.Programme.Weights;
import cn.sihong.award.register.Programme.Window;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The programmes that were published. */
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
                        select programmes.*, exists (
                            select from closed_programmes where programme_id = id) as closed
                        from programmes where id = ?
                        """)
                .param(id)
                .query((row, n) -> programme(row))
                .optional();
    }

    /** Keeps this edition, unless it is older than the kept one. */
    void keep(Programme programme, long version) {
        var weights = programme.weights();
        var newer =
                jdbc.sql(
                                """
                                insert into programmes (id, version, title, year, mode, demonstration,
                                    mutual_review, appraisal, acceptance, supervision)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                                on conflict (id) do update set
                                    version = excluded.version, title = excluded.title, year = excluded.year,
                                    mode = excluded.mode, demonstration = excluded.demonstration,
                                    mutual_review = excluded.mutual_review, appraisal = excluded.appraisal,
                                    acceptance = excluded.acceptance, supervision = excluded.supervision
                                where programmes.version < excluded.version
                                """)
                        .params(
                                programme.id(),
                                version,
                                programme.title(),
                                programme.year(),
                                programme.mode().name(),
                                programme.demonstration(),
                                weights.mutualReview(),
                                weights.appraisal(),
                                weights.acceptance(),
                                weights.supervision())
                        .update();
        if (newer == 1) {
            keepCategories(programme);
            keepWindows(programme);
        }
    }

    void close(UUID id) {
        jdbc.sql("insert into closed_programmes values (?) on conflict do nothing")
                .param(id)
                .update();
    }

    private void keepCategories(Programme programme) {
        jdbc.sql("delete from programme_categories where programme_id = ?")
                .param(programme.id())
                .update();
        int position = 0;
        for (var category : programme.categories()) {
            jdbc.sql(
                            """
                            insert into programme_categories (programme_id, category, position, name, quota)
                            values (?, ?, ?, ?, ?)
                            """)
                    .params(
                            programme.id(),
                            category.code(),
                            position++,
                            category.name(),
                            category.quota())
                    .update();
        }
    }

    private void keepWindows(Programme programme) {
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

    private Programme programme(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Programme(
                id,
                row.getString("title"),
                row.getInt("year"),
                Mode.valueOf(row.getString("mode")),
                row.getBoolean("demonstration"),
                row.getBoolean("closed"),
                categories(id),
                windows(id),
                new Weights(
                        row.getInt("mutual_review"),
                        row.getInt("appraisal"),
                        row.getInt("acceptance"),
                        row.getInt("supervision")));
    }

    private List<Category> categories(UUID id) {
        return jdbc.sql(
                        """
                        select category, name, quota from programme_categories
                        where programme_id = ? order by position
                        """)
                .param(id)
                .query((row, n) ->
                        new Category(
                                row.getString("category"),
                                row.getString("name"),
                                row.getInt("quota")))
                .list();
    }

    private Map<Stage, Window> windows(UUID id) {
        var windows = new EnumMap<Stage, Window>(Stage.class);
        jdbc.sql("select stage, opens_on, closes_on from programme_windows where programme_id = ?")
                .param(id)
                .query(row -> {
                    windows.put(
                            Stage.valueOf(row.getString("stage")),
                            new Window(
                                    row.getObject("opens_on", LocalDate.class),
                                    row.getObject("closes_on", LocalDate.class)));
                });
        return windows;
    }
}
