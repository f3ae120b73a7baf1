package cn.sihong.submission.programmes;

import cn.sihong.platform.problem.NotPossibleNow;
import cn.sihong.platform.problem.StaleVersion;
import cn.sihong.submission.programmes.LegalBasis.Mode;
import cn.sihong.submission.programmes.Programme.Closed;
import cn.sihong.submission.programmes.Programme.Draft;
import cn.sihong.submission.programmes.Programme.Published;

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
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The programmes, and the door through which other features see the published ones. */
@Repository
public class Programmes {

    private final JdbcClient jdbc;

    Programmes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The programme in force; refuses an unknown one, a draft and a closed one. */
    public Published published(Programme.Id id) {
        return switch (get(id)) {
            case Published published -> published;
            case Draft _ -> throw new NoSuchProgramme();
            case Closed _ -> throw new NotPossibleNow("办理", "方案已结束");
        };
    }

    Programme get(Programme.Id id) {
        return find(id).orElseThrow(NoSuchProgramme::new);
    }

    Optional<Programme> find(Programme.Id id) {
        return jdbc.sql("select * from programmes where id = ?")
                .param(id.value())
                .query((row, n) -> Row.read(row))
                .optional()
                .map(this::programme);
    }

    /** All of them, the latest year first. */
    List<Programme> all() {
        return jdbc
                .sql("select * from programmes order by year desc, id desc")
                .query((row, n) -> Row.read(row))
                .list()
                .stream()
                .map(this::programme)
                .toList();
    }

    void add(Draft draft) {
        var row = Row.of(draft);
        jdbc.sql(
                        """
                        insert into programmes (id, state, title, year, demonstration, mode, document_number,
                            approved_by, approved_on, list_item, weight_mutual_review, weight_appraisal,
                            weight_acceptance, weight_supervision, published_at, closed_at, version)
                        values (:id, :state, :title, :year, :demonstration, :mode, :documentNumber,
                            :approvedBy, :approvedOn, :listItem, :mutualReview, :appraisal,
                            :acceptance, :supervision, :publishedAt, :closedAt, :version)
                        """)
                .paramSource(row)
                .update();
        addParts(draft);
    }

    /** Writes the next version, if the one before it is still the kept one. */
    void save(Programme programme) {
        var saved =
                jdbc.sql(
                                """
                                update programmes set state = :state, title = :title, year = :year,
                                    demonstration = :demonstration, mode = :mode, document_number = :documentNumber,
                                    approved_by = :approvedBy, approved_on = :approvedOn, list_item = :listItem,
                                    weight_mutual_review = :mutualReview, weight_appraisal = :appraisal,
                                    weight_acceptance = :acceptance, weight_supervision = :supervision,
                                    published_at = :publishedAt, closed_at = :closedAt, version = :version
                                where id = :id and version = :version - 1
                                """)
                        .paramSource(Row.of(programme))
                        .update();
        if (saved == 0) throw new StaleVersion();
        jdbc.sql("delete from programme_windows where programme_id = ?")
                .param(programme.id().value())
                .update();
        jdbc.sql("delete from programme_categories where programme_id = ?")
                .param(programme.id().value())
                .update();
        addParts(programme);
    }

    private void addParts(Programme programme) {
        for (var window : programme.terms().windows())
            jdbc.sql("insert into programme_windows values (?, ?, ?, ?)")
                    .params(
                            programme.id().value(),
                            window.stage().name(),
                            window.opensOn(),
                            window.closesOn())
                    .update();
        for (var rule : programme.terms().categories())
            jdbc.sql("insert into programme_categories values (?, ?, ?, ?, ?, ?)")
                    .params(
                            programme.id().value(),
                            rule.category().name(),
                            rule.name(),
                            rule.minPerUnit(),
                            rule.maxPerUnit(),
                            rule.quota())
                    .update();
    }

    private Programme programme(Row row) {
        return row.programme(windows(row.id()), categories(row.id()));
    }

    private List<Window> windows(UUID programme) {
        return jdbc
                .sql("select * from programme_windows where programme_id = ?")
                .param(programme)
                .query((row, n) ->
                        new Window(
                                Stage.valueOf(row.getString("stage")),
                                row.getObject("opens_on", LocalDate.class),
                                row.getObject("closes_on", LocalDate.class)))
                .list()
                .stream()
                .sorted(java.util.Comparator.comparing(Window::stage))
                .toList();
    }

    private List<CategoryRule> categories(UUID programme) {
        return jdbc
                .sql("select * from programme_categories where programme_id = ?")
                .param(programme)
                .query((row, n) ->
                        new CategoryRule(
                                Category.valueOf(row.getString("category")),
                                row.getString("name"),
                                row.getInt("min_per_unit"),
                                row.getInt("max_per_unit"),
                                row.getInt("quota")))
                .list()
                .stream()
                .sorted(java.util.Comparator.comparing(CategoryRule::category))
                .toList();
    }

    /** A programme as the table holds it. */
    record Row(
            UUID id,
            String state,
            String title,
            int year,
            boolean demonstration,
            String mode,
            @Nullable String documentNumber,
            @Nullable String approvedBy,
            @Nullable LocalDate approvedOn,
            @Nullable String listItem,
            int mutualReview,
            int appraisal,
            int acceptance,
            int supervision,
            @Nullable OffsetDateTime publishedAt,
            @Nullable OffsetDateTime closedAt,
            long version) {

        static Row of(Programme programme) {
            return switch (programme) {
                case Draft draft -> of(draft, "DRAFT", null, null);
                case Published published ->
                        of(published, "PUBLISHED", published.publishedAt(), null);
                case Closed closed -> of(closed, "CLOSED", closed.publishedAt(), closed.closedAt());
            };
        }

        private static Row of(
                Programme programme,
                String state,
                @Nullable Instant publishedAt,
                @Nullable Instant closedAt) {
            var terms = programme.terms();
            var basis = terms.legalBasis();
            var weights = terms.weights();
            return new Row(
                    programme.id().value(),
                    state,
                    terms.title(),
                    terms.year(),
                    terms.demonstration(),
                    basis.mode().name(),
                    basis.documentNumber(),
                    basis.approvedBy(),
                    basis.approvedOn(),
                    basis.listItem(),
                    weights.mutualReview(),
                    weights.appraisal(),
                    weights.acceptance(),
                    weights.supervision(),
                    publishedAt == null ? null : publishedAt.atOffset(ZoneOffset.UTC),
                    closedAt == null ? null : closedAt.atOffset(ZoneOffset.UTC),
                    programme.version());
        }

        static Row read(ResultSet row) throws SQLException {
            return new Row(
                    row.getObject("id", UUID.class),
                    row.getString("state"),
                    row.getString("title"),
                    row.getInt("year"),
                    row.getBoolean("demonstration"),
                    row.getString("mode"),
                    row.getString("document_number"),
                    row.getString("approved_by"),
                    row.getObject("approved_on", LocalDate.class),
                    row.getString("list_item"),
                    row.getInt("weight_mutual_review"),
                    row.getInt("weight_appraisal"),
                    row.getInt("weight_acceptance"),
                    row.getInt("weight_supervision"),
                    row.getObject("published_at", OffsetDateTime.class),
                    row.getObject("closed_at", OffsetDateTime.class),
                    row.getLong("version"));
        }

        Programme programme(List<Window> windows, List<CategoryRule> categories) {
            var terms = terms(windows, categories);
            var programme = new Programme.Id(id);
            return switch (state) {
                case "DRAFT" -> new Draft(programme, terms, version);
                case "PUBLISHED" -> new Published(programme, terms, instant(publishedAt), version);
                case "CLOSED" ->
                        new Closed(
                                programme, terms, instant(publishedAt), instant(closedAt), version);
                default -> throw new IllegalStateException("unknown state " + state);
            };
        }

        private Terms terms(List<Window> windows, List<CategoryRule> categories) {
            return new Terms(
                    title,
                    year,
                    demonstration,
                    new LegalBasis(
                            Mode.valueOf(mode), documentNumber, approvedBy, approvedOn, listItem),
                    windows,
                    categories,
                    new Weights(mutualReview, appraisal, acceptance, supervision));
        }

        private static Instant instant(@Nullable OffsetDateTime time) {
            return Objects.requireNonNull(time).toInstant();
        }
    }
}
