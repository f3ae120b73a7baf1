package cn.sihong.award.letters;

import cn.sihong.award.selection.Selection;
import cn.sihong.platform.paging.PageRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The letters that were sent; row security lets a school read its own. */
@Repository
class Letters {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Letters(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A letter in a list. */
    record Heading(
            UUID applicationId,
            UUID schoolId,
            String number,
            String categoryName,
            String title,
            Letter.Result outcome,
            Instant sentAt) {}

    void send(
            Letter letter,
            Selection.Id selection,
            UUID programme,
            UUID school,
            UUID unit,
            Instant at) {
        jdbc.sql(
                        """
                        insert into letters (application_id, edition, selection_id, programme_id, school_id,
                            unit_id, number, category_name, title, result, body, sent_at)
                        select :application, coalesce(max(edition), 0) + 1, :selection, :programme, :school,
                            :unit, :number, :category, :title, :result, :body, :at
                        from letters where application_id = :application
                        """)
                .param("application", letter.applicationId())
                .param("selection", selection.value())
                .param("programme", programme)
                .param("school", school)
                .param("unit", unit)
                .param("number", letter.number())
                .param("category", letter.categoryName())
                .param("title", letter.title())
                .param("result", letter.outcome().name())
                .param("body", json.writeValueAsString(letter))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The schools that got a letter about a selection. */
    List<UUID> addressees(Selection.Id selection) {
        return jdbc.sql("select distinct school_id from letters where selection_id = ?")
                .param(selection.value())
                .query((row, n) -> row.getObject("school_id", UUID.class))
                .list();
    }

    /** The latest edition of each that this person may see. */
    List<Heading> list(@Nullable UUID programme, PageRequest page) {
        return jdbc.sql(
                        """
                        select * from letters l
                        where (cast(:programme as uuid) is null or programme_id = :programme)
                          and edition = (select max(edition) from letters where application_id = l.application_id)
                          and (cast(:after as uuid) is null or application_id > :after)
                        order by application_id limit :limit
                        """)
                .param("programme", programme)
                .param("after", page.afterId().orElse(null))
                .param("limit", page.limitAndOne())
                .query((row, n) ->
                        new Heading(
                                row.getObject("application_id", UUID.class),
                                row.getObject("school_id", UUID.class),
                                row.getString("number"),
                                row.getString("category_name"),
                                row.getString("title"),
                                Letter.Result.valueOf(row.getString("result")),
                                row.getTimestamp("sent_at").toInstant()))
                .list();
    }

    /** The latest edition. */
    Optional<Letter> find(UUID application) {
        return jdbc.sql(
                        """
                        select body, body = ended(body) as has_ended from letters where application_id = ?
                        order by edition desc limit 1
                        """)
                .param(application)
                .query((row, n) -> {
                    if (row.getBoolean("has_ended")) throw new LetterEnded();
                    return json.readValue(row.getString("body"), Letter.class);
                })
                .optional();
    }
}
