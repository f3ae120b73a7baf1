package cn.sihong.award.ranking;

import cn.sihong.award.register.Candidate;
import cn.sihong.award.register.Declaration.Limits;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who is next where somebody falls out of a list: nobody who stays is touched, and the limits hold
 * for the list as it will be.
 *
 * @param level who stand equal and next; empty where the place stays empty, several where a vote
 *     has to choose
 */
public record Successors(List<UUID> level) {

    public Successors {
        level = List.copyOf(level);
    }

    /**
     * The next in a category.
     *
     * @param settled as the list was decided
     * @param staying who stays on the list
     * @param barred who may not come in: fell out before, was taken back, stands under an objection
     */
    public static Successors of(
            ResultPackage result,
            List<Standing> settled,
            String category,
            Set<UUID> staying,
            Set<UUID> barred) {
        var known =
                result.scores().stream()
                        .collect(Collectors.toMap(Candidate::applicationId, Function.identity()));
        var taken = staying.stream().map(known::get).filter(Objects::nonNull).toList();
        var open =
                settled.stream()
                        .filter(one -> one.category().equals(category) && one.rank() != null)
                        .filter(one -> one.outcome() != Outcome.SELECTED)
                        .filter(one -> !staying.contains(one.applicationId()))
                        .filter(one -> !barred.contains(one.applicationId()))
                        .filter(one ->
                                fits(candidate(one, known), inCategory(taken, category), result))
                        .toList();
        return first(forKindergartens(open, known, inCategory(taken, category), result.rules()));
    }

    private static List<Candidate> inCategory(List<Candidate> taken, String category) {
        return taken.stream().filter(one -> one.category().equals(category)).toList();
    }

    private static boolean fits(Candidate one, List<Candidate> taken, ResultPackage result) {
        Limits limits = result.rules().limits();
        var perSchool = limits.perSchool();
        if (perSchool != null
                && taken.stream().filter(other -> other.schoolId().equals(one.schoolId())).count()
                        >= perSchool) return false;
        var percent = limits.headsPercent();
        return percent == null
                || !one.head()
                || (taken.stream().filter(Candidate::head).count() + 1) * 100
                        <= (long) percent * (taken.size() + 1);
    }

    /** The place of a kindergarten passes to a kindergarten, as long as there is one. */
    private static List<Standing> forKindergartens(
            List<Standing> open, Map<UUID, Candidate> known, List<Candidate> taken, Rules rules) {
        var held = rules.limits().kindergartens();
        if (held == null || taken.stream().filter(Candidate::kindergarten).count() >= held)
            return open;
        var kindergartens =
                open.stream().filter(one -> candidate(one, known).kindergarten()).toList();
        return kindergartens.isEmpty() ? open : kindergartens;
    }

    /** Those of the best rank; a vote that ordered them before gave each a rank of its own. */
    private static Successors first(List<Standing> open) {
        var level = new ArrayList<UUID>();
        if (!open.isEmpty()) {
            int best =
                    open.stream()
                            .map(Standing::rank)
                            .filter(Objects::nonNull)
                            .mapToInt(Integer::intValue)
                            .min()
                            .orElseThrow();
            for (var one : open)
                if (one.rank() != null && one.rank() == best) level.add(one.applicationId());
        }
        return new Successors(level);
    }

    private static Candidate candidate(Standing standing, Map<UUID, Candidate> known) {
        return Objects.requireNonNull(known.get(standing.applicationId()));
    }
}
