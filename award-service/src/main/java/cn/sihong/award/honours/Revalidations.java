package cn.sihong.award.honours;

import cn.sihong.platform.problem.StaleVersion;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The yearly looks; row security shows a school its own. */
@Repository
class Revalidations {

    private final JdbcClient jdbc;

    Revalidations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the bureau said to it. */
    record Answer(boolean passed, String remark, LocalDate on) {}

    /**
     * One look.
     *
     * @param account one sentence of the school
     * @param answer absent until the bureau looked at it
     */
    record Filing(
            Honour.Id honour,
            int year,
            long version,
            boolean living,
            String account,
            LocalDate filedOn,
            @Nullable Answer answer) {

        Filing answered(Answer given) {
            return new Filing(honour, year, version + 1, living, account, filedOn, given);
        }
    }

    /** Whether it is the first of its year. */
    boolean add(Filing filing, UUID school, UUID unit) {
        return jdbc.sql(
                                """
                                insert into revalidations (honour_id, year, version, school_id, unit_id, living,
                                    account, filed_on)
                                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                                """)
                        .params(
                                filing.honour().value(),
                                filing.year(),
                                filing.version(),
                                school,
                                unit,
                                filing.living(),
                                filing.account(),
                                filing.filedOn())
                        .update()
                == 1;
    }

    void save(Filing filing) {
        var answer = filing.answer();
        if (answer == null) throw new IllegalStateException("nothing was answered");
        int saved =
                jdbc.sql(
                                """
                                update revalidations set version = ?, passed = ?, remark = ?, answered_on = ?
                                where honour_id = ? and year = ? and version = ? - 1
                                """)
                        .params(
                                filing.version(),
                                answer.passed(),
                                answer.remark(),
                                answer.on(),
                                filing.honour().value(),
                                filing.year(),
                                filing.version())
                        .update();
        if (saved == 0) throw new StaleVersion();
    }

    Optional<Filing> find(Honour.Id honour, int year) {
        return jdbc.sql("select * from revalidations where honour_id = ? and year = ?")
                .params(honour.value(), year)
                .query((row, n) -> filing(row))
                .optional();
    }

    List<Filing> of(Honour.Id honour) {
        return jdbc.sql("select * from revalidations where honour_id = ? order by year")
                .param(honour.value())
                .query((row, n) -> filing(row))
                .list();
    }

    private static Filing filing(ResultSet row) throws SQLException {
        var answeredOn = row.getObject("answered_on", LocalDate.class);
        return new Filing(
                new Honour.Id(row.getObject("honour_id", UUID.class)),
                row.getInt("year"),
                row.getLong("version"),
                row.getBoolean("living"),
                row.getString("account"),
                row.getObject("filed_on", LocalDate.class),
                answeredOn == null
                        ? null
                        : new Answer(
                                row.getBoolean("passed"), row.getString("remark"), answeredOn));
    }
}
