package cn.sihong.submission.programmes;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.paging.Page;
import cn.sihong.platform.text.Text;
import cn.sihong.submission.programmes.LegalBasis.Mode;
import cn.sihong.submission.programmes.Programme.Closed;
import cn.sihong.submission.programmes.Programme.Draft;
import cn.sihong.submission.programmes.Programme.Published;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

@RestController
@RequestMapping("/api/programmes")
class ProgrammeController {

    private final Programmes programmes;
    private final ProgrammeLifecycle lifecycle;

    ProgrammeController(Programmes programmes, ProgrammeLifecycle lifecycle) {
        this.programmes = programmes;
        this.lifecycle = lifecycle;
    }

    @GetMapping
    Page<Shown> list(Actor actor) {
        var visible =
                programmes.all().stream()
                        .filter(programme -> maySee(actor, programme))
                        .map(Shown::of)
                        .toList();
        return new Page<>(visible, null);
    }

    @GetMapping("/{id}")
    Shown show(@PathVariable UUID id, Actor actor) {
        var programme = programmes.get(new Programme.Id(id));
        if (!maySee(actor, programme)) throw new NoSuchProgramme();
        return Shown.of(programme);
    }

    @GetMapping("/presets/seed")
    Preset seed(@RequestParam @Min(2000) @Max(2100) int year) {
        return Preset.of(Seed.of(year));
    }

    @PostMapping
    Shown draft(@RequestBody @Valid Begin begin, Actor actor) {
        return Shown.of(lifecycle.draft(actor, new Programme.Id(begin.id()), begin.terms()));
    }

    @PutMapping("/{id}")
    Shown edit(@PathVariable UUID id, @RequestBody @Valid Edit edit, Actor actor) {
        return Shown.of(lifecycle.edit(actor, new Programme.Id(id), edit.version(), edit.terms()));
    }

    @PostMapping("/{id}/publish")
    Shown publish(@PathVariable UUID id, @RequestBody @Valid Move move, Actor actor) {
        return Shown.of(lifecycle.publish(actor, new Programme.Id(id), move.version()));
    }

    @PostMapping("/{id}/close")
    Shown close(@PathVariable UUID id, @RequestBody @Valid Move move, Actor actor) {
        return Shown.of(lifecycle.close(actor, new Programme.Id(id), move.version()));
    }

    private static boolean maySee(Actor actor, Programme programme) {
        return switch (programme) {
            case Draft _ -> actor.is(Role.PARTY_OFFICE);
            case Published _, Closed _ -> true;
        };
    }

    record Move(@NotNull(message = "请带上版本号。") Long version) {}

    record Begin(
            @NotNull(message = "请带上编号。") UUID id,
            @Text(min = 1, max = 80) String title,
            @Min(value = 2000, message = "年度应在 2000 至 2100 之间。")
                    @Max(value = 2100, message = "年度应在 2000 至 2100 之间。")
                    int year,
            boolean demonstration,
            @NotNull(message = "请填写立项依据。") @Valid Basis legalBasis,
            @NotNull(message = "请填写各阶段起止时间。") List<@Valid @NotNull Days> windows,
            @NotNull(message = "请填写各类别规则。") List<@Valid @NotNull Rule> categories,
            @NotNull(message = "请填写权重。") @Valid Shares weights)
            implements Said {}

    record Edit(
            @NotNull(message = "请带上版本号。") Long version,
            @Text(min = 1, max = 80) String title,
            @Min(value = 2000, message = "年度应在 2000 至 2100 之间。")
                    @Max(value = 2100, message = "年度应在 2000 至 2100 之间。")
                    int year,
            boolean demonstration,
            @NotNull(message = "请填写立项依据。") @Valid Basis legalBasis,
            @NotNull(message = "请填写各阶段起止时间。") List<@Valid @NotNull Days> windows,
            @NotNull(message = "请填写各类别规则。") List<@Valid @NotNull Rule> categories,
            @NotNull(message = "请填写权重。") @Valid Shares weights)
            implements Said {}

    /** What both a new and an edited programme say. */
    interface Said {
        String title();

        int year();

        boolean demonstration();

        Basis legalBasis();

        List<Days> windows();

        List<Rule> categories();

        Shares weights();

        default Terms terms() {
            return new Terms(
                    title(),
                    year(),
                    demonstration(),
                    legalBasis().basis(),
                    windows().stream().map(Days::window).toList(),
                    categories().stream().map(Rule::rule).toList(),
                    weights().weights());
        }
    }

    /** A body ready to be sent back as a new programme, with an id. */
    record Preset(
            String title,
            int year,
            boolean demonstration,
            Basis legalBasis,
            List<Days> windows,
            List<Rule> categories,
            Shares weights) {

        static Preset of(Terms terms) {
            return new Preset(
                    terms.title(),
                    terms.year(),
                    terms.demonstration(),
                    Basis.of(terms.legalBasis()),
                    terms.windows().stream().map(Days::of).toList(),
                    terms.categories().stream().map(Rule::of).toList(),
                    Shares.of(terms.weights()));
        }
    }

    record Shown(
            UUID id,
            String state,
            String title,
            int year,
            boolean demonstration,
            Basis legalBasis,
            Words words,
            List<Days> windows,
            List<Rule> categories,
            Shares weights,
            long version) {

        static Shown of(Programme programme) {
            var terms = Preset.of(programme.terms());
            return new Shown(
                    programme.id().value(),
                    Programmes.Row.of(programme).state(),
                    terms.title(),
                    terms.year(),
                    terms.demonstration(),
                    terms.legalBasis(),
                    Words.of(terms.legalBasis().mode().words()),
                    terms.windows(),
                    terms.categories(),
                    terms.weights(),
                    programme.version());
        }
    }

    record Basis(
            @NotNull(message = "请选择立项方式。") Mode mode,
            @Text(max = 60) @Nullable String documentNumber,
            @Text(max = 60) @Nullable String approvedBy,
            @Nullable LocalDate approvedOn,
            @Text(max = 120) @Nullable String listItem) {

        LegalBasis basis() {
            return new LegalBasis(mode, documentNumber, approvedBy, approvedOn, listItem);
        }

        static Basis of(LegalBasis basis) {
            return new Basis(
                    basis.mode(),
                    basis.documentNumber(),
                    basis.approvedBy(),
                    basis.approvedOn(),
                    basis.listItem());
        }
    }

    record Words(String honour, String ceremony, String decision) {
        static Words of(LegalBasis.Words words) {
            return new Words(words.honour(), words.ceremony(), words.decision());
        }
    }

    record Days(
            @NotNull(message = "请选择阶段。") Stage stage,
            @NotNull(message = "请填写开始日期。") LocalDate opensOn,
            @NotNull(message = "请填写结束日期。") LocalDate closesOn) {

        Window window() {
            return new Window(stage, opensOn, closesOn);
        }

        static Days of(Window window) {
            return new Days(window.stage(), window.opensOn(), window.closesOn());
        }
    }

    record Rule(
            @NotNull(message = "请选择类别。") Category category,
            @Text(min = 1, max = 20) String name,
            int minPerUnit,
            int maxPerUnit,
            int quota) {

        CategoryRule rule() {
            return new CategoryRule(category, name, minPerUnit, maxPerUnit, quota);
        }

        static Rule of(CategoryRule rule) {
            return new Rule(
                    rule.category(),
                    rule.name(),
                    rule.minPerUnit(),
                    rule.maxPerUnit(),
                    rule.quota());
        }
    }

    record Shares(int mutualReview, int appraisal, int acceptance, int supervision) {
        Weights weights() {
            return new Weights(mutualReview, appraisal, acceptance, supervision);
        }

        static Shares of(Weights weights) {
            return new Shares(
                    weights.mutualReview(),
                    weights.appraisal(),
                    weights.acceptance(),
                    weights.supervision());
        }
    }
}
