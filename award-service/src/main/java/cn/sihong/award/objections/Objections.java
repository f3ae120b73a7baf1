package cn.sihong.award.objections;

import cn.sihong.award.objections.Objection.Accepted;
import cn.sihong.award.objections.Objection.Clock;
import cn.sihong.award.objections.Objection.Decided;
import cn.sihong.award.objections.Objection.Decision;
import cn.sihong.award.objections.Objection.Entry;
import cn.sihong.award.objections.Objection.Investigated;
import cn.sihong.award.objections.Objection.Kind;
import cn.sihong.award.objections.Objection.Matter;
import cn.sihong.award.objections.Objection.NotAccepted;
import cn.sihong.award.objections.Objection.Registered;
import cn.sihong.award.objections.Objection.Report;
import cn.sihong.award.objections.Objection.Voice;
import cn.sihong.platform.paging.PageRequest;
import cn.sihong.platform.problem.StaleVersion;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The objections without their objectors; row security shows a unit those against its own. */
@Repository
class Objections {

    private final JdbcClient jdbc;

    Objections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Objection> find(Objection.Id id) {
        return jdbc.sql("select * from objections where id = ?")
                .param(id.value())
                .query((row, n) -> objection(row))
                .optional();
    }

    /** What a receipt and its code stand for. */
    record Receipted(Objection objection, String code) {}

    Optional<Receipted> withReceipt(String receipt) {
        return jdbc.sql("select * from objections where receipt = ?")
                .param(receipt)
                .query((row, n) -> new Receipted(objection(row), row.getString("code")))
                .optional();
    }

    /** The oldest first: the one whose clock runs out soonest. */
    List<Objection> list(@Nullable UUID programme, PageRequest page) {
        return jdbc.sql(
                        """
                        select * from objections
                        where (cast(:programme as uuid) is null or programme_id = :programme)
                          and (cast(:after as uuid) is null or sequence > (
                              select sequence from objections where id = :after))
                        order by sequence limit :limit
                        """)
                .param("programme", programme)
                .param("after", page.afterId().orElse(null))
                .param("limit", page.limitAndOne())
                .query((row, n) -> objection(row))
                .list();
    }

    /** {@code 异2026-0007}: numbers of a year without gaps. */
    String nextReceipt(int year) {
        var last =
                jdbc.sql(
                                """
                                insert into objection_receipts (year, last) values (?, 1)
                                on conflict (year) do update set last = objection_receipts.last + 1
                                returning last
                                """)
                        .param(year)
                        .query(Integer.class)
                        .single();
        return "异%d-%04d".formatted(year, last);
    }

    void add(Registered registered, String code) {
        var entry = registered.entry();
        var matter = entry.matter();
        jdbc.sql(
                        """
                        insert into objections (id, version, state, receipt, code, kind, voice, notice_id,
                            selection_id, programme_id, application_id, title, school_id, school_name, unit_id,
                            redacted, received_on, accept_by, complete)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        entry.id().value(),
                        entry.version(),
                        registered.state(),
                        entry.receipt(),
                        code,
                        entry.kind().name(),
                        entry.voice().name(),
                        matter.noticeId(),
                        matter.selectionId(),
                        matter.programmeId(),
                        matter.applicationId(),
                        matter.title(),
                        matter.schoolId(),
                        matter.schoolName(),
                        matter.unitId(),
                        entry.redacted(),
                        entry.receivedOn(),
                        entry.acceptBy(),
                        registered.complete())
                .update();
    }

    /** Replaces the state before this one, and no other. */
    void save(Objection objection) {
        var row = Row.of(objection);
        var saved =
                jdbc.sql(
                                """
                                update objections set version = :version, state = :state, redacted = :redacted,
                                    complete = :complete, not_accepted_because = :because, not_accepted_on = :notOn,
                                    accepted_on = :acceptedOn, investigate_by = :investigateBy,
                                    extended_because = :extended, findings = :findings, founded = :founded,
                                    reported_on = :reportedOn, sustained = :sustained, reply = :reply,
                                    decided_on = :decidedOn
                                where id = :id and version = :version - 1
                                """)
                        .param("id", objection.entry().id().value())
                        .param("version", objection.entry().version())
                        .param("state", objection.state())
                        .param("redacted", objection.entry().redacted())
                        .param("complete", row.complete())
                        .param("because", row.refused() == null ? null : row.refused().reason())
                        .param("notOn", row.refused() == null ? null : row.refused().on())
                        .param("acceptedOn", row.clock() == null ? null : row.clock().acceptedOn())
                        .param(
                                "investigateBy",
                                row.clock() == null ? null : row.clock().investigateBy())
                        .param(
                                "extended",
                                row.clock() == null ? null : row.clock().extendedBecause())
                        .param("findings", row.report() == null ? null : row.report().findings())
                        .param("founded", row.report() == null ? null : row.report().founded())
                        .param("reportedOn", row.report() == null ? null : row.report().on())
                        .param(
                                "sustained",
                                row.decision() == null ? null : row.decision().sustained())
                        .param("reply", row.decision() == null ? null : row.decision().reply())
                        .param("decidedOn", row.decision() == null ? null : row.decision().on())
                        .update();
        if (saved == 0) throw new StaleVersion();
    }

    /** Whether this person is new to the investigation. */
    boolean addInvestigator(Objection.Id id, UUID subject, String name) {
        return jdbc.sql(
                                """
                                insert into objection_investigators (objection_id, subject, name)
                                values (?, ?, ?) on conflict do nothing
                                """)
                        .params(id.value(), subject, name)
                        .update()
                == 1;
    }

    /** Who investigates. */
    record Investigator(UUID subject, String name) {}

    List<Investigator> investigators(Objection.Id id) {
        return jdbc.sql(
                        "select subject, name from objection_investigators where objection_id = ? order"
                                + " by joined_at, subject")
                .param(id.value())
                .query((row, n) ->
                        new Investigator(
                                row.getObject("subject", UUID.class), row.getString("name")))
                .list();
    }

    /** All columns of all states. */
    private record Row(
            boolean complete,
            @Nullable NotAccepted refused,
            @Nullable Clock clock,
            @Nullable Report report,
            @Nullable Decision decision) {

        static Row of(Objection objection) {
            return switch (objection) {
                case Registered it -> new Row(it.complete(), null, null, null, null);
                case NotAccepted it -> new Row(true, it, null, null, null);
                case Accepted it -> new Row(true, null, it.clock(), null, null);
                case Investigated it -> new Row(true, null, it.clock(), it.report(), null);
                case Decided it -> new Row(true, null, it.clock(), it.report(), it.decision());
            };
        }
    }

    private static Objection objection(ResultSet row) throws SQLException {
        var entry = entry(row);
        return switch (row.getString("state")) {
            case "REGISTERED" -> new Registered(entry, row.getBoolean("complete"));
            case "NOT_ACCEPTED" ->
                    new NotAccepted(
                            entry,
                            row.getString("not_accepted_because"),
                            day(row, "not_accepted_on"));
            case "ACCEPTED" -> new Accepted(entry, clock(row));
            case "INVESTIGATED" -> new Investigated(entry, clock(row), report(row));
            case "DECIDED" ->
                    new Decided(
                            entry,
                            clock(row),
                            report(row),
                            new Decision(
                                    row.getBoolean("sustained"),
                                    row.getString("reply"),
                                    day(row, "decided_on")));
            case String other -> throw new IllegalStateException("unknown state " + other);
        };
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                new Objection.Id(row.getObject("id", UUID.class)),
                row.getString("receipt"),
                Kind.valueOf(row.getString("kind")),
                Voice.valueOf(row.getString("voice")),
                new Matter(
                        row.getObject("notice_id", UUID.class),
                        row.getObject("selection_id", UUID.class),
                        row.getObject("programme_id", UUID.class),
                        row.getObject("application_id", UUID.class),
                        row.getString("title"),
                        row.getObject("school_id", UUID.class),
                        row.getString("school_name"),
                        row.getObject("unit_id", UUID.class)),
                row.getString("redacted"),
                day(row, "received_on"),
                day(row, "accept_by"),
                row.getLong("version"));
    }

    private static Clock clock(ResultSet row) throws SQLException {
        return new Clock(
                day(row, "accepted_on"),
                day(row, "investigate_by"),
                row.getString("extended_because"));
    }

    private static Report report(ResultSet row) throws SQLException {
        return new Report(
                row.getString("findings"), row.getBoolean("founded"), day(row, "reported_on"));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, LocalDate.class));
    }
}
