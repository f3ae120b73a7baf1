package cn.sihong.award.honours;

import cn.sihong.award.honours.Honour.Granted;
import cn.sihong.award.honours.Honour.Valid;
import cn.sihong.platform.paging.Page;
import cn.sihong.platform.paging.PageRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;

@RestController
@RequestMapping("/api/honours")
class HonourController {

    private final Honours honours;
    private final Certificates certificates;

    HonourController(Honours honours, Certificates certificates) {
        this.honours = honours;
        this.certificates = certificates;
    }

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
            String state,
            @Nullable String certificateNumber,
            @Nullable String code,
            @Nullable LocalDate validUntil) {

        static Row of(Honour honour) {
            return switch (honour) {
                case Granted _ -> of(honour, null, null, null);
                case Valid(_, var certificate) ->
                        of(
                                honour,
                                certificate.number(),
                                certificate.code(),
                                certificate.validUntil());
            };
        }

        private static Row of(
                Honour honour,
                @Nullable String number,
                @Nullable String code,
                @Nullable LocalDate validUntil) {
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
                    honour.state(),
                    number,
                    code,
                    validUntil);
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
