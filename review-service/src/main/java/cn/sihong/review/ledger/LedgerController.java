package cn.sihong.review.ledger;

import cn.sihong.platform.paging.Page;
import cn.sihong.platform.paging.PageRequest;
import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.workbook.WorkbookWriter;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

@RestController
@RequestMapping("/api/ledger")
class LedgerController {

    private final LedgerViews views;
    private final LedgerPrinter printer;

    LedgerController(LedgerViews views, LedgerPrinter printer) {
        this.views = views;
        this.printer = printer;
    }

    @GetMapping
    Page<LedgerViews.Line> list(
            @RequestParam UUID programme,
            @RequestParam(required = false) @Nullable LedgerFilter filter,
            PageRequest page) {
        return views.of(programme, filter, page);
    }

    /**
     * Reads the whole ledger again.
     *
     * @param knownSequence with {@code knownHash}: a head noted down before
     */
    @GetMapping("/check")
    LedgerViews.Check check(
            @RequestParam(required = false) @Nullable Long knownSequence,
            @RequestParam(required = false) @Nullable String knownHash) {
        return views.check(known(knownSequence, knownHash));
    }

    /** The extract on paper, with the newest checkpoint at its end. */
    @GetMapping(value = "/print", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> print(
            @RequestParam UUID programme,
            @RequestParam(required = false) @Nullable LedgerFilter filter) {
        return file("专项台账.pdf", printer.print(views.extract(programme, filter)));
    }

    /** The extract as a workbook. */
    @GetMapping(value = "/sheet", produces = WorkbookWriter.XLSX)
    ResponseEntity<byte[]> sheet(
            @RequestParam UUID programme,
            @RequestParam(required = false) @Nullable LedgerFilter filter)
            throws IOException {
        return file("专项台账.xlsx", LedgerSheet.write(views.extract(programme, filter)));
    }

    /** Every entry of every programme, for the verifier; written as it is read. */
    @GetMapping("/export")
    void export(HttpServletResponse response) throws IOException {
        response.setContentType("text/tab-separated-values; charset=utf-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, named("ledger.tsv"));
        views.export(response.getOutputStream());
    }

    /** The newest first; they lie outside the database too. */
    @GetMapping("/checkpoints")
    Page<LedgerViews.Note> checkpoints(PageRequest page) {
        return views.checkpoints(page);
    }

    private static ResponseEntity<byte[]> file(String name, byte[] bytes) {
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_DISPOSITION, named(name)).body(bytes);
    }

    private static String named(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    private static Head known(@Nullable Long sequence, @Nullable String hash) {
        if (sequence == null && hash == null) return Head.NONE;
        if (sequence == null || hash == null || sequence < 1)
            throw new InvalidInput("knownHash", "请同时填写此前记下的台账序号和校验值。");
        return new Head(sequence, hash);
    }
}
