package cn.sihong.award.honours;

import cn.sihong.award.honours.DecisionPapers.Paper;
import cn.sihong.award.honours.PrintedCertificates.Run;
import cn.sihong.award.selection.Selection;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.text.Text;
import cn.sihong.platform.workbook.WorkbookWriter;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

@RestController
@RequestMapping("/api/commendations")
class CommendationController {

    private static final MediaType DOCX =
            MediaType.parseMediaType(
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    private static final MediaType XLSX = MediaType.parseMediaType(WorkbookWriter.XLSX);

    private final CommendationLifecycle lifecycle;
    private final Commendations commendations;
    private final Honours honours;
    private final DecisionPapers papers;
    private final CertificatePress press;
    private final PrintedCertificates prints;

    CommendationController(
            CommendationLifecycle lifecycle,
            Commendations commendations,
            Honours honours,
            DecisionPapers papers,
            CertificatePress press,
            PrintedCertificates prints) {
        this.lifecycle = lifecycle;
        this.commendations = commendations;
        this.honours = honours;
        this.papers = papers;
        this.press = press;
        this.prints = prints;
    }

    record Decision(
            @NotNull(message = "缺少编号，请刷新页面后重试。") UUID id,
            @NotNull(message = "请选择评选。") UUID selectionId,
            @Text(min = 4, max = 40) String documentNumber,
            @NotNull(message = "请填写印发日期。") LocalDate issuedOn) {}

    record Issued(
            UUID id, UUID selectionId, String documentNumber, LocalDate issuedOn, int honours) {}

    @GetMapping
    @Transactional(readOnly = true)
    public List<Issued> list(@RequestParam UUID programme) {
        return commendations.of(programme).stream()
                .map(one -> issued(one, honours.count(one.id())))
                .toList();
    }

    @PostMapping
    Issued issue(@RequestBody @Valid Decision decision, Actor actor) {
        var issued =
                lifecycle.issue(
                        decision.id(),
                        new Selection.Id(decision.selectionId()),
                        decision.documentNumber().strip(),
                        decision.issuedOn(),
                        actor);
        return issued(issued.commendation(), issued.honours());
    }

    @GetMapping("/{id}/decision.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable UUID id) {
        return download(papers.pdf(id), MediaType.APPLICATION_PDF);
    }

    @GetMapping("/{id}/decision.docx")
    ResponseEntity<byte[]> docx(@PathVariable UUID id) {
        return download(papers.docx(id), DOCX);
    }

    @GetMapping("/{id}/plaques.xlsx")
    ResponseEntity<byte[]> plaques(@PathVariable UUID id) {
        return download(papers.plaques(id), XLSX);
    }

    /** Begins to print all certificates, and says how far that has come. */
    @PostMapping("/{id}/certificates")
    Run print(@PathVariable UUID id, Actor actor) {
        return press.start(id, actor);
    }

    @GetMapping("/{id}/certificates")
    Run progress(@PathVariable UUID id) {
        return press.progress(id);
    }

    /** One file after the other, never all in memory. */
    @GetMapping("/{id}/certificates.zip")
    @Transactional(readOnly = true)
    public void zip(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        if (commendations.find(id).isEmpty()) throw new NoSuchCommendation();
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment("证书.zip"));
        try (var zip = new ZipOutputStream(response.getOutputStream(), StandardCharsets.UTF_8)) {
            zip.setLevel(0); // a PDF is compressed already
            prints.each(id, (number, pdf) -> write(zip, number, pdf));
        }
    }

    private static void write(ZipOutputStream zip, String number, byte[] pdf) {
        try {
            zip.putNextEntry(new ZipEntry(number + ".pdf"));
            zip.write(pdf);
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Issued issued(Commendation commendation, int honours) {
        return new Issued(
                commendation.id(),
                commendation.selectionId(),
                commendation.documentNumber(),
                commendation.issuedOn(),
                honours);
    }

    private static ResponseEntity<byte[]> download(Paper paper, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(paper.name()))
                .body(paper.bytes());
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
