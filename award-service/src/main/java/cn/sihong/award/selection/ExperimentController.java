package cn.sihong.award.selection;

import cn.sihong.award.ranking.Experiment;
import cn.sihong.award.ranking.Outcome;
import cn.sihong.award.ranking.Rules;
import cn.sihong.award.ranking.Sensitivity;
import cn.sihong.award.ranking.Standing;
import cn.sihong.award.register.Declaration.Limits;
import cn.sihong.award.register.Programme.Weights;
import cn.sihong.award.register.Work;
import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.problem.Refusal.FieldError;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Asks what other rules would give; decides nothing and keeps nothing. */
@RestController
@RequestMapping("/api/selections/{id}")
class ExperimentController {

    private static final String PER_CENT = "请填写 0 到 100 之间的整数。";
    private static final String POINTS = "请填写 0 到 100 分之间的数。";
    private static final String COUNT = "请填写不小于 0 的整数。";

    private final SelectionDetails details;

    ExperimentController(SelectionDetails details) {
        this.details = details;
    }

    record Shares(
            @NotNull(message = PER_CENT) @Min(value = 0, message = PER_CENT) Integer mutualReview,
            @NotNull(message = PER_CENT) @Min(value = 0, message = PER_CENT) Integer appraisal,
            @NotNull(message = PER_CENT) @Min(value = 0, message = PER_CENT) Integer acceptance,
            @NotNull(message = PER_CENT) @Min(value = 0, message = PER_CENT) Integer supervision) {}

    record Places(
            @NotNull(message = "请选择类别。") String category,
            @NotNull(message = COUNT) @Min(value = 0, message = COUNT) Integer places) {}

    record Caps(
            @Nullable @Min(value = 1, message = "每校上限至少为 1。") Integer perSchool,
            @Nullable @Min(value = 0, message = PER_CENT) @Max(value = 100, message = PER_CENT)
                    Integer headsPercent,
            @Nullable @Min(value = 0, message = COUNT) Integer kindergartens) {}

    /**
     * Other rules; what is absent stays as it is.
     *
     * @param caps all three together, where given
     */
    record Question(
            @Nullable @Valid Shares weights,
            @Nullable List<@Valid Places> quotas,
            @Nullable @Min(value = 0, message = POINTS) @Max(value = 100_000, message = POINTS)
                    Long minimumAcceptance,
            @Nullable @Min(value = 0, message = POINTS) @Max(value = 100_000, message = POINTS)
                    Long minimumSatisfaction,
            @Nullable @Valid Caps caps) {

        Rules about(Rules rules) {
            return new Rules(
                    weights == null ? rules.weights() : shares(weights),
                    quotas == null ? rules.quotas() : quotas(rules, quotas),
                    Objects.requireNonNullElse(minimumAcceptance, rules.minimumAcceptance()),
                    minimumSatisfaction == null ? rules.minimumSatisfaction() : minimumSatisfaction,
                    rules.tieBreak(),
                    caps == null
                            ? rules.limits()
                            : new Limits(
                                    caps.perSchool(), caps.headsPercent(), caps.kindergartens()));
        }

        private static Weights shares(Shares asked) {
            var weights =
                    new Weights(
                            asked.mutualReview(),
                            asked.appraisal(),
                            asked.acceptance(),
                            asked.supervision());
            long sum =
                    (long) weights.mutualReview()
                            + weights.appraisal()
                            + weights.acceptance()
                            + weights.supervision();
            if (sum != 100)
                throw new InvalidInput("weights", "各部分权重之和应为 100%%，现为 %d%%。".formatted(sum));
            return weights;
        }

        private static List<Rules.Quota> quotas(Rules rules, List<Places> asked) {
            var errors = new ArrayList<FieldError>();
            for (var one : asked)
                if (!rules.knows(one.category()))
                    errors.add(new FieldError("quotas." + one.category(), "方案中没有这一类别。"));
            if (!errors.isEmpty()) throw new InvalidInput(errors);
            return rules.quotas().stream()
                    .map(quota ->
                            asked.stream()
                                    .filter(one -> one.category().equals(quota.category()))
                                    .map(one -> new Rules.Quota(one.category(), one.places()))
                                    .reduce((one, other) -> other)
                                    .orElse(quota))
                    .toList();
        }
    }

    /** Who somebody is, for people to read. */
    record Who(
            UUID applicationId, String category, String number, String title, String schoolName) {}

    record Fate(@Nullable Integer rank, Outcome outcome) {
        static Fate of(Standing standing) {
            return new Fate(standing.rank(), standing.outcome());
        }
    }

    record Change(Who who, Fate before, Fate after) {}

    record Outline(String category, int quota, long selected, long tied) {}

    record Answer(Weights weights, List<Outline> categories, List<Change> changes) {}

    record Swinging(Who who, Fate now, List<Sensitivity.Swing> swings) {}

    /** {@code shift} in whole per cent, moved between each two parts that count. */
    record Swings(int shift, int variations, List<Swinging> changes) {}

    @PostMapping("/what-if")
    Answer whatIf(@PathVariable UUID id, @RequestBody @Valid Question question) {
        var detail = details.get(new Selection.Id(id));
        var result = details.result(new Selection.Id(id));
        var tried = Experiment.with(question.about(result.rules()), result);
        return new Answer(
                tried.rules().weights(),
                tried.rules().quotas().stream().map(quota -> outline(quota, tried)).toList(),
                tried.changes().stream()
                        .map(change ->
                                new Change(
                                        who(change.before(), detail.works()),
                                        Fate.of(change.before()),
                                        Fate.of(change.after())))
                        .toList());
    }

    @GetMapping("/sensitivity")
    Swings sensitivity(@PathVariable UUID id) {
        var detail = details.get(new Selection.Id(id));
        var result = details.result(new Selection.Id(id));
        var found = Sensitivity.of(result);
        return new Swings(
                Sensitivity.SHIFT,
                found.variations(),
                result.output().stream()
                        .filter(standing -> found.changes().containsKey(standing.applicationId()))
                        .map(standing ->
                                new Swinging(
                                        who(standing, detail.works()),
                                        Fate.of(standing),
                                        found.changes()
                                                .getOrDefault(standing.applicationId(), List.of())))
                        .toList());
    }

    @GetMapping("/statistics")
    SelectionStatistics statistics(@PathVariable UUID id) {
        return SelectionStatistics.of(details.get(new Selection.Id(id)));
    }

    private static Outline outline(Rules.Quota quota, Experiment tried) {
        return new Outline(
                quota.category(),
                quota.places(),
                count(tried, quota.category(), Outcome.SELECTED),
                count(tried, quota.category(), Outcome.TIED));
    }

    private static long count(Experiment tried, String category, Outcome outcome) {
        return tried.standings().stream()
                .filter(one -> one.category().equals(category) && one.outcome() == outcome)
                .count();
    }

    private static Who who(Standing standing, Map<UUID, Work> works) {
        @Nullable Work work = works.get(standing.applicationId());
        return new Who(
                standing.applicationId(),
                standing.category(),
                standing.number(),
                work == null ? "" : work.title(),
                work == null ? "" : work.schoolName());
    }
}
