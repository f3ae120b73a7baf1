package cn.sihong.review.findings;

import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.problem.NotYourUnit;
import cn.sihong.platform.problem.StaleVersion;
import cn.sihong.review.findings.Finding.Answer;
import cn.sihong.review.findings.Finding.Answered;
import cn.sihong.review.findings.Finding.Closed;
import cn.sihong.review.findings.Finding.Closing;
import cn.sihong.review.findings.Finding.Entry;
import cn.sihong.review.findings.Finding.Finder;
import cn.sihong.review.findings.Finding.Matter;
import cn.sihong.review.findings.Finding.Open;
import cn.sihong.review.findings.Finding.Reopened;
import cn.sihong.review.findings.Finding.Settled;
import cn.sihong.review.findings.Finding.Verified;
import cn.sihong.review.findings.Finding.Word;

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

/** The table of findings and their steps. */
@Repository
class Findings {

    private final JdbcClient jdbc;

    Findings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Finding> find(UUID id) {
        return jdbc.sql("select * from findings where id = ?")
                .param(id)
                .query((row, n) -> finding(row))
                .optional();
    }

    Finding get(UUID id) {
        return find(id).orElseThrow(() -> exists(id) ? new NotYourUnit() : new NoSuchFinding());
    }

    private boolean exists(UUID id) {
        return jdbc.sql("select finding_exists(?)").param(id).query(Boolean.class).single();
    }

    /** All of a school under a programme, oldest first. */
    List<Finding> of(UUID programme, UUID school) {
        return jdbc.sql(
                        "select * from findings where programme_id = ? and school_id = ? order by id")
                .params(programme, school)
                .query((row, n) -> finding(row))
                .list();
    }

    /** What waits for schools and has no more than 30 % of its time left. */
    List<Finding> pressing(LocalDate today) {
        return jdbc.sql(
                        """
                        select * from findings
                        where state in ('OPEN', 'REOPENED') and (due_on - ?::date) * 100 <= (due_on - from_on) * 30
                        order by id
                        """)
                .param(today)
                .query((row, n) -> finding(row))
                .list();
    }

    /** What was closed under a programme, in the order of ids. */
    List<UUID> closed(UUID programme) {
        return jdbc.sql(
                        "select id from findings where programme_id = ? and state = 'CLOSED' order by id")
                .param(programme)
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
    }

    /**
     * Writes the state over the version it came from.
     *
     * @return the finding with its new version
     * @throws StaleVersion when somebody else was quicker
     */
    Finding save(Finding finding) {
        var entry = finding.entry();
        int written = entry.version() == 0 ? insert(finding) : update(finding);
        if (written == 0) throw new StaleVersion();
        return finding.with(entry.at(entry.version() + 1));
    }

    /** One move of a finding, as it is kept. */
    record Step(
            UUID findingId,
            long version,
            Instant at,
            UUID by,
            Role role,
            Move move,
            String words,
            LocalDate dueOn,
            List<UUID> before,
            List<UUID> after) {}

    /** What somebody did with a finding. */
    enum Move {
        OPEN("finding.open"),
        ANSWER("finding.answer"),
        VERIFY("finding.verify"),
        CLOSE("finding.close"),
        REOPEN("finding.reopen"),
        HAND_OVER("finding.hand-over");

        private final String action;

        Move(String action) {
            this.action = action;
        }

        /** In the words of the audit trail. */
        String action() {
            return action;
        }
    }

    void keep(Step step) {
        jdbc.sql("insert into finding_steps values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        step.findingId(),
                        step.version(),
                        step.at().atOffset(ZoneOffset.UTC),
                        step.by(),
                        step.role().wireName(),
                        step.move().name(),
                        step.words(),
                        step.dueOn(),
                        array(step.before()),
                        array(step.after()))
                .update();
    }

    private int insert(Finding finding) {
        var entry = finding.entry();
        var matter = finding.matter();
        return jdbc.sql(
                        """
                        insert into findings (id, programme_id, school_id, unit_id, source, source_id, finder,
                            finder_role, finder_organisation_id, state, version, area, time_class, problem, advice,
                            before, from_on, due_on)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', 1, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (id) do nothing
                        """)
                .param(entry.id())
                .param(entry.programmeId())
                .param(entry.schoolId())
                .param(entry.unitId())
                .param(entry.source().name())
                .param(entry.sourceId())
                .param(entry.finder().subject())
                .param(entry.finder().role().wireName())
                .param(entry.finder().organisationId())
                .param(matter.area().name())
                .param(matter.timeClass().name())
                .param(matter.problem())
                .param(matter.advice())
                .param(array(matter.before()))
                .param(finding.term().from())
                .param(finding.term().dueOn())
                .update();
    }

    private int update(Finding finding) {
        var entry = finding.entry();
        var answer = finding instanceof Settled settled ? settled.answer() : null;
        var verification = verification(finding);
        var first = first(finding);
        var second = finding instanceof Closed closed ? closed.second() : null;
        return jdbc.sql(
                        """
                        update findings
                        set state = ?, version = version + 1, finder = ?, finder_role = ?, finder_organisation_id = ?,
                            from_on = ?, due_on = ?, measures = ?, leader = ?, responsible = ?, answer_before = ?,
                            answer_after = ?, answered_by = ?, answered_on = ?, verified_by = ?, verified_at = ?,
                            first_by = ?, first_at = ?, second_by = ?, second_at = ?, reason = ?
                        where id = ? and version = ?
                        """)
                .param(State.of(finding).name())
                .param(entry.finder().subject())
                .param(entry.finder().role().wireName())
                .param(entry.finder().organisationId())
                .param(finding.term().from())
                .param(finding.term().dueOn())
                .param(answer == null ? null : answer.measures())
                .param(answer == null ? null : answer.leader())
                .param(answer == null ? null : answer.responsible())
                .param(answer == null ? null : array(answer.before()))
                .param(answer == null ? null : array(answer.after()))
                .param(answer == null ? null : answer.by())
                .param(answer == null ? null : answer.on())
                .param(by(verification))
                .param(at(verification))
                .param(by(first))
                .param(at(first))
                .param(by(second))
                .param(at(second))
                .param(finding instanceof Reopened reopened ? reopened.reason() : null)
                .param(entry.id())
                .param(entry.version())
                .update();
    }

    private static @Nullable Word verification(Finding finding) {
        return switch (finding) {
            case Open _, Reopened _, Answered _ -> null;
            case Verified verified -> verified.verification();
            case Closing closing -> closing.verification();
            case Closed closed -> closed.verification();
        };
    }

    private static @Nullable Word first(Finding finding) {
        return switch (finding) {
            case Open _, Reopened _, Answered _, Verified _ -> null;
            case Closing closing -> closing.first();
            case Closed closed -> closed.first();
        };
    }

    private static @Nullable UUID by(@Nullable Word word) {
        return word == null ? null : word.by();
    }

    private static @Nullable OffsetDateTime at(@Nullable Word word) {
        return word == null ? null : word.at().atOffset(ZoneOffset.UTC);
    }

    static Finding finding(ResultSet row) throws SQLException {
        var entry = entry(row);
        var matter =
                new Matter(
                        Area.valueOf(row.getString("area")),
                        TimeClass.valueOf(row.getString("time_class")),
                        row.getString("problem"),
                        row.getString("advice"),
                        ids(row, "before"));
        var term =
                new Term(
                        row.getObject("from_on", LocalDate.class),
                        row.getObject("due_on", LocalDate.class));
        return switch (State.valueOf(row.getString("state"))) {
            case OPEN -> new Open(entry, matter, term);
            case ANSWERED -> new Answered(entry, matter, term, answer(row));
            case VERIFIED -> new Verified(entry, matter, term, answer(row), word(row, "verified"));
            case CLOSING ->
                    new Closing(
                            entry,
                            matter,
                            term,
                            answer(row),
                            word(row, "verified"),
                            word(row, "first"));
            case CLOSED ->
                    new Closed(
                            entry,
                            matter,
                            term,
                            answer(row),
                            word(row, "verified"),
                            word(row, "first"),
                            word(row, "second"));
            case REOPENED -> new Reopened(entry, matter, term, row.getString("reason"));
        };
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                row.getObject("programme_id", UUID.class),
                row.getObject("school_id", UUID.class),
                row.getObject("unit_id", UUID.class),
                Source.valueOf(row.getString("source")),
                row.getObject("source_id", UUID.class),
                new Finder(
                        row.getObject("finder", UUID.class),
                        Role.of(row.getString("finder_role")).orElseThrow(),
                        row.getObject("finder_organisation_id", UUID.class)),
                row.getLong("version"));
    }

    private static Answer answer(ResultSet row) throws SQLException {
        return new Answer(
                row.getString("measures"),
                row.getString("leader"),
                row.getString("responsible"),
                ids(row, "answer_before"),
                ids(row, "answer_after"),
                row.getObject("answered_by", UUID.class),
                row.getObject("answered_on", LocalDate.class));
    }

    private static Word word(ResultSet row, String which) throws SQLException {
        return new Word(
                row.getObject(which + "_by", UUID.class),
                row.getObject(which + "_at", OffsetDateTime.class).toInstant());
    }

    static List<UUID> ids(ResultSet row, String column) throws SQLException {
        return List.of((UUID[]) row.getArray(column).getArray());
    }

    static UUID[] array(List<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }
}
