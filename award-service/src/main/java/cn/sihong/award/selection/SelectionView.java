package cn.sihong.award.selection;

import cn.sihong.award.ranking.Outcome;
import cn.sihong.award.ranking.Rules.Quota;
import cn.sihong.award.ranking.Standing;
import cn.sihong.award.ranking.TieKey;
import cn.sihong.award.register.Candidate;
import cn.sihong.award.register.Declaration.Limits;
import cn.sihong.award.register.Programme.Weights;
import cn.sihong.award.register.Work;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A selection with its ranking, on the wire. Points are thousandths of a point.
 *
 * @param preview true while nothing is frozen: what freezing now would give
 */
record SelectionView(
        UUID id,
        UUID programmeId,
        String programmeTitle,
        boolean demonstration,
        SelectionController.Row.State state,
        String stateName,
        long version,
        @Nullable String packageHash,
        boolean preview,
        Weights weights,
        Conditions conditions,
        List<Ranked> categories) {

    /**
     * What decides beside the weights.
     *
     * @param superseded whether the programme was changed after the first score, which changes
     *     nothing here
     */
    record Conditions(
            long minimumAcceptance,
            @Nullable Long minimumSatisfaction,
            List<TieKey> tieBreak,
            Limits limits,
            boolean superseded) {}

    /**
     * A category and all its candidates, by rank; who was not ranked comes last.
     *
     * @param empty places that stay empty, because nobody else passed the gates
     * @param tied how many stand equal across the edge of the quota and wait for a vote
     */
    record Ranked(
            String category,
            String name,
            int quota,
            long selected,
            long tied,
            long empty,
            List<Contender> candidates) {}

    record Contender(
            UUID applicationId,
            String number,
            String title,
            UUID schoolId,
            String schoolName,
            @Nullable BigDecimal composite,
            @Nullable Integer rank,
            Outcome outcome,
            boolean voted,
            List<Reason> reasons,
            Scores scores) {}

    /** Why somebody was not ranked, or was passed over. */
    record Reason(String code, String text) {}

    record Scores(
            @Nullable Long mutualReview,
            @Nullable Long appraisal,
            @Nullable Long acceptance,
            @Nullable Long supervision,
            @Nullable Long schoolAcceptance) {

        static Scores of(Candidate candidate) {
            return new Scores(
                    candidate.mutualReview(),
                    candidate.appraisal(),
                    candidate.acceptance(),
                    candidate.supervision(),
                    candidate.schoolAcceptance());
        }
    }

    static SelectionView of(SelectionDetail detail) {
        var row = SelectionController.Row.of(detail.selection());
        return new SelectionView(
                row.id(),
                row.programmeId(),
                detail.programme().title(),
                detail.programme().demonstration(),
                row.state(),
                row.stateName(),
                row.version(),
                row.packageHash(),
                detail.preview(),
                detail.rules().weights(),
                new Conditions(
                        detail.rules().minimumAcceptance(),
                        detail.rules().minimumSatisfaction(),
                        detail.rules().tieBreak(),
                        detail.rules().limits(),
                        detail.superseded()),
                detail.rules().quotas().stream().map(quota -> ranked(quota, detail)).toList());
    }

    private static Ranked ranked(Quota category, SelectionDetail detail) {
        int quota = category.places();
        var standings =
                detail.standings().stream()
                        .filter(standing -> standing.category().equals(category.category()))
                        .toList();
        long selected = count(standings, Outcome.SELECTED);
        long tied = count(standings, Outcome.TIED);
        return new Ranked(
                category.category(),
                CategoryName.of(detail.programme(), category.category()),
                quota,
                selected,
                tied,
                Math.max(0, quota - selected - tied),
                standings.stream().map(standing -> contender(standing, detail)).toList());
    }

    private static long count(List<Standing> standings, Outcome outcome) {
        return standings.stream().filter(standing -> standing.outcome() == outcome).count();
    }

    private static Contender contender(Standing standing, SelectionDetail detail) {
        var candidate =
                java.util.Objects.requireNonNull(detail.scores().get(standing.applicationId()));
        @Nullable Work work = detail.works().get(standing.applicationId());
        return new Contender(
                standing.applicationId(),
                standing.number(),
                work == null ? "" : work.title(),
                candidate.schoolId(),
                work == null ? "" : work.schoolName(),
                standing.composite() == null ? null : BigDecimal.valueOf(standing.composite(), 2),
                standing.rank(),
                standing.outcome(),
                standing.voted(),
                reasons(standing),
                Scores.of(candidate));
    }

    private static List<Reason> reasons(Standing standing) {
        var cap = standing.cap();
        return Stream.concat(
                        standing.gates().stream()
                                .map(gate -> new Reason(gate.name(), gate.sentence())),
                        Stream.ofNullable(cap).map(one -> new Reason(one.name(), one.sentence())))
                .toList();
    }
}
