package cn.sihong.submission.applications;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.paging.Page;
import cn.sihong.platform.paging.PageRequest;
import cn.sihong.platform.problem.Refusal.FieldError;
import cn.sihong.platform.text.Text;
import cn.sihong.submission.applications.ApplicationLists.Card;
import cn.sihong.submission.applications.ApplicationLists.Filter;
import cn.sihong.submission.applications.ApplicationLists.Step;
import cn.sihong.submission.applications.Completeness.Word;
import cn.sihong.submission.applications.KnownAnswers.Known;
import cn.sihong.submission.organisations.Organisation;
import cn.sihong.submission.programmes.Category;
import cn.sihong.submission.programmes.Programme;
import cn.sihong.submission.readings.Readings;
import cn.sihong.submission.readings.Readings.Opened;
import cn.sihong.submission.readings.Readings.Thing;

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
@RequestMapping("/api/applications")
class ApplicationController {

    private final ApplicationLifecycle lifecycle;
    private final ApplicationLists lists;
    private final KnownAnswers known;
    private final Readings readings;

    ApplicationController(
            ApplicationLifecycle lifecycle,
            ApplicationLists lists,
            KnownAnswers known,
            Readings readings) {
        this.lifecycle = lifecycle;
        this.lists = lists;
        this.known = known;
        this.readings = readings;
    }

    record NewDraft(
            @NotNull(message = "缺少申报编号。") UUID id,
            @NotNull(message = "请选择方案。") UUID programmeId,
            @NotNull(message = "请选择学校。") UUID schoolId,
            @NotNull(message = "请选择申报类别。") Category category,
            @NotNull(message = "缺少申报内容。") Content content) {}

    record Revision(long version, @NotNull(message = "缺少申报内容。") Content content) {}

    record Submission(
            long version, @Nullable String secretaryOpinion, @Nullable Boolean undertaking) {

        Word word() {
            var opinion = secretaryOpinion == null ? "" : secretaryOpinion.strip();
            return new Word(opinion, Boolean.TRUE.equals(undertaking));
        }
    }

    /** What is missing, each beside its field; nothing, and the secretary can sign. */
    record Missing(List<FieldError> errors) {}

    record Seen(long version) {}

    record WithReason(long version, @Text(min = 2, max = 300) String reason) {}

    record Rank(
            long version,
            @Min(value = 1, message = "名次从 1 开始。") @Max(value = 9999, message = "名次过大。")
                    int rank) {}

    /** An application as its readers see it. */
    record View(
            UUID id,
            UUID programmeId,
            UUID schoolId,
            UUID unitId,
            Category category,
            int formVersion,
            State state,
            long version,
            Content content,
            @Nullable String opinion,
            @Nullable String reason,
            @Nullable LocalDate dueOn,
            @Nullable Integer rank,
            @Nullable String number,
            @Nullable String certificate,
            @Nullable LocalDate correctBy,
            int returns) {

        static View of(Application application) {
            var row = Row.of(application);
            var entry = row.entry();
            return new View(
                    entry.id().value(),
                    entry.programme().value(),
                    entry.school().value(),
                    entry.unit().value(),
                    entry.category(),
                    entry.form(),
                    row.state(),
                    entry.version(),
                    row.content(),
                    row.signature() == null ? null : row.signature().opinion(),
                    row.reason(),
                    row.dueOn(),
                    row.rank(),
                    row.number() == null ? null : row.number().value(),
                    row.certificate(),
                    row.correctBy(),
                    row.returns());
        }
    }

    @GetMapping
    Page<Card> list(
            @RequestParam(required = false) @Nullable UUID programme,
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(required = false) @Nullable Category category,
            @RequestParam(required = false) @Nullable UUID school,
            @RequestParam(required = false) @Nullable String words,
            PageRequest page,
            Actor actor) {
        return lists.page(new Filter(programme, state, category, school, words), page, actor);
    }

    @GetMapping("/known")
    List<Known> known(
            @RequestParam UUID programme,
            @RequestParam UUID school,
            @RequestParam Category category,
            Actor actor) {
        return known.of(new Programme.Id(programme), new Organisation.Id(school), category, actor);
    }

    @GetMapping("/{id}")
    View show(@PathVariable UUID id, Actor actor) {
        var application = lists.show(new Application.Id(id), actor);
        var entry = application.entry();
        readings.note(
                new Opened(
                        Thing.APPLICATION,
                        id,
                        application.content().title(),
                        entry.school().value(),
                        entry.unit().value()),
                actor);
        return View.of(application);
    }

    @GetMapping("/{id}/way")
    List<Step> way(@PathVariable UUID id, Actor actor) {
        return lists.way(new Application.Id(id), actor);
    }

    @GetMapping("/{id}/missing")
    Missing missing(@PathVariable UUID id, Actor actor) {
        return new Missing(lifecycle.missing(new Application.Id(id), actor));
    }

    @PostMapping
    View draft(@RequestBody @Valid NewDraft form, Actor actor) {
        return View.of(
                lifecycle.draft(
                        new Application.Id(form.id()),
                        new Programme.Id(form.programmeId()),
                        new Organisation.Id(form.schoolId()),
                        form.category(),
                        form.content(),
                        actor));
    }

    @PutMapping("/{id}")
    View revise(@PathVariable UUID id, @RequestBody @Valid Revision form, Actor actor) {
        return View.of(
                lifecycle.revise(new Application.Id(id), form.version(), form.content(), actor));
    }

    @PostMapping("/{id}/submit")
    View submit(@PathVariable UUID id, @RequestBody @Valid Submission form, Actor actor) {
        return View.of(
                lifecycle.submit(new Application.Id(id), form.version(), form.word(), actor));
    }

    @PostMapping("/{id}/withdraw")
    View withdraw(@PathVariable UUID id, @RequestBody @Valid Seen form, Actor actor) {
        return View.of(lifecycle.withdraw(new Application.Id(id), form.version(), actor));
    }

    @PostMapping("/{id}/return")
    View sendBack(@PathVariable UUID id, @RequestBody @Valid WithReason form, Actor actor) {
        return View.of(
                lifecycle.sendBack(
                        new Application.Id(id), form.version(), form.reason().strip(), actor));
    }

    @PostMapping("/{id}/recommend")
    View recommend(@PathVariable UUID id, @RequestBody @Valid Rank form, Actor actor) {
        return View.of(
                lifecycle.recommend(new Application.Id(id), form.version(), form.rank(), actor));
    }

    @PostMapping("/{id}/decline")
    View decline(@PathVariable UUID id, @RequestBody @Valid WithReason form, Actor actor) {
        return View.of(
                lifecycle.decline(
                        new Application.Id(id), form.version(), form.reason().strip(), actor));
    }
}
