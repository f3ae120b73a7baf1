package cn.sihong.submission.applications;

import cn.sihong.submission.programmes.Category;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The forms in all their versions; the table can be added to and never changed. */
@Repository
class Forms {

    private final JdbcClient jdbc;
    private final JsonMapper json;

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
        return jdbc.sql(
                        "select definition from application_forms where category = ? and version = ?")
                .params(category.name(), version)
                .query(this::form)
                .optional()
                .orElseThrow(NoSuchForm::new);
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
