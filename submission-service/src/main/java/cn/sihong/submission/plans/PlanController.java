package cn.sihong.submission.plans;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.paging.Page;
import cn.sihong.platform.paging.PageRequest;
import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.problem.Refusal.FieldError;
import cn.sihong.platform.text.Text;
import cn.sihong.submission.organisations.Organisation;
import cn.sihong.submission.plans.Comparison.Change;
import cn.sihong.submission.plans.Editions.Edition;
import cn.sihong.submission.plans.PlanLists.Card;
import cn.sihong.submission.plans.SchoolPlan.Returned;
import cn.sihong.submission.plans.SchoolPlan.Review;
import cn.sihong.submission.programmes.Programme;

import jakarta.validation.Valid;
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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

@RestController
@RequestMapping("/api/plans")
class PlanController {

    private final PlanLifecycle lifecycle;
    private final PlanLists lists;
    private final Originality originality;
    private final KnownPlan known;

    PlanController(
            PlanLifecycle lifecycle, PlanLists lists, Originality originality, KnownPlan known) {
        this.lifecycle = lifecycle;
        this.lists = lists;
        this.originality = originality;
        this.known = known;
    }

    /** The form as it travels; what is not filled in yet may be left out. */
    record ContentForm(
            @Nullable String ideology,
            @Nullable String organisation,
            @Nullable String institution,
            @Nullable String team,
            @Nullable String integrity,
            @Nullable String highlights,
            @Nullable String brandName,
            @Nullable String brandMeaning,
            @Nullable String brandCarrier,
            @Nullable String brandMethod,
            @Nullable String brandEffect,
            @Nullable String secretary,
            @Nullable String infoOfficer,
            @Nullable List<LeaderForm> leadGroup,
            @Nullable List<TargetForm> targets,
            Content.@Nullable Discussion discussion,
            @Nullable List<PublicityForm> publicity) {

        record LeaderForm(@Nullable String name, @Nullable String duty) {

            Content.Leader read() {
                return new Content.Leader(typed(name), typed(duty));
            }
        }

        record PublicityForm(@Nullable String what, @Nullable LocalDate on) {

            Content.Publicity read() {
                return new Content.Publicity(typed(what), on);
            }
        }

        record TargetForm(
                @Nullable String text, @Nullable String measure, @Nullable LocalDate dueOn) {

            Content.Target read() {
                return new Content.Target(typed(text), typed(measure), dueOn);
            }
        }

        Content read() {
            return new Content(
                    typed(ideology),
                    typed(organisation),
                    typed(institution),
                    typed(team),
                    typed(integrity),
                    typed(highlights),
                    typed(brandName),
                    typed(brandMeaning),
                    typed(brandCarrier),
                    typed(brandMethod),
                    typed(brandEffect),
                    typed(secretary),
                    typed(infoOfficer),
                    all(leadGroup, LeaderForm::read),
                    all(targets, TargetForm::read),
                    discussion == null ? Content.Discussion.UNTOLD : discussion,
                    all(publicity, PublicityForm::read));
        }

        private static <F, T> List<T> all(@Nullable List<F> forms, Function<F, T> read) {
            return forms == null ? List.of() : forms.stream().map(read).toList();
        }

        private static String typed(@Nullable String text) {
            return text == null ? "" : text.strip();
        }
    }

    record NewDraft(
            @NotNull(message = "缺少方案编号。") UUID id,
            @NotNull(message = "请选择方案。") UUID programmeId,
            @NotNull(message = "请选择学校。") UUID schoolId,
            @Valid @NotNull(message = "缺少方案内容。") ContentForm content) {}

    record Revision(long version, @Valid @NotNull(message = "缺少方案内容。") ContentForm content) {}

    /** What is missing, each beside its field; nothing, and the secretary can submit. */
    record Missing(List<FieldError> errors) {}

    record Seen(long version) {}

    /** A plan sent back; what is said of a part is said under its name. */
    record SentBack(
            long version,
            @Text(min = 2, max = 300) String reason,
            @Nullable Map<Section, @Nullable String> comments) {

        Review review() {
            var said = new EnumMap<Section, String>(Section.class);
            if (comments != null)
                comments.forEach((section, comment) -> {
                    if (comment != null && !comment.isBlank()) said.put(section, comment.strip());
                });
            return new Review(reason.strip(), said);
        }
    }

    /** One edition against another; the newest two unless said. */
    record Compared(int from, int to, List<Change> changes) {}

    /** The unit may be left out by whoever keeps just one gate. */
    record Reported(@NotNull(message = "请选择方案。") UUID programmeId, @Nullable UUID unitId) {}

    record ToFile(
            @NotNull(message = "请选择方案。") UUID programmeId,
            @NotNull(message = "请选择报送单位。") UUID unitId) {}

    /** How many plans moved. */
    record Moved(int plans) {}

    /** A plan as its readers see it. */
    record View(
            UUID id,
            UUID programmeId,
            UUID schoolId,
            UUID unitId,
            State state,
            long version,
            Content content,
            @Nullable String reason,
            @Nullable Map<Section, String> comments) {

        static View of(SchoolPlan plan) {
            var entry = plan.entry();
            return new View(
                    entry.id().value(),
                    entry.programme().value(),
                    entry.school().value(),
                    entry.unit().value(),
                    State.of(plan),
                    entry.version(),
                    plan.content(),
                    plan instanceof Returned returned ? returned.review().reason() : null,
                    plan instanceof Returned returned ? returned.review().comments() : null);
        }
    }

    @GetMapping
    Page<Card> list(
            @RequestParam(required = false) @Nullable UUID programme,
            @RequestParam(required = false) @Nullable State state,
            PageRequest page,
            Actor actor) {
        return lists.page(programme, state, page, actor);
    }

    @GetMapping("/known")
    Content known(@RequestParam UUID programme, @RequestParam UUID school, Actor actor) {
        return known.of(new Programme.Id(programme), new Organisation.Id(school), actor);
    }

    @GetMapping("/{id}")
    View show(@PathVariable UUID id, Actor actor) {
        return View.of(lists.show(new SchoolPlan.Id(id), actor));
    }

    @GetMapping("/{id}/editions")
    List<Edition> editions(@PathVariable UUID id, Actor actor) {
        return lists.editions(new SchoolPlan.Id(id), actor);
    }

    @GetMapping("/{id}/changes")
    Compared changes(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer from,
            @RequestParam(required = false) @Nullable Integer to,
            Actor actor) {
        var editions = lists.editions(new SchoolPlan.Id(id), actor);
        int newer = to == null ? editions.size() : to;
        int older = from == null ? Math.max(1, newer - 1) : from;
        return new Compared(
                older,
                newer,
                Comparison.between(
                        edition(editions, older).content(), edition(editions, newer).content()));
    }

    private static Edition edition(List<Edition> editions, int number) {
        if (number < 1 || number > editions.size()) throw new NoSuchEdition();
        return editions.get(number - 1);
    }

    @GetMapping("/{id}/originality")
    Originality.Notice originality(@PathVariable UUID id, Actor actor) {
        return originality.of(new SchoolPlan.Id(id), actor);
    }

    @GetMapping("/{id}/missing")
    Missing missing(@PathVariable UUID id, Actor actor) {
        return new Missing(lifecycle.missing(new SchoolPlan.Id(id), actor));
    }

    @PostMapping
    View draft(@RequestBody @Valid NewDraft form, Actor actor) {
        return View.of(
                lifecycle.draft(
                        new SchoolPlan.Id(form.id()),
                        new Programme.Id(form.programmeId()),
                        new Organisation.Id(form.schoolId()),
                        form.content().read(),
                        actor));
    }

    @PutMapping("/{id}")
    View revise(@PathVariable UUID id, @RequestBody @Valid Revision form, Actor actor) {
        return View.of(
                lifecycle.revise(
                        new SchoolPlan.Id(id), form.version(), form.content().read(), actor));
    }

    @PostMapping("/{id}/submit")
    View submit(@PathVariable UUID id, @RequestBody @Valid Seen form, Actor actor) {
        return View.of(lifecycle.submit(new SchoolPlan.Id(id), form.version(), actor));
    }

    @PostMapping("/{id}/return")
    View sendBack(@PathVariable UUID id, @RequestBody @Valid SentBack form, Actor actor) {
        return View.of(
                lifecycle.sendBack(new SchoolPlan.Id(id), form.version(), form.review(), actor));
    }

    @PostMapping("/{id}/reject")
    View reject(@PathVariable UUID id, @RequestBody @Valid SentBack form, Actor actor) {
        return View.of(
                lifecycle.reject(new SchoolPlan.Id(id), form.version(), form.review(), actor));
    }

    @PostMapping("/{id}/pass")
    View pass(@PathVariable UUID id, @RequestBody @Valid Seen form, Actor actor) {
        return View.of(lifecycle.pass(new SchoolPlan.Id(id), form.version(), actor));
    }

    @PostMapping("/batch")
    Moved batch(@RequestBody @Valid Reported form, Actor actor) {
        var unit = form.unitId() == null ? onlyGateOf(actor) : new Organisation.Id(form.unitId());
        return new Moved(lifecycle.batch(new Programme.Id(form.programmeId()), unit, actor));
    }

    @PostMapping("/filings")
    Moved file(@RequestBody @Valid ToFile form, Actor actor) {
        return new Moved(
                lifecycle.file(
                        new Programme.Id(form.programmeId()),
                        new Organisation.Id(form.unitId()),
                        actor));
    }

    private Organisation.Id onlyGateOf(Actor actor) {
        var gates = lifecycle.gatesOf(actor);
        if (gates.size() != 1) throw new InvalidInput("unitId", "请选择要报送的单位。");
        return gates.getFirst();
    }
}
