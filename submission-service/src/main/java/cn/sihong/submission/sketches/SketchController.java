package cn.sihong.submission.sketches;

import cn.sihong.platform.keycloak.Actor;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/sketches")
class SketchController {

    private static final String PAGE = "/(forms|rubrics)/[A-Z_]{1,40}/\\d{1,6}";
    private static final String STRANGE = "无法识别是哪一份设计，请刷新页面后重试。";

    private final Sketches sketches;

    SketchController(Sketches sketches) {
        this.sketches = sketches;
    }

    @GetMapping
    Sketch mine(@RequestParam String page, Actor actor) {
        return sketches.of(actor, page);
    }

    @PutMapping
    Sketch keep(@RequestBody @Valid Kept kept, Actor actor) {
        return sketches.keep(actor, kept.page(), kept.content(), kept.version());
    }

    @PostMapping("/remove")
    void remove(@RequestBody @Valid Removed removed, Actor actor) {
        sketches.remove(actor, removed.page());
    }

    record Kept(
            @NotNull(message = STRANGE) @Pattern(regexp = PAGE, message = STRANGE) String page,
            @NotNull(message = "请带上设计内容。")
                    @Size(max = 200_000, message = "设计内容过长，请精简后再保存。")
                    @Pattern(
                            regexp = "[^\\x00]*",
                            flags = Pattern.Flag.DOTALL,
                            message = "设计内容中有无法保存的字符。")
                    String content,
            @NotNull(message = "请带上版本号。") Long version) {}

    record Removed(
            @NotNull(message = STRANGE) @Pattern(regexp = PAGE, message = STRANGE) String page) {}
}
