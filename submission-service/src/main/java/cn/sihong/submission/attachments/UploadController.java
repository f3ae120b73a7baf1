package cn.sihong.submission.attachments;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.submission.attachments.AttachmentController.Receipt;
import cn.sihong.submission.organisations.Organisation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

@RestController
@RequestMapping("/api/attachments/uploads")
class UploadController {

    private final UploadLifecycle lifecycle;

    UploadController(UploadLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    record NewUpload(
            @NotNull(message = "缺少上传编号。") UUID id,
            @NotNull(message = "请选择学校。") UUID schoolId,
            @NotNull(message = "缺少文件名。") String name,
            @Positive(message = "文件是空的。") long size) {}

    /**
     * @param sha256 of the file at the sender's, if it was reckoned there
     */
    record Finish(
            @Pattern(regexp = "[0-9a-f]{64}", message = "校验值应为 64 位十六进制。")
                    @Nullable String sha256) {}

    /**
     * How far it is.
     *
     * @param received bytes; the next piece begins there
     * @param sha256 of all that came so far: the running receipt
     */
    record Progress(UUID id, long size, long received, String sha256) {
        static Progress of(Upload upload) {
            return new Progress(upload.id(), upload.size(), upload.received(), upload.sha256());
        }
    }

    @PostMapping
    Progress begin(@RequestBody @Valid NewUpload form, Actor actor) {
        return Progress.of(
                lifecycle.begin(
                        form.id(),
                        new Organisation.Id(form.schoolId()),
                        FileName.bare(form.name()),
                        form.size(),
                        actor));
    }

    @GetMapping("/{id}")
    Progress progress(@PathVariable UUID id, Actor actor) {
        return Progress.of(lifecycle.find(id, actor));
    }

    /** The body is the next piece, as long as the line holds. */
    @PutMapping("/{id}")
    Progress append(
            @PathVariable UUID id, @RequestParam long from, HttpServletRequest request, Actor actor)
            throws IOException {
        return Progress.of(lifecycle.append(id, from, request.getInputStream(), actor));
    }

    @PostMapping("/{id}/finish")
    Receipt finish(@PathVariable UUID id, @RequestBody @Valid Finish form, Actor actor)
            throws IOException {
        return Receipt.of(lifecycle.finish(id, Optional.ofNullable(form.sha256()), actor));
    }
}
