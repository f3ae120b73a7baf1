package cn.sihong.submission.batches;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.text.Text;
import cn.sihong.submission.applications.Reporting.Line;
import cn.sihong.submission.applications.Reporting.Standing;
import cn.sihong.submission.batches.Batch.Received;
import cn.sihong.submission.batches.Batch.SecondCheck;
import cn.sihong.submission.batches.Batch.SecondChecked;
import cn.sihong.submission.batches.Batch.Submitted;
import cn.sihong.submission.batches.Preview.Missing;
import cn.sihong.submission.batches.Preview.SchoolLine;
import cn.sihong.submission.organisations.Organisation;
import cn.sihong.submission.programmes.Category;
import cn.sihong.submission.programmes.Programme;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
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
            State state,
            int recommended,
            int notRecommended,
            Map<UUID, String> reasons,
            Instant submittedAt,
            boolean late,
            boolean needsSecondCheck,
            @Nullable String secondCheck,
            @Nullable Instant receivedAt,
            @Nullable Standing formalCheck,
            long version) {

        enum State {
            SUBMITTED,
            SECOND_CHECKED,
            RECEIVED
        }

        static View of(Batch batch, boolean screensItself, @Nullable Standing formalCheck) {
            return switch (batch) {
                case Submitted submitted ->
                        of(submitted.entry(), State.SUBMITTED, null, null, null, screensItself);
                case SecondChecked checked ->
                        of(
                                checked.entry(),
                                State.SECOND_CHECKED,
                                checked.check(),
                                null,
                                null,
                                false);
                case Received received ->
                        of(
                                received.entry(),
                                State.RECEIVED,
                                received.check(),
                                received.receivedAt(),
                                formalCheck,
                                false);
            };
        }

        private static View of(
                Batch.Entry entry,
                State state,
                @Nullable SecondCheck check,
                @Nullable Instant receivedAt,
                @Nullable Standing formalCheck,
                boolean needsSecondCheck) {
            return new View(
                    entry.id().value(),
                    entry.programme().value(),
                    entry.unit().value(),
                    state,
                    entry.recommended() - (check == null ? 0 : check.struck().size()),
                    entry.notRecommended() + (check == null ? 0 : check.struck().size()),
                    entry.reasons(),
                    entry.submittedAt(),
                    entry.late(),
                    needsSecondCheck,
                    check == null ? null : check.opinion(),
                    receivedAt,
                    formalCheck,
                    entry.version());
        }
    }

    /** What would be reported, school by school and item by item, for a person to confirm. */
    record PreviewView(
            List<SchoolCount> schools,
            List<ItemView> recommended,
            List<ItemView> notRecommended,
            int undecided) {

        static PreviewView of(Preview preview, List<Line> lines) {
            return new PreviewView(
                    preview.schools().stream().map(SchoolCount::of).toList(),
                    lines.stream().filter(line -> line.rank() != null).map(ItemView::of).toList(),
                    lines.stream().filter(line -> line.rank() == null).map(ItemView::of).toList(),
                    preview.waiting());
        }
    }

    /** Recommended and built together, which is what the minimum counts (R44). */
    record SchoolCount(
            UUID schoolId, String name, Map<Category, Integer> counts, List<Category> missing) {

        static SchoolCount of(SchoolLine school) {
            var counts = new EnumMap<Category, Integer>(Category.class);
            for (var count : school.counts())
                counts.put(count.category(), count.recommended() + count.notRecommended());
            return new SchoolCount(
                    school.schoolId(),
                    school.name(),
                    counts,
                    school.missing().stream().map(Missing::category).toList());
        }
    }

    record ItemView(
            UUID applicationId,
            UUID schoolId,
            Category category,
            String title,
            @Nullable Integer rank,
            @Nullable String reason) {

        static ItemView of(Line line) {
            return new ItemView(
                    line.applicationId(),
                    line.schoolId(),
                    line.category(),
                    line.title(),
                    line.rank(),
                    line.reason());
        }
    }

    /** The officer confirms three things, and says what is not upheld (research.md §3.2, 17). */
    record SecondCheckForm(
            long version,
            @AssertTrue(message = "请确认材料齐全；不齐全的请不予维持或先退回单位。") boolean complete,
            @AssertTrue(message = "请确认申报资格；不符合的请不予维持。") boolean eligible,
            @AssertTrue(message = "请确认已收到廉政意见。") boolean integrity,
            @Text(min = 2, max = 200) String opinion,
            @Nullable Map<UUID, @Text(min = 2, max = 300) String> struck) {}

    @GetMapping
    List<View> list(@RequestParam UUID programme) {
        var standings = lifecycle.standings(new Programme.Id(programme));
        return lifecycle.of(new Programme.Id(programme)).stream()
                .map(batch ->
                        View.of(
                                batch,
                                lifecycle.screensItself(batch),
                                standings.get(batch.entry().id().value())))
                .toList();
    }

    /** A batch as it stands after a move. */
    private View shown(Batch batch) {
        return View.of(batch, lifecycle.screensItself(batch), null);
    }

    @GetMapping("/preview")
    PreviewView preview(@RequestParam UUID programme, @RequestParam UUID unit, Actor actor) {
        return PreviewView.of(
                lifecycle.preview(new Programme.Id(programme), new Organisation.Id(unit), actor),
                lifecycle.lines(new Programme.Id(programme), new Organisation.Id(unit), actor));
    }

    @PostMapping
    View submit(@RequestBody @Valid NewBatch form, Actor actor) {
        return shown(
                lifecycle.submit(
                        new Batch.Id(form.id()),
                        new Programme.Id(form.programmeId()),
                        new Organisation.Id(form.unitId()),
                        form.reasons() == null ? Map.of() : form.reasons(),
                        actor));
    }

    @PostMapping("/{id}/receive")
    View receive(@PathVariable UUID id, @RequestBody @Valid Seen form, Actor actor) {
        return shown(lifecycle.receive(new Batch.Id(id), form.version(), actor));
    }

    @PostMapping("/{id}/admit")
    View admit(@PathVariable UUID id, @RequestBody @Valid SeenWaiting form, Actor actor) {
        return shown(lifecycle.admit(new Batch.Id(id), form.waiting(), actor));
    }

    @PostMapping("/{id}/second-check")
    View check(@PathVariable UUID id, @RequestBody @Valid SecondCheckForm form, Actor actor) {
        return shown(
                lifecycle.check(
                        new Batch.Id(id),
                        form.version(),
                        form.opinion().strip(),
                        form.struck() == null ? Map.of() : form.struck(),
                        actor));
    }

    @GetMapping("/{id}/summary")
    Summary summary(@PathVariable UUID id) {
        return lifecycle.summary(new Batch.Id(id));
    }

    @GetMapping("/{id}/summary.xlsx")
    ResponseEntity<byte[]> workbook(@PathVariable UUID id) throws IOException {
        var summary = lifecycle.summary(new Batch.Id(id));
        return ResponseEntity.ok()
                .contentType(
                        MediaType.parseMediaType(
                                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(summary.unit() + "申报汇总表.xlsx", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(SummaryWorkbook.of(summary));
    }

    /** To be printed from the browser, signed and sealed. */
    @GetMapping(value = "/{id}/summary.html", produces = "text/html;charset=UTF-8")
    ResponseEntity<String> page(@PathVariable UUID id) {
        return ResponseEntity.ok()
                .header("Content-Security-Policy", "default-src 'none'")
                .body(SummaryPage.of(lifecycle.summary(new Batch.Id(id))));
    }
}
