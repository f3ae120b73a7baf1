package cn.sihong.submission.programmes;

import cn.sihong.platform.problem.NotPossibleNow;
import cn.sihong.platform.problem.StaleVersion;
import cn.sihong.submission.organisations.Organisation;
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
import java.util.stream.Stream;

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

    /** What the programme says, whether it is still in force or not. */
    public Terms terms(Programme.Id id) {
        return get(id).terms();
    }

    /** All that are in force, the latest year first. */
    public List<Published> inForce() {
        return all().stream()
                .flatMap(one ->
                        one instanceof Published published ? Stream.of(published) : Stream.of())
                .toList();
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

    /** All of them, the latest year first; of one year drafts, then what was published last. */
    List<Programme> all() {
        return jdbc
                .sql(
                        "select * from programmes order by year desc, published_at desc nulls first, id desc")
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
                            weight_acceptance, weight_supervision, published_at, closed_at, version,
                            approval_from, approval_until, edition,
                            burden_ceiling, burden_approved_by, burden_reason)
                        values (:id, :state, :title, :year, :demonstration, :mode, :documentNumber,
                            :approvedBy, :approvedOn, :listItem, :mutualReview, :appraisal,
                            :acceptance, :supervision, :publishedAt, :closedAt, :version,
                            :approvalFrom, :approvalUntil, :edition,
                            :burdenCeiling, :burdenApprovedBy, :burdenReason)
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
                                    published_at = :publishedAt, closed_at = :closedAt, version = :version,
                                    approval_from = :approvalFrom, approval_until = :approvalUntil,
                                    edition = :edition, burden_ceiling = :burdenCeiling,
                                    burden_approved_by = :burdenApprovedBy, burden_reason = :burdenReason
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
        keep(programme.id(), programme.terms().selection());
        for (var window : programme.terms().windows())
            jdbc.sql("insert into programme_windows values (?, ?, ?, ?)")
                    .params(
                            programme.id().value(),
                            window.stage().name(),
                            window.opensOn(),
                            window.closesOn())
                    .update();
        for (var rule : programme.terms().categories())
            jdbc.sql("insert into programme_categories values (?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            programme.id().value(),
                            rule.category().name(),
                            rule.name(),
                            rule.minPerUnit(),
                            rule.maxPerUnit(),
                            rule.quota(),
                            rule.form(),
                            rule.rubric())
                    .update();
        for (var extension : extensionsOf(programme)) add(programme.id(), extension);
    }

    private void keep(Programme.Id programme, SelectionRules rules) {
        jdbc.sql(
                        """
                        update programmes set minimum_acceptance = ?, minimum_satisfaction = ?, tie_break = ?,
                            per_school = ?, heads_percent = ?, kindergartens = ?,
                            outstanding_schools = ?, outstanding_members = ?
                        where id = ?
                        """)
                .params(rules.minimumAcceptance(), rules.minimumSatisfaction())
                .param(rules.tieBreak().stream().map(Enum::name).toArray(String[]::new))
                .param(rules.perSchool())
                .param(rules.headsPercent())
                .param(rules.kindergartens())
                .params(rules.outstandingSchools(), rules.outstandingMembers(), programme.value())
                .update();
    }

    private static List<Extension> extensionsOf(Programme programme) {
        return switch (programme) {
            case Draft _ -> List.of();
            case Published published -> published.extensions();
            case Closed closed -> closed.extensions();
        };
    }

    /** What was recorded once stays as it is. */
    private void add(Programme.Id programme, Extension extension) {
        jdbc.sql(
                        """
                        insert into programme_extensions (programme_id, unit_id, stage, until, reason,
                            approved_by, granted_by, granted_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        programme.value(),
                        extension.unit().value(),
                        extension.stage().name(),
                        extension.until(),
                        extension.reason(),
                        extension.approvedBy(),
                        extension.grantedBy(),
                        extension.grantedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private Programme programme(Row row) {
        return row.programme(windows(row.id()), categories(row.id()), extensions(row.id()));
    }

    private List<Extension> extensions(UUID programme) {
        return jdbc.sql(
                        """
                        select * from programme_extensions where programme_id = ?
                        order by granted_at, unit_id, stage, until
                        """)
                .param(programme)
                .query((row, n) ->
                        new Extension(
                                new Organisation.Id(row.getObject("unit_id", UUID.class)),
                                Stage.valueOf(row.getString("stage")),
                                row.getObject("until", LocalDate.class),
                                row.getString("reason"),
                                row.getString("approved_by"),
                                row.getObject("granted_by", UUID.class),
                                row.getObject("granted_at", OffsetDateTime.class).toInstant()))
                .list();
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
                                row.getInt("quota"),
                                row.getString("form"),
                                row.getString("rubric")))
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
            long version,
            @Nullable LocalDate approvalFrom,
            @Nullable LocalDate approvalUntil,
            @Nullable Integer edition,
            SelectionRules selection,
            int burdenCeiling,
            @Nullable String burdenApprovedBy,
            @Nullable String burdenReason) {

        static Row of(Programme programme) {
            return switch (programme) {
                case Draft draft -> of(draft, "DRAFT", null, null, null);
                case Published it -> of(it, "PUBLISHED", it.publishedAt(), null, it.edition());
                case Closed it -> of(it, "CLOSED", it.publishedAt(), it.closedAt(), it.edition());
            };
        }

        private static Row of(
                Programme programme,
                String state,
                @Nullable Instant publishedAt,
                @Nullable Instant closedAt,
                @Nullable Integer edition) {
            var terms = programme.terms();
            var basis = terms.legalBasis();
            var period = basis.period();
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
                    programme.version(),
                    period == null ? null : period.from(),
                    period == null ? null : period.until(),
                    edition,
                    terms.selection(),
                    terms.burden().ceiling(),
                    terms.burden().approvedBy(),
                    terms.burden().reason());
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
                    row.getLong("version"),
                    row.getObject("approval_from", LocalDate.class),
                    row.getObject("approval_until", LocalDate.class),
                    row.getObject("edition", Integer.class),
                    selection(row),
                    row.getInt("burden_ceiling"),
                    row.getString("burden_approved_by"),
                    row.getString("burden_reason"));
        }

        private static SelectionRules selection(ResultSet row) throws SQLException {
            var tieBreak = (String[]) row.getArray("tie_break").getArray();
            return new SelectionRules(
                    row.getInt("minimum_acceptance"),
                    row.getInt("minimum_satisfaction"),
                    Stream.of(tieBreak).map(SelectionRules.Tie::valueOf).toList(),
                    row.getObject("per_school", Integer.class),
                    row.getObject("heads_percent", Integer.class),
                    row.getObject("kindergartens", Integer.class),
                    row.getInt("outstanding_schools"),
                    row.getInt("outstanding_members"));
        }

        Programme programme(
                List<Window> windows, List<CategoryRule> categories, List<Extension> extensions) {
            var terms = terms(windows, categories);
            var programme = new Programme.Id(id);
            return switch (state) {
                case "DRAFT" -> new Draft(programme, terms, version);
                case "PUBLISHED" ->
                        new Published(
                                programme,
                                terms,
                                Objects.requireNonNull(edition),
                                extensions,
                                instant(publishedAt),
                                version);
                case "CLOSED" ->
                        new Closed(
                                programme,
                                terms,
                                Objects.requireNonNull(edition),
                                extensions,
                                instant(publishedAt),
                                instant(closedAt),
                                version);
                default -> throw new IllegalStateException("unknown state " + state);
            };
        }

        private Terms terms(List<Window> windows, List<CategoryRule> categories) {
            return new Terms(
                    title,
                    year,
                    demonstration,
                    new LegalBasis(
                            Mode.valueOf(mode),
                            documentNumber,
                            approvedBy,
                            approvedOn,
                            listItem,
                            period()),
                    windows,
                    categories,
                    new Weights(mutualReview, appraisal, acceptance, supervision),
                    selection,
                    new Burden(burdenCeiling, burdenApprovedBy, burdenReason));
        }

        private @Nullable Period period() {
            return approvalFrom == null || approvalUntil == null
                    ? null
                    : new Period(approvalFrom, approvalUntil);
        }

        private static Instant instant(@Nullable OffsetDateTime time) {
            return Objects.requireNonNull(time).toInstant();
        }
    }
}
