package cn.sihong.award.archive;

import cn.sihong.award.archive.Archives.Progress;
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
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

    @GetMapping("/{id}")
    @Transactional(readOnly = true)
    public Progress progress(@PathVariable UUID id) {
        return archives.find(id).orElseThrow(NoSuchArchive::new);
    }

    /** One document after the other, never all in memory. */
    @GetMapping("/{id}/package.zip")
    @Transactional(readOnly = true)
    public void download(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        var progress = archives.find(id).orElseThrow(NoSuchArchive::new);
        if (!progress.finished()) throw new ArchiveNotReady();
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
}
