package cn.sihong.submission.progress;

import cn.sihong.platform.problem.StaleVersion;
import cn.sihong.submission.organisations.Organisation;
import cn.sihong.submission.programmes.Programme;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import tools.jackson.databind.json.JsonMapper;

import java.util.List;

/** The sheets of the schools, one of each kind a school and programme; and the rubric they use. */
@Repository
class Sheets {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Sheets(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * A sheet and the version somebody saw of it; 0 until it was written.
     *
     * @param <S> which of the three
     */
    record Kept<S extends Sheet>(S sheet, long version) {}

    <S extends Sheet> Kept<S> of(Programme.Id programme, Organisation.Id school, S empty) {
        return jdbc.sql(
                        """
                        select content, version from progress_sheets
                        where programme_id = ? and school_id = ? and kind = ?
                        """)
                .params(programme.value(), school.value(), empty.kind().name())
                .query((row, n) ->
                        new Kept<>(
                                json.readValue(row.getString("content"), type(empty)),
                                row.getLong("version")))
                .optional()
                .orElse(new Kept<>(empty, 0));
    }

    @SuppressWarnings("unchecked") // an object's class is its own type's
    private static <S extends Sheet> Class<S> type(S sheet) {
        return (Class<S>) sheet.getClass();
    }

    /**
     * Writes the sheet over the version somebody saw.
     *
     * @throws StaleVersion when somebody else was quicker
     */
    void save(Programme.Id programme, Organisation school, Sheet sheet, long seen) {
        int written =
                seen == 0
                        ? insert(programme, school, sheet)
                        : update(programme, school, sheet, seen);
        if (written == 0) throw new StaleVersion();
    }

    private int insert(Programme.Id programme, Organisation school, Sheet sheet) {
        return jdbc.sql(
                        """
                        insert into progress_sheets (programme_id, school_id, unit_id, kind, content)
                        values (?, ?, ?, ?, ?::jsonb) on conflict do nothing
                        """)
                .param(programme.value())
                .param(school.id().value())
                .param(school.unitId() == null ? null : school.unitId().value())
                .param(sheet.kind().name())
                .param(json.writeValueAsString(sheet))
                .update();
    }

    private int update(Programme.Id programme, Organisation school, Sheet sheet, long seen) {
        return jdbc.sql(
                        """
                        update progress_sheets set content = ?::jsonb, version = version + 1
                        where programme_id = ? and school_id = ? and kind = ? and version = ?
                        """)
                .params(
                        json.writeValueAsString(sheet),
                        programme.value(),
                        school.id().value(),
                        sheet.kind().name(),
                        seen)
                .update();
    }

    /** The rubric of the acceptance in its newest edition. */
    List<Criterion> rubric() {
        return jdbc.sql(
                        """
                        select code, part, name, max_points from school_criteria
                        where edition = (select max(edition) from school_criteria) order by place
                        """)
                .query((row, n) ->
                        new Criterion(
                                row.getString("code"),
                                row.getString("part"),
                                row.getString("name"),
                                row.getInt("max_points")))
                .list();
    }
}
