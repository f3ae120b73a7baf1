package cn.sihong.submission.suggestions;

import cn.sihong.platform.paging.PageRequest;
import cn.sihong.platform.problem.StaleVersion;
import cn.sihong.submission.suggestions.Suggestion.Answered;
import cn.sihong.submission.suggestions.Suggestion.Open;
import cn.sihong.submission.suggestions.Suggestion.Said;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The box. */
@Repository
class Suggestions {

    private final JdbcClient jdbc;

    Suggestions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Suggestion> find(Suggestion.Id id) {
        return jdbc.sql("select * from suggestions where id = ?")
                .param(id.value())
                .query((row, n) -> suggestion(row))
                .optional();
    }

    void add(Open open) {
        var said = open.said();
        jdbc.sql(
                        """
                        insert into suggestions (id, page, body, author, name, made_at, answer_by)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(said.id().value())
                .param(said.page())
                .param(said.text())
                .param(said.author())
                .param(said.name())
                .param(said.at().atOffset(ZoneOffset.UTC))
                .param(said.answerBy())
                .update();
    }

    /** Writes the answer over the version it was given to. */
    Suggestion save(Answered answered) {
        var written =
                jdbc.sql(
                                """
                                update suggestions set answer = ?, answered_by = ?, answered_at = ?, version = version + 1
                                where id = ? and version = ?
                                """)
                        .params(
                                answered.answer(),
                                answered.by(),
                                answered.answeredAt().atOffset(ZoneOffset.UTC),
                                answered.said().id().value(),
                                answered.said().version())
                        .update();
        if (written == 0) throw new StaleVersion();
        return find(answered.said().id()).orElseThrow();
    }

    /** The newest first; of everybody, or of one author. */
    List<Suggestion> list(@Nullable UUID author, boolean openOnly, PageRequest page) {
        return jdbc.sql(
                        """
                        select * from suggestions
                        where (:author::uuid is null or author = :author::uuid)
                          and (not :openOnly or answer is null)
                          and (:after::uuid is null or id < :after::uuid)
                        order by id desc limit :limit
                        """)
                .param("author", author)
                .param("openOnly", openOnly)
                .param("after", page.afterId().orElse(null))
                .param("limit", page.limitAndOne())
                .query((row, n) -> suggestion(row))
                .list();
    }

    /** Until the transaction ends nobody else counts for this author. */
    int lockAndCount(UUID author, Instant since) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('suggestions/' || ?, 0))")
                .param(author.toString())
                .query((row, n) -> "")
                .single();
        return jdbc.sql("select count(*) from suggestions where author = ? and made_at >= ?")
                .params(author, since.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** How many wait, and until when the first of them. */
    record Waiting(int count, @Nullable LocalDate first) {}

    Waiting waiting() {
        return jdbc.sql(
                        "select count(*) as waiting, min(answer_by) as first from suggestions where answer is null")
                .query((row, n) ->
                        new Waiting(row.getInt("waiting"), row.getObject("first", LocalDate.class)))
                .single();
    }

    private static Suggestion suggestion(ResultSet row) throws SQLException {
        var said =
                new Said(
                        new Suggestion.Id(row.getObject("id", UUID.class)),
                        row.getString("page"),
                        row.getString("body"),
                        row.getObject("author", UUID.class),
                        row.getString("name"),
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        row.getObject("answer_by", LocalDate.class),
                        row.getLong("version"));
        var answer = row.getString("answer");
        return answer == null
                ? new Open(said)
                : new Answered(
                        said,
                        answer,
                        row.getObject("answered_by", UUID.class),
                        row.getObject("answered_at", OffsetDateTime.class).toInstant());
    }
}
