package cn.sihong.award.objections;

import cn.sihong.award.selection.Objected;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Against what something is open: it stands still meanwhile (invariant 12). */
@Repository
public class OpenObjections implements Objected {

    private final JdbcClient jdbc;

    OpenObjections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The applications of a programme against which, or about which, something is undecided. */
    @Override
    @Transactional(readOnly = true)
    public Set<UUID> openIn(UUID programme) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                select distinct application_id from objections
                                where programme_id = ? and state in ('REGISTERED', 'ACCEPTED', 'INVESTIGATED')
                                """)
                        .param(programme)
                        .query((row, n) -> row.getObject(1, UUID.class))
                        .list());
    }

    /** How many are undecided about the list of a selection. */
    @Transactional(readOnly = true)
    public int about(UUID selection) {
        return jdbc.sql(
                        """
                        select count(*) from objections
                        where selection_id = ? and state in ('REGISTERED', 'ACCEPTED', 'INVESTIGATED')
                        """)
                .param(selection)
                .query(Integer.class)
                .single();
    }

    /** Refuses as long as something is undecided about the list of a selection. */
    @Transactional(readOnly = true)
    public void requireNone(UUID selection) {
        int open = about(selection);
        if (open > 0) throw new ObjectionOpen(open);
    }

    /** Refuses as long as something stands on a list that an objection was sustained against. */
    @Transactional(readOnly = true)
    public void requireNotSustainedAgainst(UUID selection, Set<UUID> list) {
        var sustained =
                jdbc.sql(
                                """
                                select application_id from objections
                                where selection_id = ? and kind = 'OBJECTION' and sustained
                                """)
                        .param(selection)
                        .query((row, n) -> row.getObject(1, UUID.class))
                        .list();
        if (sustained.stream().anyMatch(list::contains)) throw new SustainedStands();
    }

    /**
     * What became of the objections to a notice, in numbers: all that the public learns of them.
     */
    public record Outcomes(
            int registered, int open, int notAccepted, int sustained, int dismissed) {}

    @Transactional(readOnly = true)
    public Outcomes outcomes(UUID notice) {
        return jdbc.sql("select * from objection_outcomes(?)")
                .param(notice)
                .query((row, n) ->
                        new Outcomes(
                                row.getInt("registered"),
                                row.getInt("open"),
                                row.getInt("not_accepted"),
                                row.getInt("sustained"),
                                row.getInt("dismissed")))
                .single();
    }
}
