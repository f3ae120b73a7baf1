package cn.sihong.submission.applications;

import cn.sihong.platform.problem.StaleVersion;
import cn.sihong.submission.applications.Application.ApplicationNumber;
import cn.sihong.submission.applications.Application.Batched;
import cn.sihong.submission.applications.Application.Draft;
import cn.sihong.submission.applications.Application.Entry;
import cn.sihong.submission.applications.Application.FormallyOk;
import cn.sihong.submission.applications.Application.Honoured;
import cn.sihong.submission.applications.Application.InCorrection;
import cn.sihong.submission.applications.Application.NotAdmitted;
import cn.sihong.submission.applications.Application.NotRecommended;
import cn.sihong.submission.applications.Application.Received;
import cn.sihong.submission.applications.Application.Recommended;
import cn.sihong.submission.applications.Application.Returned;
import cn.sihong.submission.applications.Application.Revoked;
import cn.sihong.submission.applications.Application.Signature;
import cn.sihong.submission.applications.Application.Submitted;
import cn.sihong.submission.applications.Application.Withdrawn;
import cn.sihong.submission.organisations.Organisation;
import cn.sihong.submission.programmes.Category;
import cn.sihong.submission.programmes.Programme;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of applications. */
@Repository
class Applications {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Applications(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Application> find(Application.Id id) {
        return jdbc.sql("select * from applications where id = ?")
                .param(id.value())
                .query((row, n) -> application(row))
                .optional();
    }

    Application get(Application.Id id) {
        return find(id).orElseThrow(NoSuchApplication::new);
    }

    /** All of a unit's in one state, in the order of category and rank. */
    List<Application> of(Programme.Id programme, Organisation.Id unit, State state) {
        return jdbc.sql(
                        """
                        select * from applications
                        where programme_id = ? and unit_id = ? and state = ? order by category, rank, id
                        """)
                .params(programme.value(), unit.value(), state.name())
                .query((row, n) -> application(row))
                .list();
    }

    List<Application> of(UUID batch) {
        return jdbc.sql("select * from applications where batch_id = ? order by category, rank, id")
                .param(batch)
                .query((row, n) -> application(row))
                .list();
    }

    /** What the school's latest signed application of the category says, of programmes before. */
    Optional<Content> latestBefore(
            Programme.Id programme, Organisation.Id school, Category category) {
        return jdbc.sql(
                        """
                        select content from applications
                        where school_id = ? and category = ? and programme_id <> ?
                          and state not in ('DRAFT', 'WITHDRAWN') and title <> ended_words()
                        order by id desc limit 1
                        """)
                .params(school.value(), category.name(), programme.value())
                .query((row, n) -> json.readValue(row.getString("content"), Content.class))
                .optional();
    }

    /** The notice at the school that was written down last, in this programme or in any. */
    Optional<JsonNode> lastNotice(Organisation.Id school, Programme.Id programme) {
        return lastNotice(school, "and programme_id = ?", programme.value());
    }

    Optional<JsonNode> lastNotice(Organisation.Id school) {
        return lastNotice(school, "");
    }

    private Optional<JsonNode> lastNotice(Organisation.Id school, String narrowed, Object... by) {
        return jdbc.sql(
                        """
                        select content -> 'schoolNotice' as notice from applications
                        where school_id = ? %s and content ->> 'schoolNotice' is not null
                        order by id desc limit 1
                        """
                                .formatted(narrowed))
                .param(school.value())
                .params(by)
                .query((row, n) -> json.readTree(row.getString("notice")))
                .optional();
    }

    /**
     * How many the school has of the category; until the transaction ends nobody else can begin
     * one, so that two clerks at once cannot both take the last place.
     */
    int lockAndCount(Programme.Id programme, Organisation.Id school, Category category) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("%s/%s/%s".formatted(programme.value(), school.value(), category))
                .query((row, n) -> "")
                .single();
        return jdbc.sql(
                        """
                        select count(*) from applications
                        where programme_id = ? and school_id = ? and category = ? and state <> 'WITHDRAWN'
                        """)
                .params(programme.value(), school.value(), category.name())
                .query(Integer.class)
                .single();
    }

    /**
     * Writes the state over the version it came from, and answers it with its new version.
     *
     * @throws StaleVersion when somebody else was quicker
     * @throws RankTaken when another application holds the rank
     */
    Application save(Application application, Instant at) {
        var row = Row.of(application);
        try {
            var written = row.entry().version() == 0 ? insert(row, at) : update(row, at);
            return written.orElseThrow(StaleVersion::new);
        } catch (DuplicateKeyException e) {
            if (String.valueOf(e.getMessage()).contains("one_application_a_rank"))
                throw new RankTaken();
            throw e;
        }
    }

    private Optional<Application> insert(Row row, Instant at) {
        var entry = row.entry();
        return jdbc.sql(
                        """
                        insert into applications (id, programme_id, school_id, unit_id, category, form_version, state, changed_at, content)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                        on conflict (id) do nothing returning *
                        """)
                .params(
                        entry.id().value(),
                        entry.programme().value(),
                        entry.school().value(),
                        entry.unit().value(),
                        entry.category().name(),
                        entry.form(),
                        row.state().name(),
                        at.atOffset(ZoneOffset.UTC),
                        json.writeValueAsString(row.content()))
                .query((written, n) -> application(written))
                .optional();
    }

    private Optional<Application> update(Row row, Instant at) {
        var signature = row.signature();
        return jdbc.sql(
                        """
                        update applications
                        set state = ?, version = version + 1, changed_at = ?, content = ?::jsonb, returns = ?,
                            opinion = ?, signed_by = ?, signed_at = ?, reason = ?, due_on = ?, rank = ?,
                            batch_id = ?, number = ?, corrections = ?, correct_by = ?, certificate = ?
                        where id = ? and version = ? returning *
                        """)
                .param(row.state().name())
                .param(at.atOffset(ZoneOffset.UTC))
                .param(json.writeValueAsString(row.content()))
                .param(row.returns())
                .param(signature == null ? null : signature.opinion())
                .param(signature == null ? null : signature.secretary())
                .param(signature == null ? null : signature.at().atOffset(ZoneOffset.UTC))
                .param(row.reason())
                .param(row.dueOn())
                .param(row.rank())
                .param(row.batch())
                .param(row.number() == null ? null : row.number().value())
                .param(row.corrections())
                .param(row.correctBy())
                .param(row.certificate())
                .param(row.entry().id().value())
                .param(row.entry().version())
                .query((written, n) -> application(written))
                .optional();
    }

    private Application application(ResultSet row) throws SQLException {
        var entry = entry(row);
        var content = json.readValue(row.getString("content"), Content.class);
        int returns = row.getInt("returns");
        return switch (State.valueOf(row.getString("state"))) {
            case DRAFT -> new Draft(entry, content);
            case SUBMITTED -> new Submitted(entry, content, signature(row), returns);
            case RETURNED ->
                    new Returned(
                            entry,
                            content,
                            returns,
                            row.getString("reason"),
                            row.getObject("due_on", LocalDate.class));
            case RECOMMENDED ->
                    new Recommended(entry, content, signature(row), returns, row.getInt("rank"));
            case NOT_RECOMMENDED ->
                    new NotRecommended(
                            entry, content, signature(row), returns, row.getString("reason"));
            case BATCHED ->
                    new Batched(entry, content, signature(row), row.getInt("rank"), batch(row));
            case RECEIVED ->
                    new Received(
                            entry,
                            content,
                            signature(row),
                            row.getInt("rank"),
                            batch(row),
                            number(row),
                            row.getInt("corrections"));
            case CORRECTION ->
                    new InCorrection(
                            entry,
                            content,
                            signature(row),
                            row.getInt("rank"),
                            batch(row),
                            number(row),
                            row.getString("reason"),
                            row.getObject("correct_by", LocalDate.class));
            case FORMALLY_OK ->
                    new FormallyOk(
                            entry,
                            content,
                            signature(row),
                            row.getInt("rank"),
                            batch(row),
                            number(row));
            case NOT_ADMITTED ->
                    new NotAdmitted(
                            entry,
                            content,
                            signature(row),
                            row.getInt("rank"),
                            batch(row),
                            number(row),
                            row.getString("reason"));
            case HONOURED ->
                    new Honoured(
                            entry,
                            content,
                            signature(row),
                            row.getInt("rank"),
                            batch(row),
                            number(row),
                            row.getString("certificate"));
            case REVOKED ->
                    new Revoked(
                            entry,
                            content,
                            signature(row),
                            row.getInt("rank"),
                            batch(row),
                            number(row),
                            row.getString("certificate"),
                            row.getString("reason"));
            case WITHDRAWN -> new Withdrawn(entry, content);
        };
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                new Application.Id(row.getObject("id", UUID.class)),
                new Programme.Id(row.getObject("programme_id", UUID.class)),
                new Organisation.Id(row.getObject("school_id", UUID.class)),
                new Organisation.Id(row.getObject("unit_id", UUID.class)),
                Category.valueOf(row.getString("category")),
                row.getInt("form_version"),
                row.getLong("version"));
    }

    private static Signature signature(ResultSet row) throws SQLException {
        return new Signature(
                row.getString("opinion"),
                row.getObject("signed_by", UUID.class),
                row.getObject("signed_at", OffsetDateTime.class).toInstant());
    }

    private static ApplicationNumber number(ResultSet row) throws SQLException {
        return new ApplicationNumber(row.getString("number"));
    }

    private static UUID batch(ResultSet row) throws SQLException {
        return row.getObject("batch_id", UUID.class);
    }
}
