package cn.sihong.submission.applications;

import cn.sihong.submission.programmes.Category;
import cn.sihong.submission.programmes.FormEditions;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** The forms in all their versions; the table can be added to and never changed. */
@Repository
class Forms implements FormEditions {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    /** What was read once; an edition never changes. */
    private final Map<Edition, Form> read = new ConcurrentHashMap<>();

    private record Edition(Category category, int version) {}

    Forms(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The newest version for each category: what a new application is begun with. */
    List<Form> newest() {
        return jdbc.sql(
                        """
                        select distinct on (category) definition from application_forms
                        order by category, version desc
                        """)
                .query(this::form)
                .list();
    }

    Form newest(Category category) {
        return jdbc.sql(
                        """
                        select definition from application_forms
                        where category = ? order by version desc limit 1
                        """)
                .param(category.name())
                .query(this::form)
                .single();
    }

    Form get(Category category, int version) {
        return read.computeIfAbsent(new Edition(category, version), this::kept);
    }

    private Form kept(Edition edition) {
        return jdbc.sql(
                        "select definition from application_forms where category = ? and version = ?")
                .params(edition.category().name(), edition.version())
                .query(this::form)
                .optional()
                .orElseThrow(NoSuchForm::new);
    }

    @Override
    public OptionalInt minutes(Category category, int edition) {
        return jdbc.sql(
                        """
                        select (definition ->> 'minutes')::int from application_forms
                        where category = ? and version = ?
                        """)
                .params(category.name(), edition)
                .query(Integer.class)
                .optional()
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    /**
     * @throws FormVersionTaken when somebody else was quicker, or a version would be left out
     */
    void add(Form form) {
        int added =
                jdbc.sql(
                                """
                                insert into application_forms (category, version, definition)
                                select :category, :version, :definition::jsonb
                                where :version = 1 + (select max(version) from application_forms where category = :category)
                                on conflict do nothing
                                """)
                        .param("category", form.category().name())
                        .param("version", form.version())
                        .param("definition", json.writeValueAsString(form))
                        .update();
        if (added == 0) throw new FormVersionTaken();
    }

    private Form form(ResultSet row, int n) throws SQLException {
        return json.readValue(row.getString("definition"), Form.class);
    }
}
