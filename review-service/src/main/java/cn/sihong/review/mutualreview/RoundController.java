package cn.sihong.review.mutualreview;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.text.Text;
import cn.sihong.review.mutualreview.Round.Plan;
import cn.sihong.review.mutualreview.Round.Witnesses;
import cn.sihong.review.mutualreview.RoundViews.DrawSheet;
import cn.sihong.review.mutualreview.RoundViews.RoundView;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.UUID;

@RestController
@RequestMapping("/api/mutual-reviews")
class RoundController {

    private static final String NO_VERSION = "缺少版本号，请刷新后重试。";

    private final RoundLifecycle lifecycle;
    private final RoundViews views;

    RoundController(RoundLifecycle lifecycle, RoundViews views) {
        this.lifecycle = lifecycle;
        this.views = views;
    }

    record NewRound(
            @NotNull(message = "缺少编号，请刷新后重试。") UUID id,
            @NotNull(message = "请选择实施方案。") UUID programmeId,
            @NotNull(message = "请填写每校评议校数。")
                    @Min(value = 5, message = "每校至少由 5 所学校评议。")
                    @Max(value = 20, message = "每校最多由 20 所学校评议。")
                    Integer k) {}

    record Commitment(
            @NotNull(message = NO_VERSION) Long version,
            @Text(min = 2, max = 200) String seedSource) {}

    record DrawOrder(
            @NotNull(message = NO_VERSION) Long version,
            @Text(min = 1, max = 200) String seed,
            @NotNull(message = "请填写两名见证人。") @Size(min = 2, max = 2, message = "请填写两名见证人。")
                    List<@Text(min = 2, max = 30) String> witnesses) {

        Witnesses witnessed() {
            var one = witnesses.getFirst().strip();
            var two = witnesses.getLast().strip();
            if (one.equals(two)) throw new InvalidInput("witnesses", "两名见证人不能是同一个人。");
            return new Witnesses(one, two);
        }
    }

    record Seen(@NotNull(message = NO_VERSION) Long version) {}

    @GetMapping
    List<RoundView> list(@RequestParam UUID programme) {
        return views.ofProgramme(programme);
    }

    @PostMapping
    RoundView prepare(@RequestBody @Valid NewRound body, Actor actor) {
        return views.of(
                lifecycle.prepare(new Plan(body.id(), body.programmeId(), body.k()), actor));
    }

    @PostMapping("/{id}/commit")
    RoundView commit(@PathVariable UUID id, @RequestBody @Valid Commitment body, Actor actor) {
        return views.of(lifecycle.commit(id, body.version(), body.seedSource(), actor));
    }

    @PostMapping("/{id}/draw")
    RoundView draw(@PathVariable UUID id, @RequestBody @Valid DrawOrder body, Actor actor) {
        return views.of(lifecycle.draw(id, body.version(), body.seed(), body.witnessed(), actor));
    }

    @PostMapping("/{id}/release")
    RoundView release(@PathVariable UUID id, @RequestBody @Valid Seen body, Actor actor) {
        return views.of(lifecycle.release(id, body.version(), actor));
    }

    @PostMapping("/{id}/close")
    RoundView close(@PathVariable UUID id, @RequestBody @Valid Seen body, Actor actor) {
        return views.of(lifecycle.close(id, body.version(), actor));
    }

    /** All that somebody needs who wants to make the draw again. */
    @GetMapping("/{id}/draw-sheet")
    DrawSheet drawSheet(@PathVariable UUID id) {
        return views.drawSheet(id);
    }
}
