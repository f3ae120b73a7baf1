package cn.sihong.review.scoresheets;

import cn.sihong.platform.reach.Reach;
import cn.sihong.review.scoresheets.ScoreSheet.Corrected;
import cn.sihong.review.scoresheets.ScoreSheet.Locked;
import cn.sihong.review.scoresheets.ScoreSheet.Open;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * How far apart the scores of one application lie. Whoever has locked their own sheet sees how the
 * others scored, as numbers without names, and only once three have: of two, one is known.
 */
@Component
public class Gaps {

    /**
     * From so many milli-points on, somebody says why, or somebody looks again (research.md §4).
     */
    public static final long WIDE = 15_000;

    private static final int ENOUGH_TO_HIDE_IN = 3;

    /**
     * What a reviewer sees of the others.
     *
     * @param mine milli-points
     * @param scores how many there are so far, mine included
     * @param lowest absent as long as there are fewer than three
     * @param reasonAsked mine lies at an end, the others far from it, and I have not said why
     */
    public record Spread(
            UUID applicationId,
            long mine,
            int scores,
            @Nullable Long lowest,
            @Nullable Long highest,
            boolean reasonAsked) {}

    private final ScoreSheets sheets;
    private final TransactionTemplate transaction;

    Gaps(ScoreSheets sheets, TransactionTemplate transaction) {
        this.sheets = sheets;
        this.transaction = transaction;
    }

    /** Refuses as long as the sheet is open. */
    List<Spread> spreads(ScoreSheet sheet) {
        return switch (sheet) {
            case Open _ -> throw new OwnScoreFirst();
            case Corrected _ -> List.of();
            case Locked locked -> spreadsOf(locked);
        };
    }

    /** Others' sheets are out of a school's reach; only these numbers come from them. */
    private List<Spread> spreadsOf(Locked sheet) {
        return Reach.everything()
                .during(() ->
                        transaction.execute(status -> {
                            var about = byApplication(sheet.heading().roundId());
                            var spreads = new ArrayList<Spread>();
                            for (var application : sheet.answers().items().keySet())
                                spread(
                                                sheet,
                                                application,
                                                about.getOrDefault(application, List.of()))
                                        .ifPresent(spreads::add);
                            return spreads;
                        }));
    }

    private Optional<Spread> spread(Locked sheet, UUID application, List<Given> all) {
        var mine =
                all.stream()
                        .filter(it -> it.sheetId().equals(sheet.heading().id()))
                        .mapToLong(Given::total)
                        .findFirst();
        if (mine.isEmpty()) return Optional.empty();
        long lowest = all.stream().mapToLong(Given::total).min().orElseThrow();
        long highest = all.stream().mapToLong(Given::total).max().orElseThrow();
        boolean shown = all.size() >= ENOUGH_TO_HIDE_IN;
        boolean atAnEnd = mine.getAsLong() == lowest || mine.getAsLong() == highest;
        boolean asked =
                shown
                        && atAnEnd
                        && highest - lowest >= WIDE
                        && !sheets.reasons(application).containsKey(sheet.heading().id());
        return Optional.of(
                new Spread(
                        application,
                        mine.getAsLong(),
                        all.size(),
                        shown ? lowest : null,
                        shown ? highest : null,
                        asked));
    }

    private Map<UUID, List<Given>> byApplication(UUID round) {
        var byApplication = new LinkedHashMap<UUID, List<Given>>();
        for (var given : sheets.given(round))
            byApplication
                    .computeIfAbsent(given.applicationId(), it -> new ArrayList<>())
                    .add(given);
        return byApplication;
    }
}
