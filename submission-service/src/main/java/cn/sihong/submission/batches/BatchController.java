package cn.sihong.submission.batches;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.text.Text;
import cn.sihong.submission.applications.Reporting.Standing;
import cn.sihong.submission.batches.Batch.Received;
import cn.sihong.submission.batches.Batch.Submitted;
import cn.sihong.submission.batches.Preview.SchoolLine;
import cn.sihong.submission.organisations.Organisation;
import cn.sihong.submission.programmes.Programme;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@RestController
@RequestMapping("/api/batches")
class BatchController {

    private final BatchLifecycle lifecycle;

    BatchController(BatchLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    record NewBatch(
            @NotNull(message = "缺少批次编号。") UUID id,
            @NotNull(message = "请选择方案。") UUID programmeId,
            @NotNull(message = "请选择报送单位。") UUID unitId,
            @Nullable Map<UUID, @Text(min = 2, max = 200) String> reasons) {}

    record Seen(long version) {}

    /** How many wait for the formal check, as the officer saw it. */
    record SeenWaiting(int waiting) {}

    /** A batch in a list. */
    record View(
            UUID id,
            UUID programmeId,
            UUID unitId,
            String state,
            int recommended,
            int notRecommended,
            Map<UUID, String> reasons,
            Instant submittedAt,
            @Nullable Instant receivedAt,
            @Nullable Standing formalCheck,
            long version) {

        static View of(Batch batch) {
            return of(batch, Map.of());
        }

        static View of(Batch batch, Map<UUID, Standing> standings) {
            return switch (batch) {
                case Submitted submitted -> of(submitted.entry(), "SUBMITTED", null, null);
                case Received received ->
                        of(
                                received.entry(),
                                "RECEIVED",
                                received.receivedAt(),
                                standings.get(received.entry().id().value()));
            };
        }

        private static View of(
                Batch.Entry entry,
                String state,
                @Nullable Instant receivedAt,
                @Nullable Standing formalCheck) {
            return new View(
                    entry.id().value(),
                    entry.programme().value(),
                    entry.unit().value(),
                    state,
                    entry.recommended(),
                    entry.notRecommended(),
                    entry.reasons(),
                    entry.submittedAt(),
                    receivedAt,
                    formalCheck,
                    entry.version());
        }
    }

    /** What would be reported, with the totals a person confirms. */
    record PreviewView(List<SchoolLine> schools, int recommended, int notRecommended, int waiting) {

        static PreviewView of(Preview preview) {
            return new PreviewView(
                    preview.schools(),
                    preview.recommended(),
                    preview.notRecommended(),
                    preview.waiting());
        }
    }

    @GetMapping
    List<View> list(@RequestParam UUID programme) {
        var standings = lifecycle.standings(new Programme.Id(programme));
        return lifecycle.of(new Programme.Id(programme)).stream()
                .map(batch -> View.of(batch, standings))
                .toList();
    }

    @GetMapping("/preview")
    PreviewView preview(@RequestParam UUID programme, @RequestParam UUID unit, Actor actor) {
        return PreviewView.of(
                lifecycle.preview(new Programme.Id(programme), new Organisation.Id(unit), actor));
    }

    @PostMapping
    View submit(@RequestBody @Valid NewBatch form, Actor actor) {
        return View.of(
                lifecycle.submit(
                        new Batch.Id(form.id()),
                        new Programme.Id(form.programmeId()),
                        new Organisation.Id(form.unitId()),
                        form.reasons() == null ? Map.of() : form.reasons(),
                        actor));
    }

    @PostMapping("/{id}/receive")
    View receive(@PathVariable UUID id, @RequestBody @Valid Seen form, Actor actor) {
        return View.of(lifecycle.receive(new Batch.Id(id), form.version(), actor));
    }

    @PostMapping("/{id}/admit")
    View admit(@PathVariable UUID id, @RequestBody @Valid SeenWaiting form, Actor actor) {
        return View.of(lifecycle.admit(new Batch.Id(id), form.waiting(), actor));
    }
}
