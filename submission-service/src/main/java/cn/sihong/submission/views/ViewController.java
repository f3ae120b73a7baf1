package cn.sihong.submission.views;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.text.Text;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.UUID;

@RestController
@RequestMapping("/api/views")
class ViewController {

    private final Views views;

    ViewController(Views views) {
        this.views = views;
    }

    @GetMapping
    List<View> mine(@RequestParam String page, Actor actor) {
        return views.of(actor, page);
    }

    @PutMapping("/{id}")
    View keep(@PathVariable UUID id, @RequestBody @Valid Kept kept, Actor actor) {
        return views.keep(actor, new View(id, kept.page(), kept.name().strip(), kept.query()));
    }

    @PostMapping("/{id}/remove")
    void remove(@PathVariable UUID id, Actor actor) {
        views.remove(actor, id);
    }

    record Kept(
            @NotNull(message = "请说明是哪一页的视图。")
                    @Pattern(regexp = "/[a-z-]{1,40}", message = "无法识别是哪一页的视图，请刷新页面后重试。")
                    String page,
            @Text(min = 1, max = 20) @Pattern(regexp = ".*", message = "请把名称写在一行内。") String name,
            @NotNull(message = "请带上筛选条件。")
                    @Text(max = 500)
                    @Pattern(regexp = "[\\w%&=.~+*!'(),:;@/?-]*", message = "无法识别筛选条件，请重新选择后再保存。")
                    String query) {}
}
