package cn.sihong.review.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.sihong.platform.paging.Page;
import cn.sihong.platform.paging.PageRequest;
import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.review.ledger.Checkpoint.Signed;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The ledger in sentences, and its check. */
@Repository
class LedgerViews {

    /** An entry as people read it. */
    record Line(
            long sequence,
            UUID eventId,
            String type,
            Instant at,
            String role,
            String sentence,
            String hash) {}

    /** Whether the chain holds. */
    record Check(long entries, boolean intact, @Nullable Long firstBroken, Head head) {}

    /**
     * The special ledger of a programme, or one extract of it.
     *
     * @param lines in the order in which it happened
     * @param checkpoint the newest; absent in the first minute
     */
    record Extract(
            String programme,
            @Nullable LedgerFilter filter,
            List<Line> lines,
            @Nullable Signed checkpoint) {}

    /** A checkpoint as people see it; the text is what lies outside too. */
    record Note(long number, long sequence, String hash, Instant at, String text) {
        static Note of(Signed signed) {
            var checkpoint = signed.checkpoint();
            return new Note(
                    checkpoint.number(),
                    checkpoint.head().sequence(),
                    checkpoint.head().hash(),
                    checkpoint.at(),
                    signed.whole());
        }
    }

    /** More than a programme of 500 schools says in a year. */
    private static final int MOST = 200_000;

    private final Ledger ledger;
    private final Checkpoints checkpoints;
    private final JdbcClient jdbc;

    LedgerViews(Ledger ledger, Checkpoints checkpoints, JdbcClient jdbc) {
        this.ledger = ledger;
        this.checkpoints = checkpoints;
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Page<Line> of(UUID programme, @Nullable LedgerFilter filter, PageRequest page) {
        var entries = ledger.of(programme, topics(filter), before(page), page.limitAndOne());
        var names = new Names();
        var sentences = new LedgerSentences(names::of);
        return Page.of(
                entries.stream().map(entry -> line(entry, sentences)).toList(),
                page,
                line -> Long.toString(line.sequence()));
    }

    @Transactional(readOnly = true)
    public Check check(Head known) {
        try (var entries = ledger.all()) {
            var result = LedgerVerifier.verify(entries.iterator(), known(known));
            return new Check(
                    result.entries(), result.intact(), result.firstBroken(), result.head());
        }
    }

    /** The whole extract in the order in which it happened, for paper and workbooks. */
    @Transactional(readOnly = true)
    public Extract extract(UUID programme, @Nullable LedgerFilter filter) {
        var sentences = new LedgerSentences(new Names()::of);
        return new Extract(
                jdbc.sql("select title from programmes where id = ?")
                        .param(programme)
                        .query(String.class)
                        .optional()
                        .orElse(""),
                filter,
                ledger.of(programme, topics(filter), Long.MAX_VALUE, MOST).reversed().stream()
                        .map(entry -> line(entry, sentences))
                        .toList(),
                checkpoints.last().orElse(null));
    }

    /** Every entry as a line of a file, for the verifier. */
    @Transactional(readOnly = true)
    public void export(OutputStream out) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
        writer.write(LedgerLines.HEADING + "\n");
        try (var entries = ledger.all()) {
            for (var entry : (Iterable<Entry>) entries::iterator)
                writer.write(LedgerLines.write(entry) + "\n");
        }
        writer.flush();
    }

    @Transactional(readOnly = true)
    public Page<Note> checkpoints(PageRequest page) {
        return Page.of(
                checkpoints.before(before(page), page.limitAndOne()).stream()
                        .map(Note::of)
                        .toList(),
                page,
                note -> Long.toString(note.number()));
    }

    /** The heads that stand in checkpoints and the one somebody noted down. */
    private List<Head> known(Head known) {
        var heads = new ArrayList<>(checkpoints.heads());
        heads.add(known);
        return heads;
    }

    private static List<String> topics(@Nullable LedgerFilter filter) {
        return filter == null ? List.of() : filter.topics();
    }

    private static Line line(Entry entry, LedgerSentences sentences) {
        var event = EventTexts.read(entry.topic(), entry.content());
        return new Line(
                entry.sequence(),
                entry.eventId(),
                entry.type(),
                entry.at(),
                event.stamp().role(),
                sentences.of(event),
                entry.hash());
    }

    private static long before(PageRequest page) {
        try {
            return page.after() == null ? Long.MAX_VALUE : Long.parseLong(page.after());
        } catch (NumberFormatException e) {
            throw new InvalidInput("after", "翻页位置无效，请从第一页重新查看。");
        }
    }

    /** Names as they are now; an id of which nothing was told yet shows as itself, shortened. */
    private class Names {
        private final Map<UUID, String> known = new HashMap<>();

        String of(UUID id) {
            return known.computeIfAbsent(id, this::look);
        }

        private String look(UUID id) {
            return jdbc.sql(
                            """
                            select name from organisations where id = ?
                            union all select number || ' ' || title from applications where id = ?
                            """)
                    .params(id, id)
                    .query(String.class)
                    .optional()
                    .orElse(id.toString().substring(0, 8));
        }
    }
}
