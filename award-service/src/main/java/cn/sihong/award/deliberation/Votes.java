package cn.sihong.award.deliberation;

import cn.sihong.award.selection.Selection;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** The votes that were recorded; each is written once. */
@Repository
class Votes {

    private final JdbcClient jdbc;

    Votes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(Selection.Frozen about, Vote vote, UUID recordedBy, java.time.Instant at) {
        jdbc.sql(
                        """
                        insert into votes (selection_id, package_hash, due, present, in_favour, against,
                            abstained, adopted, recorded_by, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        about.entry().id().value(),
                        about.seal().packageHash(),
                        vote.due(),
                        vote.present(),
                        vote.inFavour(),
                        vote.against(),
                        vote.abstained(),
                        vote.adopted(),
                        recordedBy,
                        at.atOffset(ZoneOffset.UTC))
                .update();
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
}
