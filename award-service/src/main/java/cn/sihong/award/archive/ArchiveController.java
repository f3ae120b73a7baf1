package cn.sihong.award.archive;

import cn.sihong.award.archive.Archives.Progress;
import cn.sihong.award.archive.FourProperties.Finding;
import cn.sihong.award.archive.PackagePapers.Line;
import cn.sihong.platform.keycloak.Actor;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

@RestController
@RequestMapping("/api/archives")
class ArchiveController {

    private final Archives archives;
    private final Archivist archivist;

    ArchiveController(Archives archives, Archivist archivist) {
        this.archives = archives;
        this.archivist = archivist;
    }

    record Making(
            @NotNull(message = "缺少编号，请刷新页面后重试。") UUID id,
            @NotNull(message = "请选择方案。") UUID programmeId) {}

    /** Begins, or goes on, and says how far it is. */
    @PostMapping
    Progress make(@RequestBody @Valid Making making, Actor actor) {
        return archivist.start(making.id(), making.programmeId(), actor);
    }

    /** The one package of a programme, if somebody has begun it. */
    @GetMapping
    @Transactional(readOnly = true)
    public List<Progress> of(@RequestParam UUID programme) {
        return archives.of(programme).stream().toList();
    }

    @GetMapping("/{id}")
    @Transactional(readOnly = true)
    public Progress progress(@PathVariable UUID id) {
        return archives.find(id).orElseThrow(NoSuchArchive::new);
    }

    /** What is in it so far, without the papers about it. */
    @GetMapping("/{id}/documents")
    @Transactional(readOnly = true)
    public List<Line> documents(@PathVariable UUID id) {
        return archives.lines(archives.find(id).orElseThrow(NoSuchArchive::new).id());
    }

    /** The four properties as they are now, of what is kept here. */
    @GetMapping("/{id}/check")
    @Transactional(readOnly = true)
    public List<Finding> check(@PathVariable UUID id) {
        finished(id);
        var check =
                new FourProperties(
                        PackagePapers.readDigests(archives.bytes(id, PackagePapers.DIGESTS)),
                        new HashSet<>(
                                PackagePapers.readIndex(archives.bytes(id, PackagePapers.INDEX))));
        for (var path : archives.allPaths(id))
            if (!PackagePapers.ALL.contains(path)) check.look(path, archives.bytes(id, path));
        return check.findings();
    }

    /** One document after the other, never all in memory. */
    @GetMapping("/{id}/package.zip")
    @Transactional(readOnly = true)
    public void download(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        var progress = finished(id);
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("归档包-" + progress.title() + ".zip", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        try (var zip = new ZipOutputStream(response.getOutputStream(), StandardCharsets.UTF_8)) {
            for (var path : archives.allPaths(id)) {
                zip.putNextEntry(new ZipEntry(path));
                zip.write(archives.bytes(id, path));
                zip.closeEntry();
            }
        }
    }

    private Progress finished(UUID id) {
        var progress = archives.find(id).orElseThrow(NoSuchArchive::new);
        if (!progress.finished()) throw new ArchiveNotReady();
        return progress;
    }
}
