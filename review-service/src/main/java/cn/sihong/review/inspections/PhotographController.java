package cn.sihong.review.inspections;

import cn.sihong.platform.keycloak.Actor;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;

@RestController
@RequestMapping("/api/inspections/{id}/photos/{photo}")
class PhotographController {

    private final Photographs photographs;

    PhotographController(Photographs photographs) {
        this.photographs = photographs;
    }

    /** The body is the JPEG itself. */
    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void bring(
            @PathVariable UUID id,
            @PathVariable UUID photo,
            HttpServletRequest request,
            Actor actor)
            throws IOException {
        var sent = request.getInputStream().readNBytes(Photograph.MOST + 1);
        photographs.bring(id, photo, sent, actor);
    }

    @GetMapping
    ResponseEntity<byte[]> read(@PathVariable UUID id, @PathVariable UUID photo, Actor actor) {
        return photographs
                .find(id, photo, actor)
                .map(jpeg ->
                        ResponseEntity.ok()
                                .contentType(MediaType.IMAGE_JPEG)
                                // it never changes; and what one may see another may not
                                .cacheControl(
                                        CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                                .body(jpeg))
                .orElseThrow(NoSuchPhotograph::new);
    }
}
