package cn.sihong.review.rubrics;

import static cn.sihong.platform.keycloak.Role.PARTY_OFFICE;

import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.audit.Audit.Deed;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.text.Text;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.UUID;

@RestController
class RubricController {

    private final Rubrics rubrics;
    private final Audit audit;

    RubricController(Rubrics rubrics, Audit audit) {
        this.rubrics = rubrics;
        this.audit = audit;
    }

    /** A category's rubric; {@code SCHOOL} is the one for the school as a whole. */
    record RubricView(
            UUID id,
            Subject category,
            int edition,
            String name,
            List<Criterion> criteria,
            List<Information> information) {
        static RubricView of(Rubric rubric) {
            return new RubricView(
                    rubric.id(),
                    rubric.subject(),
                    rubric.edition(),
                    rubric.name(),
                    rubric.criteria(),
                    rubric.information());
        }
    }

    /** The next edition of a rubric. It holds for programmes in which nothing is scored yet. */
    record NewEdition(
            @NotNull(message = "缺少编号，请刷新后重试。") UUID id,
            @NotNull(message = "请选择类别。") Subject category,
            @Text(min = 2, max = 60) String name,
            @NotEmpty(message = "请填写评分项目。") List<@Valid NewCriterion> criteria,
            @Nullable List<@Valid NewInformation> information) {
        Draft draft() {
            return new Draft(
                    category,
                    name.strip(),
                    criteria.stream().map(NewCriterion::criterion).toList(),
                    information == null
                            ? List.of()
                            : information.stream().map(NewInformation::information).toList());
        }
    }

    record NewCriterion(
            @NotNull @Pattern(regexp = "[a-z]+(-[a-z]+)*", message = "代码只用小写字母和连字符。") String code,
            @Text(min = 2, max = 30) String part,
            @Text(min = 2, max = 30) String name,
            @NotNull(message = "请选择测评方式。") Method method,
            @NotNull(message = "请填写分值。") Integer maxPoints,
            @NotNull(message = "请说明分值。") List<@Valid NewAnchor> anchors) {
        Criterion criterion() {
            return new Criterion(
                    code,
                    part.strip(),
                    name.strip(),
                    method,
                    maxPoints,
                    anchors.stream()
                            .map(it -> new Criterion.Anchor(it.points(), it.text().strip()))
                            .toList());
        }
    }

    record NewAnchor(
            @NotNull(message = "请填写分值。") Integer points, @Text(min = 2, max = 200) String text) {}

    record NewInformation(
            @NotNull @Pattern(regexp = "[a-z]+(-[a-z]+)*", message = "代码只用小写字母和连字符。") String code,
            @Text(min = 2, max = 30) String part,
            @Text(min = 2, max = 30) String name,
            @Text(min = 2, max = 100) String hint) {
        Information information() {
            return new Information(code, part.strip(), name.strip(), hint.strip());
        }
    }

    @GetMapping("/api/rubrics")
    @Transactional(readOnly = true)
    public List<RubricView> of(@RequestParam UUID programme) {
        return rubrics.of(programme).rubrics().stream().map(RubricView::of).toList();
    }

    /** Bonuses, deductions and vetoes. */
    @GetMapping("/api/rubrics/adjusting")
    @Transactional(readOnly = true)
    public Adjusting adjusting(@RequestParam UUID programme) {
        return rubrics.adjusting(programme);
    }

    /** The same call again changes nothing. */
    @PostMapping("/api/rubrics")
    @Transactional
    public void publish(@RequestBody @Valid NewEdition edition, Actor actor) {
        var draft = edition.draft();
        draft.check();
        if (rubrics.add(edition.id(), draft))
            audit.record(
                    actor, PARTY_OFFICE, Deed.of("rubric.publish", "rubric", edition.id(), null));
    }
}
