package cn.sihong.submission.simulations;

import static java.util.stream.Collectors.toMap;

import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.text.Text;
import cn.sihong.submission.programmes.Category;
import cn.sihong.submission.programmes.CategoryRule;
import cn.sihong.submission.programmes.Selectivity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import java.util.ArrayList;
import java.util.List;

@RestController
class SimulationController {

    /** Nothing is kept of it. */
    @PostMapping("/api/programmes/simulations")
    Answer simulate(@RequestBody @Valid Question question) {
        if (question.kindergartens() > question.schools())
            throw new InvalidInput("kindergartens", "幼儿园数不能多于学校总数。");
        var rules = question.categories().stream().map(Rule::rule).toList();
        var outcomes =
                new Simulation(
                                question.schools(),
                                question.kindergartens(),
                                question.step(),
                                question.seed())
                        .of(rules);
        var selectivity = Selectivity.of(rules, question.schools());
        var sentences = new ArrayList<>(Selectivity.sentences(selectivity));
        sentences.addAll(
                Simulation.sentences(
                        outcomes,
                        rules.stream()
                                .collect(
                                        toMap(
                                                CategoryRule::name,
                                                CategoryRule::maxPerUnit,
                                                Math::max))));
        return new Answer(selectivity, outcomes, sentences);
    }

    record Question(
            @Min(value = 1, message = "学校数至少为 1。") @Max(value = 5000, message = "学校数最多为 5000。")
                    int schools,
            @Min(value = 0, message = "幼儿园数不能为负。") int kindergartens,
            @Min(value = 100, message = "打分步长不小于 0.1 分。")
                    @Max(value = 10_000, message = "打分步长不大于 10 分。")
                    int step,
            long seed,
            @NotNull(message = "请填写各类别规则。") @Size(min = 1, max = 4, message = "请填写 1 至 4 个类别。")
                    List<@Valid @NotNull Rule> categories) {}

    record Rule(
            @NotNull(message = "请选择类别。") Category category,
            @Text(min = 1, max = 20) String name,
            @Min(value = 0, message = "每校下限不能为负。") int minPerUnit,
            @Max(value = 20, message = "每校上限最多为 20。") int maxPerUnit,
            @Min(value = 1, message = "名额须大于 0。") @Max(value = 9999, message = "名额过大。") int quota) {

        CategoryRule rule() {
            if (minPerUnit > maxPerUnit) throw new InvalidInput("categories", "每校下限不能大于上限。");
            return new CategoryRule(category, name, minPerUnit, maxPerUnit, quota);
        }
    }

    record Answer(
            List<Selectivity> selectivity,
            List<Simulation.Outcome> outcomes,
            List<String> sentences) {}
}
