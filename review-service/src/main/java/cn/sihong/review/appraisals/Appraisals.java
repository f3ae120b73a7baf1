package cn.sihong.review.appraisals;

import cn.sihong.platform.problem.StaleVersion;
import cn.sihong.review.appraisals.Appraisal.Counted;
import cn.sihong.review.appraisals.Appraisal.Draft;
import cn.sihong.review.appraisals.Appraisal.Electors;
import cn.sihong.review.appraisals.Appraisal.Entry;
import cn.sihong.review.appraisals.Appraisal.Open;
import cn.sihong.review.appraisals.Appraisal.Repeated;
import cn.sihong.review.appraisals.Appraisal.Trial;
import cn.sihong.review.appraisals.Appraisal.Turnout;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of appraisals, and what is put to each. */
@Repository
class Appraisals {

    private final JdbcClient jdbc;

    Appraisals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Appraisal> find(UUID id) {
        return jdbc.sql("select * from appraisals where id = ?")
                .param(id)
                .query(Appraisals::appraisal)
                .optional();
    }

    Appraisal get(UUID id) {
        return find(id).orElseThrow(NoSuchAppraisal::new);
    }

    /** A programme's, of one school or of all that the transaction reaches, as planned. */
    List<Appraisal> of(UUID programme, @Nullable UUID school) {
        return jdbc.sql(
                        """
                        select * from appraisals
                        where programme_id = ? and (?::uuid is null or school_id = ?::uuid)
                        order by school_id, electorate, opens_on, id
                        """)
                .param(programme)
                .param(school)
                .param(school)
                .query(Appraisals::appraisal)
                .list();
    }

    /** Answers whether it was new. */
    boolean add(Draft draft) {
        var entry = draft.entry();
        try {
            return jdbc.sql(
                                    """
                                    insert into appraisals
                                        (id, programme_id, school_id, electorate, opens_on, closes_on, state)
                                    values (?, ?, ?, ?, ?, ?, 'DRAFT')
                                    on conflict (id) do nothing
                                    """)
                            .params(
                                    entry.id(),
                                    entry.programme(),
                                    entry.school(),
                                    entry.electorate().name(),
                                    entry.opensOn(),
                                    entry.closesOn())
                            .update()
                    == 1;
        } catch (DuplicateKeyException e) {
            throw new AlreadyPlanned(entry.electorate());
        }
    }

    /**
     * Writes the state over the version it came from, and answers it with its new version.
     *
     * @throws StaleVersion when somebody else was quicker
     */
    Appraisal save(Appraisal appraisal) {
        var electors = electors(appraisal);
        var turnout = turnout(appraisal);
        int written =
                jdbc.sql(
                                """
                                update appraisals
                                set state = ?, version = version + 1, eligible = ?, without_account = ?,
                                    issued = ?, returned = ?, advisory = ?
                                where id = ? and version = ?
                                """)
                        .param(State.of(appraisal).name())
                        .param(electors == null ? null : electors.eligible())
                        .param(electors == null ? null : electors.withoutAccount())
                        .param(turnout == null ? null : turnout.issued())
                        .param(turnout == null ? null : turnout.returned())
                        .param(appraisal instanceof Counted counted ? counted.advisory() : null)
                        .param(appraisal.entry().id())
                        .param(appraisal.entry().version())
                        .update();
        if (written == 0) throw new StaleVersion();
        return get(appraisal.entry().id());
    }

    List<Subject> subjects(UUID id) {
        return jdbc.sql("select * from appraisal_subjects where appraisal_id = ? order by position")
                .param(id)
                .query((row, n) ->
                        new Subject(
                                row.getObject("application_id", UUID.class), row.getString("name")))
                .list();
    }

    void putTo(Entry entry, List<Subject> subjects) {
        jdbc.sql("delete from appraisal_subjects where appraisal_id = ?")
                .param(entry.id())
                .update();
        for (int i = 0; i < subjects.size(); i++)
            jdbc.sql("insert into appraisal_subjects values (?, ?, ?, ?, ?)")
                    .params(entry.id(), entry.school(), i)
                    .param(subjects.get(i).application())
                    .param(subjects.get(i).name())
                    .update();
    }

    void tell(UUID id, int position, Tally tally) {
        jdbc.sql("update appraisal_subjects set tally = ? where appraisal_id = ? and position = ?")
                .param(tally.counts().toArray(Integer[]::new))
                .params(id, position)
                .update();
    }

    /** What was said of each subject, in order; nothing before the count. */
    List<Tally> tallies(UUID id) {
        return jdbc.sql(
                        """
                        select tally from appraisal_subjects
                        where appraisal_id = ? and tally is not null order by position
                        """)
                .param(id)
                .query((row, n) -> new Tally(List.of((Integer[]) row.getArray("tally").getArray())))
                .list();
    }

    private static @Nullable Electors electors(Appraisal appraisal) {
        return switch (appraisal) {
            case Draft draft ->
                    draft.parents() == null ? null : new Electors(draft.parents(), draft.parents());
            case Appraisal.Voting voting -> voting.electors();
            case Counted counted -> counted.electors();
            case Repeated repeated -> repeated.electors();
        };
    }

    private static @Nullable Turnout turnout(Appraisal appraisal) {
        return switch (appraisal) {
            case Draft _, Trial _, Open _ -> null;
            case Counted counted -> counted.turnout();
            case Repeated repeated -> repeated.turnout();
        };
    }

    private static Appraisal appraisal(ResultSet row, int n) throws SQLException {
        var entry =
                new Entry(
                        row.getObject("id", UUID.class),
                        row.getObject("programme_id", UUID.class),
                        row.getObject("school_id", UUID.class),
                        Electorate.valueOf(row.getString("electorate")),
                        row.getObject("opens_on", LocalDate.class),
                        row.getObject("closes_on", LocalDate.class),
                        row.getLong("version"));
        var electors = new Electors(row.getInt("eligible"), row.getInt("without_account"));
        var turnout = new Turnout(row.getInt("issued"), row.getInt("returned"));
        return switch (State.valueOf(row.getString("state"))) {
            case DRAFT -> new Draft(entry, row.getObject("eligible", Integer.class));
            case TRIAL -> new Trial(entry, electors);
            case OPEN -> new Open(entry, electors);
            case COUNTED -> new Counted(entry, electors, turnout, row.getBoolean("advisory"));
            case REPEATED -> new Repeated(entry, electors, turnout);
        };
    }
}
