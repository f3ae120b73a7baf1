package cn.sihong.review.appraisals;

import cn.sihong.review.ballots.Mark;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was read from paper, until it is counted. */
@Repository
class PaperCounts {

    private final JdbcClient jdbc;

    PaperCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    PaperCount of(UUID appraisal) {
        return new PaperCount(
                jdbc.sql("select sheets from paper_counts where appraisal_id = ? order by keyer")
                        .param(appraisal)
                        .query((row, n) ->
                                Arrays.stream((String[]) row.getArray("sheets").getArray())
                                        .map(PaperCounts::marks)
                                        .toList())
                        .list());
    }

    /** The people who keyed in. */
    List<UUID> readers(UUID appraisal) {
        return jdbc.sql("select keyer from paper_counts where appraisal_id = ?")
                .param(appraisal)
                .query((row, n) -> row.getObject("keyer", UUID.class))
                .list();
    }

    void keep(UUID appraisal, UUID reader, List<List<Mark>> sheets) {
        jdbc.sql(
                        """
                        insert into paper_counts values (?, ?, ?)
                        on conflict (appraisal_id, keyer) do update set sheets = excluded.sheets
                        """)
                .params(appraisal, reader)
                .param(sheets.stream().map(PaperCounts::text).toArray(String[]::new))
                .update();
    }

    void forget(UUID appraisal) {
        jdbc.sql("delete from paper_counts where appraisal_id = ?").param(appraisal).update();
    }

    private static String text(List<Mark> marks) {
        return marks.stream().map(Mark::name).collect(Collectors.joining(","));
    }

    private static List<Mark> marks(String text) {
        return Stream.of(text.split(",")).map(Mark::valueOf).toList();
    }
}
