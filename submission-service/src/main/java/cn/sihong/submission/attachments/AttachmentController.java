package cn.sihong.submission.attachments;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.paging.Page;
import cn.sihong.platform.paging.PageRequest;
import cn.sihong.platform.store.ObjectStore;
import cn.sihong.submission.attachments.Attachment.Condemned;
import cn.sihong.submission.attachments.Attachment.Entry;
import cn.sihong.submission.attachments.Attachment.Kept;
import cn.sihong.submission.attachments.Attachment.Quarantined;
import cn.sihong.submission.attachments.Attachment.Released;
import cn.sihong.submission.attachments.Lookalikes.Notice;
import cn.sihong.submission.organisations.Organisation;
import cn.sihong.submission.readings.Readings;
import cn.sihong.submission.readings.Readings.Opened;
import cn.sihong.submission.readings.Readings.Thing;

import jakarta.servlet.http.HttpServletRequest;

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
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

@RestController
@RequestMapping("/api/attachments")
class AttachmentController {

    private final AttachmentLifecycle lifecycle;
    private final ObjectStore store;
    private final Clamd clamd;
    private final Readings readings;

    AttachmentController(
            AttachmentLifecycle lifecycle, ObjectStore store, Clamd clamd, Readings readings) {
        this.lifecycle = lifecycle;
        this.store = store;
        this.clamd = clamd;
        this.readings = readings;
    }

    /** How far the scanner is with a file. */
    enum Scan {
        WAITING,
        CLEAN,
        /** There was no scanner to ask. */
        OFF,
        INFECTED;

        static Scan of(Kept attachment) {
            return switch (attachment) {
                case Quarantined _ -> WAITING;
                case Released released -> released.scannedAt() == null ? OFF : CLEAN;
                case Condemned _ -> INFECTED;
            };
        }
    }

    /**
     * What the school gets in return.
     *
     * @param sha256 of what is kept
     * @param sentSha256 of what was sent, to be compared with the file at home
     */
    record Receipt(
            UUID id,
            String name,
            Kind kind,
            String type,
            long size,
            String sha256,
            String sentSha256,
            Scan scan,
            Instant uploadedAt) {

        static Receipt of(Kept attachment) {
            var entry = attachment.entry();
            return new Receipt(
                    entry.id(),
                    entry.name(),
                    entry.format().kind(),
                    entry.format().type(),
                    entry.size(),
                    entry.sha256(),
                    entry.sentSha256(),
                    Scan.of(attachment),
                    entry.uploadedAt());
        }
    }

    /** A file and the hints that its school alone is given. */
    record About(Receipt file, List<Notice> lookalikes) {}

    /** What may be sent, and whether somebody looks at it first. */
    record Rules(List<KindRule> kinds, long quota, boolean scanner, String scannerText) {}

    record KindRule(Kind kind, String name, long most, List<String> types) {}

    @GetMapping("/rules")
    Rules rules() {
        var kinds =
                Arrays.stream(Kind.values())
                        .map(kind -> new KindRule(kind, kind.chinese(), kind.most(), types(kind)))
                        .toList();
        return new Rules(
                kinds,
                AttachmentLifecycle.QUOTA,
                clamd.isOn(),
                clamd.isOn() ? "上传的文件先经病毒检查，通过后才能打开。" : "病毒检查未启用：文件按类型和内容检查后直接保存，请在本机先行查杀。");
    }

    private static List<String> types(Kind kind) {
        return Arrays.stream(FileFormat.values())
                .filter(format -> format.kind() == kind)
                .map(FileFormat::type)
                .toList();
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
                        FileName.bare(name),
                        request.getInputStream(),
                        actor));
    }

    @GetMapping
    Page<Receipt> list(@RequestParam UUID school, PageRequest page, Actor actor) {
        var files = lifecycle.of(new Organisation.Id(school), page, actor);
        return Page.of(
                files.stream().map(Receipt::of).toList(), page, file -> file.id().toString());
    }

    @GetMapping("/{id}/about")
    About about(@PathVariable UUID id, Actor actor) {
        var attachment = lifecycle.find(id, actor);
        return new About(Receipt.of(attachment), lifecycle.notices(attachment, actor));
    }

    @GetMapping("/{id}")
    ResponseEntity<Resource> download(@PathVariable UUID id, Actor actor) {
        var entry = lifecycle.openable(id, actor);
        readings.note(
                new Opened(
                        Thing.ATTACHMENT,
                        id,
                        entry.name(),
                        entry.school().value(),
                        entry.unit().value()),
                actor);
        return answer(
                entry,
                entry.format().type(),
                entry.name(),
                new StoredBytes(store, entry.key(), entry.size()));
    }

    @GetMapping("/{id}/thumbnail")
    ResponseEntity<Resource> thumbnail(@PathVariable UUID id, Actor actor) {
        var entry = lifecycle.openable(id, actor);
        if (entry.format().kind() != Kind.PICTURE) throw new NoThumbnail();
        var bytes = store.read(entry.thumbnailKey());
        return answer(
                entry,
                FileFormat.JPEG.type(),
                "thumbnail.jpg",
                new org.springframework.core.io.ByteArrayResource(bytes));
    }

    private static ResponseEntity<Resource> answer(
            Entry entry, String type, String name, Resource bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .eTag('"' + entry.sha256() + '"')
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .body(bytes);
    }
}
