package cn.sihong.review.ledger;

import cn.sihong.platform.paging.Page;
import cn.sihong.platform.paging.PageRequest;
import cn.sihong.platform.problem.InvalidInput;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.time.Instant;
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

    private final Ledger ledger;
    private final JdbcClient jdbc;

    LedgerViews(Ledger ledger, JdbcClient jdbc) {
        this.ledger = ledger;
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Page<Line> of(UUID programme, @Nullable LedgerFilter filter, PageRequest page) {
        List<String> types = filter == null ? List.of() : filter.types();
        var entries = ledger.of(programme, types, before(page), page.limitAndOne());
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
            var result = LedgerVerifier.verify(entries.iterator(), known);
            return new Check(
                    result.entries(), result.intact(), result.firstBroken(), result.head());
        }
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
