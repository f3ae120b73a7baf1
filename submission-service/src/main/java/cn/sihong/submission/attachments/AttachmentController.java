package cn.sihong.submission.attachments;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.text.TextFaults;
import cn.sihong.submission.organisations.Organisation;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

@RestController
@RequestMapping("/api/attachments")
class AttachmentController {

    private static final int NAME = 120;

    private final AttachmentLifecycle lifecycle;

    AttachmentController(AttachmentLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    /** What the school gets in return: the digest proves what is kept. */
    record Receipt(UUID id, String name, String type, long size, String sha256) {
        static Receipt of(Attachment attachment) {
            return new Receipt(
                    attachment.id(),
                    attachment.name(),
                    attachment.format().type(),
                    attachment.size(),
                    attachment.sha256());
        }
    }

    /** The body is the file itself, read as it arrives. */
    @PostMapping
    Receipt upload(
            @RequestParam UUID id,
            @RequestParam UUID school,
            @RequestParam String name,
            HttpServletRequest request,
            Actor actor)
            throws IOException {
        return Receipt.of(
                lifecycle.upload(
                        id,
                        new Organisation.Id(school),
                        bareName(name),
                        request.getInputStream(),
                        actor));
    }

    @GetMapping("/{id}")
    ResponseEntity<Resource> download(@PathVariable UUID id, Actor actor) {
        var attachment = lifecycle.find(id, actor);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(attachment.format().type()))
                .contentLength(attachment.size())
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(attachment.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .body(new InputStreamResource(lifecycle.open(attachment)));
    }

    /** A name without the folders some browsers send along. */
    private static String bareName(String name) {
        var bare = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        TextFaults.find(bare, 1, NAME)
                .ifPresent(fault -> {
                    throw new InvalidInput("name", "文件名：" + fault);
                });
        return bare.strip();
    }
}
