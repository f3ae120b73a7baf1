package cn.sihong.award.objections;

import cn.sihong.award.objections.Objection.Kind;
import cn.sihong.award.objections.Objections.Investigator;
import cn.sihong.platform.calendar.WorkingDays;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.paging.Page;
import cn.sihong.platform.paging.PageRequest;
import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.text.Text;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

@RestController
@RequestMapping("/api/objections")
class ObjectionController {

    private static final String NO_VERSION = "缺少版本号，请刷新页面后重试。";

    private final Objections objections;
    private final ObjectionLifecycle lifecycle;
    private final ObjectionIntake intake;
    private final ObjectionStatistics statistics;
    private final Confidants confidants;
    private final Clock clock;

    ObjectionController(
            Objections objections,
            ObjectionLifecycle lifecycle,
            ObjectionIntake intake,
            ObjectionStatistics statistics,
            Confidants confidants,
            Clock clock) {
        this.objections = objections;
        this.lifecycle = lifecycle;
        this.intake = intake;
        this.statistics = statistics;
        this.confidants = confidants;
        this.clock = clock;
    }

    record Appeal(
            @NotNull(message = "缺少编号，请刷新页面后重试。") UUID id,
            @NotNull(message = "请选择方案。") UUID programmeId,
            @NotNull(message = "请选择申报项目。") UUID applicationId,
            @NotNull(message = "请选择申诉的是程序还是计算。") Kind kind,
            @Text(min = 20, max = ObjectionIntake.FACTS) String facts) {}

    record Acceptance(
            @NotNull(message = NO_VERSION) Long version,
            @NotBlank(message = "请填写给被反映单位看的内容。") String redacted) {}

    record Reasoned(
            @NotNull(message = NO_VERSION) Long version, @Text(min = 4, max = 500) String reason) {}

    record Extension(
            @NotNull(message = NO_VERSION) Long version,
            @NotNull(message = "请填写延长几个工作日。") Integer workingDays,
            @Text(min = 4, max = 500) String reason) {}

    record Findings(
            @NotNull(message = NO_VERSION) Long version,
            @Text(min = 10, max = 3000) String findings,
            @NotNull(message = "请选择反映是否属实。") Boolean founded) {}

    record Verdict(
            @NotNull(message = NO_VERSION) Long version,
            @NotNull(message = "请选择是否认定。") Boolean sustained,
            @Text(min = 10, max = 1000) String reply) {}

    /** An objection with its investigators, who are no secret. */
    record Detail(ObjectionView objection, List<Investigator> investigators) {}

    record Unmasked(
            String name,
            @Nullable String unitName,
            String contact,
            String facts,
            List<UUID> evidence) {}

    record Receipt(String receipt, String code, LocalDate acceptBy) {}

    @GetMapping
    @Transactional(readOnly = true)
    public Page<ObjectionView> list(
            @RequestParam(required = false) @Nullable UUID programme,
            PageRequest page,
            Actor actor) {
        return Page.of(
                objections.list(programme, page).stream()
                        .map(one -> ObjectionView.of(one, ofTheBureau(actor)))
                        .toList(),
                page,
                row -> row.id().toString());
    }

    @GetMapping("/{id}")
    Detail get(@PathVariable UUID id, Actor actor) {
        var objection = lifecycle.get(new Objection.Id(id));
        return new Detail(
                ObjectionView.of(objection, ofTheBureau(actor)),
                ofTheBureau(actor) ? lifecycle.investigators(new Objection.Id(id)) : List.of());
    }

    @PostMapping("/appeals")
    Receipt appeal(@RequestBody @Valid Appeal appeal, Actor actor) {
        if (appeal.kind() == Kind.OBJECTION)
            throw new InvalidInput("kind", "请选择申诉的是程序还是计算；对他人的异议请在公示页面登记。");
        var kept =
                intake.appeal(
                        new Objection.Id(appeal.id()),
                        appeal.programmeId(),
                        appeal.applicationId(),
                        appeal.kind(),
                        appeal.facts(),
                        actor);
        var entry = kept.registered().entry();
        return new Receipt(entry.receipt(), kept.code(), entry.acceptBy());
    }

    @PostMapping("/{id}/accept")
    ObjectionView accept(
            @PathVariable UUID id, @RequestBody @Valid Acceptance acceptance, Actor actor) {
        return view(
                lifecycle.accept(
                        new Objection.Id(id), acceptance.version(), acceptance.redacted(), actor));
    }

    @PostMapping("/{id}/turn-down")
    ObjectionView turnDown(
            @PathVariable UUID id, @RequestBody @Valid Reasoned refusal, Actor actor) {
        return view(
                lifecycle.turnDown(
                        new Objection.Id(id), refusal.version(), refusal.reason(), actor));
    }

    @PostMapping("/{id}/investigators")
    List<Investigator> investigate(@PathVariable UUID id, Actor actor) {
        return lifecycle.investigate(new Objection.Id(id), actor);
    }

    @PostMapping("/{id}/extend")
    ObjectionView extend(
            @PathVariable UUID id, @RequestBody @Valid Extension extension, Actor actor) {
        return view(
                lifecycle.extend(
                        new Objection.Id(id),
                        extension.version(),
                        extension.workingDays(),
                        extension.reason(),
                        actor));
    }

    @PostMapping("/{id}/report")
    ObjectionView report(
            @PathVariable UUID id, @RequestBody @Valid Findings findings, Actor actor) {
        return view(
                lifecycle.report(
                        new Objection.Id(id),
                        findings.version(),
                        findings.findings(),
                        findings.founded(),
                        actor));
    }

    @PostMapping("/{id}/decide")
    ObjectionView decide(@PathVariable UUID id, @RequestBody @Valid Verdict verdict, Actor actor) {
        return view(
                lifecycle.decide(
                        new Objection.Id(id),
                        verdict.version(),
                        verdict.sustained(),
                        verdict.reply(),
                        actor));
    }

    @GetMapping("/{id}/objector")
    ResponseEntity<Unmasked> objector(@PathVariable UUID id, Actor actor) {
        var objector = lifecycle.objector(new Objection.Id(id), actor);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(
                        new Unmasked(
                                objector.name(),
                                objector.unitName(),
                                objector.contact(),
                                objector.facts(),
                                lifecycle.evidenceOf(new Objection.Id(id))));
    }

    @GetMapping("/{id}/seal")
    ResponseEntity<byte[]> seal(@PathVariable UUID id, Actor actor) {
        return download(lifecycle.seal(new Objection.Id(id), actor), "seal-" + id);
    }

    @GetMapping("/{id}/evidence/{piece}")
    ResponseEntity<byte[]> evidence(@PathVariable UUID id, @PathVariable UUID piece, Actor actor) {
        return download(
                lifecycle.evidence(new Objection.Id(id), piece, actor), "evidence-" + piece);
    }

    private static ResponseEntity<byte[]> download(Objectors.Scan scan, String name) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType(scan.type()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(scan.bytes());
    }

    @GetMapping("/statistics")
    ObjectionStatistics.Counts statistics(@RequestParam UUID programme) {
        return statistics.of(programme, LocalDate.ofInstant(clock.instant(), WorkingDays.BEIJING));
    }

    @GetMapping("/confidants")
    List<Confidants.Confidant> confidants() {
        return confidants.all();
    }

    /** A discipline officer offers to be one of the two. */
    @PostMapping("/confidants")
    List<Confidants.Confidant> offer(Actor actor) {
        confidants.offer(actor);
        return confidants.all();
    }

    @PostMapping("/confidants/{subject}/confirm")
    List<Confidants.Confidant> confirm(@PathVariable UUID subject, Actor actor) {
        confidants.confirm(subject, actor);
        return confidants.all();
    }

    @PostMapping("/confidants/{subject}/release")
    List<Confidants.Confidant> release(@PathVariable UUID subject, Actor actor) {
        confidants.release(subject, actor);
        return confidants.all();
    }

    private static ObjectionView view(Objection objection) {
        return ObjectionView.of(objection, true);
    }

    private static boolean ofTheBureau(Actor actor) {
        return actor.isAny(
                Role.DISCIPLINE, Role.PARTY_GROUP_MEMBER, Role.PARTY_OFFICE, Role.AUDITOR);
    }
}
