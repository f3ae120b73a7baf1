package cn.sihong.review.appraisals;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.workbook.WorkbookWriter;
import cn.sihong.review.appraisals.Appraisal.Entry;
import cn.sihong.review.appraisals.AppraisalLifecycle.LowTurnout;
import cn.sihong.review.appraisals.AppraisalViews.Card;
import cn.sihong.review.appraisals.AppraisalViews.Protocol;
import cn.sihong.review.ballots.Mark;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

@RestController
@RequestMapping("/api/appraisals")
class AppraisalController {

    private final AppraisalLifecycle lifecycle;
    private final AppraisalViews views;
    private final CodePrinter printer;

    AppraisalController(AppraisalLifecycle lifecycle, AppraisalViews views, CodePrinter printer) {
        this.lifecycle = lifecycle;
        this.views = views;
        this.printer = printer;
    }

    record Plan(
            @NotNull(message = "请选择方案。") UUID programmeId,
            @NotNull(message = "请选择开始日期。") LocalDate opensOn,
            @NotNull(message = "请选择结束日期。") LocalDate closesOn,
            @Valid @NotEmpty(message = "请至少选择一所学校。") @Size(max = 2_000, message = "一次最多安排 2000 项。")
                    List<Planned> appraisals) {

        record Planned(
                @NotNull(message = "缺少评议编号。") UUID id,
                @NotNull(message = "请选择学校。") UUID schoolId,
                @NotNull(message = "请选择参加评议的群体。") Electorate electorate) {}

        List<Entry> read() {
            return appraisals.stream()
                    .map(one ->
                            new Entry(
                                    one.id(),
                                    programmeId,
                                    one.schoolId(),
                                    one.electorate(),
                                    opensOn,
                                    closesOn,
                                    1))
                    .toList();
        }
    }

    record Roll(
            long version,
            @Valid @NotNull(message = "请填写名册。")
                    List<@NotNull(message = "名册中有空行。") Member> entries) {

        record Member(@Nullable String name, @Nullable String username) {}

        List<RollCheck.Line> read() {
            return IntStream.range(0, entries.size())
                    .mapToObj(i ->
                            new RollCheck.Line(
                                    column -> "entries[%d].%s".formatted(i, column),
                                    text(entries.get(i).name()),
                                    text(entries.get(i).username())))
                    .toList();
        }

        private static String text(@Nullable String typed) {
            return typed == null ? "" : typed.strip();
        }
    }

    record Parents(
            long version,
            @Min(value = 1, message = "家长人数至少为 1。") @Max(value = 20_000, message = "家长人数最多为 20000。")
                    int count) {}

    record Seen(long version) {}

    record Codes(
            @Min(value = 1, message = "至少印制 1 张。") @Max(value = 2_000, message = "一次最多印制 2000 张。")
                    int count,
            @Nullable Boolean anew) {}

    record PaperGiven(
            @NotNull(message = "缺少领票人员。") List<@NotNull(message = "领票人员中有空项。") UUID> entries,
            @Min(value = 0, message = "张数不能为负。") @Max(value = 20_000, message = "张数过多。")
                    int unnamed) {}

    record PaperRead(
            @NotNull(message = "缺少选票内容。") @Size(max = 20_000, message = "一次录入的票数过多。")
                    List<@NotNull(message = "选票中有空票。") List<@NotNull(message = "请逐项录入。") Mark>>
                            sheets) {}

    /** How far two readings are: how many people have read, and on which sheets they differ. */
    record Reading(int readers, boolean agreed, List<Integer> differences) {}

    record Count(long version, @Nullable LowTurnout lowTurnout) {}

    /** How many people a roll has, and how many of them have an account. */
    record Taken(int people, int withAccount, boolean dryRun) {
        static Taken of(List<RollCheck.Line> lines, boolean dryRun) {
            int withAccount =
                    Math.toIntExact(
                            lines.stream().filter(line -> !line.username().isEmpty()).count());
            return new Taken(lines.size(), withAccount, dryRun);
        }
    }

    record Voter(UUID id, String name, @Nullable String username) {}

    @GetMapping
    List<Card> list(
            @RequestParam UUID programme, @RequestParam(required = false) @Nullable UUID school) {
        return views.of(programme, school);
    }

    @PostMapping
    List<Card> plan(@RequestBody @Valid Plan form, Actor actor) {
        return lifecycle.plan(form.read(), actor).stream().map(this::card).toList();
    }

    @GetMapping("/{id}/roll")
    List<Voter> roll(@PathVariable UUID id) {
        return views.roll(id).stream()
                .map(entry -> new Voter(entry.id(), entry.name(), entry.username()))
                .toList();
    }

    @PutMapping("/{id}/roll")
    Card setRoll(@PathVariable UUID id, @RequestBody @Valid Roll form, Actor actor) {
        return card(lifecycle.setRoll(id, form.version(), form.read(), actor));
    }

    @GetMapping(value = "/roll-template", produces = WorkbookWriter.XLSX)
    ResponseEntity<byte[]> rollTemplate() throws IOException {
        var disposition =
                ContentDisposition.attachment()
                        .filename("评议名册.xlsx", StandardCharsets.UTF_8)
                        .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(RollWorkbook.template());
    }

    /** The roll as a workbook, in place of any before; a dry run only says what it would do. */
    @PostMapping(value = "/{id}/roll/import", consumes = WorkbookWriter.XLSX)
    Taken importRoll(
            @PathVariable UUID id,
            @RequestParam long version,
            @RequestParam(defaultValue = "false") boolean dryRun,
            InputStream body,
            Actor actor)
            throws IOException {
        var lines = RollWorkbook.read(body);
        if (dryRun) lifecycle.checkRoll(id, version, lines, actor);
        else lifecycle.setRoll(id, version, lines, actor);
        return Taken.of(lines, dryRun);
    }

    @PutMapping("/{id}/parents")
    Card setParents(@PathVariable UUID id, @RequestBody @Valid Parents form, Actor actor) {
        return card(lifecycle.setParents(id, form.version(), form.count(), actor));
    }

    @PostMapping("/{id}/rehearse")
    Card rehearse(@PathVariable UUID id, @RequestBody Seen form, Actor actor) {
        return card(lifecycle.rehearse(id, form.version(), actor));
    }

    @PostMapping("/{id}/wipe")
    Card wipe(@PathVariable UUID id, @RequestBody Seen form, Actor actor) {
        return card(lifecycle.wipe(id, form.version(), actor));
    }

    @PostMapping("/{id}/open")
    Card open(@PathVariable UUID id, @RequestBody Seen form, Actor actor) {
        return card(lifecycle.open(id, form.version(), actor));
    }

    /** The sheets to be cut up and drawn; the codes on them are shown nowhere else, ever. */
    @PostMapping(value = "/{id}/codes", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> codes(
            @PathVariable UUID id, @RequestBody @Valid Codes form, Actor actor) {
        var codes = lifecycle.printCodes(id, form.count(), Boolean.TRUE.equals(form.anew()), actor);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(printer.print(views.card(id), codes));
    }

    @PostMapping("/{id}/paper")
    void handOut(@PathVariable UUID id, @RequestBody @Valid PaperGiven form, Actor actor) {
        lifecycle.handOutPaper(id, form.entries(), form.unnamed(), actor);
    }

    @PutMapping("/{id}/paper")
    Reading read(@PathVariable UUID id, @RequestBody @Valid PaperRead form, Actor actor) {
        var count = lifecycle.readPaper(id, form.sheets(), actor);
        return new Reading(count.readings().size(), count.agrees(), count.differences());
    }

    @PostMapping("/{id}/count")
    Card count(@PathVariable UUID id, @RequestBody Count form, Actor actor) {
        return card(lifecycle.count(id, form.version(), form.lowTurnout(), actor));
    }

    @GetMapping("/{id}/protocol")
    Protocol protocol(@PathVariable UUID id) {
        return views.protocol(id);
    }

    private Card card(Appraisal appraisal) {
        return views.card(appraisal.entry().id());
    }
}
