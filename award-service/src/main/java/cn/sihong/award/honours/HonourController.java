package cn.sihong.award.honours;

import cn.sihong.award.honours.Honour.Certificate;
import cn.sihong.award.honours.Honour.Granted;
import cn.sihong.award.honours.Honour.Revocation;
import cn.sihong.award.honours.Honour.Revoked;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.paging.Page;
import cn.sihong.platform.paging.PageRequest;
import cn.sihong.platform.text.Text;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
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

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

@RestController
@RequestMapping("/api/honours")
class HonourController {

    private final Honours honours;
    private static final String NO_VERSION = "缺少版本号，请刷新页面后重试。";

    private final Certificates certificates;
    private final HonourLifecycle lifecycle;

    HonourController(Honours honours, Certificates certificates, HonourLifecycle lifecycle) {
        this.honours = honours;
        this.certificates = certificates;
        this.lifecycle = lifecycle;
    }

    record Revoking(
            @NotNull(message = NO_VERSION) Long version,
            @Text(min = 4, max = 500) String reason,
            @Text(min = 4, max = 40) String documentNumber) {}

    record Filed(
            @NotNull(message = "请选择是否仍在发挥作用。") Boolean living,
            @Text(min = 10, max = 300) String account) {}

    record Answered(
            @NotNull(message = NO_VERSION) Long version,
            @NotNull(message = "请选择是否通过。") Boolean passed,
            @Text(min = 2, max = 200) String remark) {}

    /** One yearly look. */
    record Look(
            int year,
            boolean living,
            String account,
            LocalDate filedOn,
            @Nullable Boolean passed,
            @Nullable String remark,
            @Nullable LocalDate answeredOn,
            long version) {

        static Look of(Revalidations.Filing filing) {
            var answer = filing.answer();
            return new Look(
                    filing.year(),
                    filing.living(),
                    filing.account(),
                    filing.filedOn(),
                    answer == null ? null : answer.passed(),
                    answer == null ? null : answer.remark(),
                    answer == null ? null : answer.on(),
                    filing.version());
        }
    }

    record Past(Row honour, List<Honours.Happening> history, List<Look> revalidations) {}

    /**
     * An honour in a list; its code is shown to whoever may download the certificate it is printed
     * on.
     */
    record Row(
            UUID id,
            UUID programmeId,
            UUID applicationId,
            String category,
            String categoryName,
            String title,
            UUID schoolId,
            String schoolName,
            State state,
            @Nullable String certificateNumber,
            @Nullable String code,
            @Nullable LocalDate validUntil,
            @Nullable LocalDate revokedOn,
            @Nullable String revokedReason,
            long version) {

        enum State {
            GRANTED,
            VALID,
            REVOKED
        }

        static Row of(Honour honour) {
            return switch (honour) {
                case Granted _ -> of(honour, null, null);
                case Honour.Valid(_, var certificate) -> of(honour, certificate, null);
                case Revoked(_, var certificate, var revocation) ->
                        of(honour, certificate, revocation);
            };
        }

        private static Row of(
                Honour honour, @Nullable Certificate certificate, @Nullable Revocation revocation) {
            var entry = honour.entry();
            return new Row(
                    entry.id().value(),
                    entry.programmeId(),
                    entry.applicationId(),
                    entry.category(),
                    entry.categoryName(),
                    entry.title(),
                    entry.schoolId(),
                    entry.schoolName(),
                    State.valueOf(honour.state()),
                    certificate == null ? null : certificate.number(),
                    certificate == null ? null : certificate.code(),
                    certificate == null ? null : certificate.validUntil(),
                    revocation == null ? null : revocation.on(),
                    revocation == null ? null : revocation.reason(),
                    entry.version());
        }
    }

    /** The bureau sees all, a school its own, a unit those of its schools. */
    @GetMapping
    @Transactional(readOnly = true)
    public Page<Row> list(
            @RequestParam(required = false) @Nullable UUID programme, PageRequest page) {
        return Page.of(
                honours.list(programme, page).stream().map(Row::of).toList(),
                page,
                row -> row.id().toString());
    }

    /** What became of an honour since it was granted. */
    @GetMapping("/{id}/history")
    Past past(@PathVariable UUID id) {
        var past = lifecycle.past(new Honour.Id(id));
        return new Past(
                Row.of(past.honour()),
                past.history(),
                past.revalidations().stream().map(Look::of).toList());
    }

    @PostMapping("/{id}/revoke")
    Row revoke(@PathVariable UUID id, @RequestBody @Valid Revoking revoking, Actor actor) {
        return Row.of(
                lifecycle.revoke(
                        new Honour.Id(id),
                        revoking.version(),
                        revoking.reason(),
                        revoking.documentNumber(),
                        actor));
    }

    /** The school's one sentence of this year. */
    @PostMapping("/{id}/revalidations")
    Look file(@PathVariable UUID id, @RequestBody @Valid Filed filed, Actor actor) {
        return Look.of(lifecycle.file(new Honour.Id(id), filed.living(), filed.account(), actor));
    }

    @PostMapping("/{id}/revalidations/{year}/answer")
    Look answer(
            @PathVariable UUID id,
            @PathVariable int year,
            @RequestBody @Valid Answered answered,
            Actor actor) {
        return Look.of(
                lifecycle.answer(
                        new Honour.Id(id),
                        year,
                        answered.version(),
                        answered.passed(),
                        answered.remark(),
                        actor));
    }

    @GetMapping("/{id}/certificate")
    ResponseEntity<Resource> certificate(@PathVariable UUID id) {
        var printed = certificates.print(new Honour.Id(id));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(printed.number() + ".pdf", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(printed.pdf());
    }
}
