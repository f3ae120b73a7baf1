package cn.sihong.award.deliberation;

import cn.sihong.award.deliberation.Meeting.Recusal;
import cn.sihong.award.selection.Selection;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The votes that were recorded; each is written once. */
@Repository
class Votes {

    private static final String LATER_RECUSAL = "insert into later_recusals values (?, ?, ?, ?, ?)";

    private final JdbcClient jdbc;

    Votes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(Selection.Frozen about, Meeting meeting, Vote vote, UUID recordedBy, Instant at) {
        var selection = about.entry().id().value();
        jdbc.sql(
                        """
                        insert into votes (selection_id, package_hash, due, present, in_favour, against,
                            abstained, adopted, recorded_by, recorded_at, held_on, agenda, minutes, recused)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        selection,
                        about.seal().packageHash(),
                        vote.due(),
                        vote.present(),
                        vote.inFavour(),
                        vote.against(),
                        vote.abstained(),
                        vote.adopted(),
                        recordedBy,
                        at.atOffset(ZoneOffset.UTC),
                        meeting.heldOn())
                .param(meeting.agenda().toArray(String[]::new))
                .params(meeting.minutes(), meeting.recused())
                .update();
        keepRecusals("insert into recusals values (?, ?, ?, ?, ?)", selection, meeting);
    }

    private void keepRecusals(String insert, UUID decision, Meeting meeting) {
        for (int position = 0; position < meeting.recusals().size(); position++) {
            var recusal = meeting.recusals().get(position);
            jdbc.sql(insert)
                    .params(decision, position)
                    .param(recusal.subject())
                    .params(recusal.member(), recusal.reason())
                    .update();
        }
    }

    Optional<Vote> find(Selection.Id selection) {
        return jdbc.sql("select * from votes where selection_id = ?")
                .param(selection.value())
                .query((row, n) ->
                        new Vote(
                                row.getInt("due"),
                                row.getInt("present"),
                                row.getInt("in_favour"),
                                row.getInt("against"),
                                row.getInt("abstained")))
                .optional();
    }

    Optional<Meeting> meeting(Selection.Id selection) {
        return jdbc.sql("select * from votes where selection_id = ?")
                .param(selection.value())
                .query((row, n) ->
                        new Meeting(
                                row.getObject("held_on", LocalDate.class),
                                Arrays.asList((String[]) row.getArray("agenda").getArray()),
                                recusals(selection),
                                row.getString("minutes")))
                .optional();
    }

    Optional<UUID> recorder(Selection.Id selection) {
        return jdbc.sql("select recorded_by from votes where selection_id = ?")
                .param(selection.value())
                .query((row, n) -> row.getObject("recorded_by", UUID.class))
                .optional();
    }

    private List<Recusal> recusals(Selection.Id selection) {
        return jdbc.sql("select * from recusals where selection_id = ? order by position")
                .param(selection.value())
                .query((row, n) ->
                        new Recusal(
                                row.getObject("subject", UUID.class),
                                row.getString("member"),
                                row.getString("reason")))
                .list();
    }

    void keepReplacement(
            Selection.Id selection,
            Replacement replacement,
            Meeting meeting,
            Vote vote,
            UUID recordedBy,
            Instant at) {
        jdbc.sql(
                        """
                        insert into replacements (id, selection_id, gone, successor, reason, held_on, due,
                            present, in_favour, against, abstained, recused, recorded_by, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(replacement.id(), selection.value(), replacement.gone())
                .param(replacement.successor())
                .params(
                        replacement.reason(),
                        meeting.heldOn(),
                        vote.due(),
                        vote.present(),
                        vote.inFavour(),
                        vote.against(),
                        vote.abstained(),
                        meeting.recused(),
                        recordedBy,
                        at.atOffset(ZoneOffset.UTC))
                .update();
        keepRecusals(LATER_RECUSAL, replacement.id(), meeting);
    }

    void keepAnnulment(
            Selection.Id selection,
            String reason,
            Meeting meeting,
            Vote vote,
            UUID recordedBy,
            Instant at) {
        jdbc.sql(
                        """
                        insert into annulments (selection_id, reason, held_on, due, present, in_favour,
                            against, abstained, recused, recorded_by, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        selection.value(),
                        reason,
                        meeting.heldOn(),
                        vote.due(),
                        vote.present(),
                        vote.inFavour(),
                        vote.against(),
                        vote.abstained(),
                        meeting.recused(),
                        recordedBy,
                        at.atOffset(ZoneOffset.UTC))
                .update();
        keepRecusals(LATER_RECUSAL, selection.value(), meeting);
    }

    Optional<Replacement> findReplacement(UUID id) {
        return jdbc.sql("select id, gone, successor, reason from replacements where id = ?")
                .param(id)
                .query((row, n) ->
                        new Replacement(
                                row.getObject("id", UUID.class),
                                row.getObject("gone", UUID.class),
                                row.getObject("successor", UUID.class),
                                row.getString("reason")))
                .optional();
    }
}
