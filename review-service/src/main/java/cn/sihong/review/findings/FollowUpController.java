package cn.sihong.review.findings;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.text.Text;
import cn.sihong.review.findings.FollowUp.Announced;
import cn.sihong.review.findings.FollowUp.Drawn;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

@RestController
@RequestMapping("/api/follow-ups")
class FollowUpController {

    private final FollowUps followUps;

    FollowUpController(FollowUps followUps) {
        this.followUps = followUps;
    }

    record NewFollowUp(
            @NotNull(message = "缺少编号，请刷新后重试。") UUID id,
            @NotNull(message = "请选择实施方案。") UUID programmeId,
            @NotNull(message = "请填写抽查数量。")
                    @Min(value = 1, message = "抽查数量至少为 1。")
                    @Max(value = 1000, message = "一次最多抽查 1000 个。")
                    Integer size,
            @Text(min = 4, max = 100) String seedSource) {}

    record Seed(
            @NotNull(message = "缺少版本号，请刷新后重试。") Long version,
            @Text(min = 2, max = 100) String seed) {}

    record View(
            UUID id,
            UUID programmeId,
            State state,
            long version,
            List<UUID> list,
            int size,
            String seedSource,
            Instant announcedAt,
            @Nullable String seed,
            @Nullable List<UUID> sample) {

        enum State {
            ANNOUNCED,
            DRAWN
        }

        static View of(FollowUp followUp) {
            var plan = followUp.plan();
            var drawn = followUp instanceof Drawn it ? it : null;
            return new View(
                    plan.id(),
                    plan.programmeId(),
                    switch (followUp) {
                        case Announced _ -> State.ANNOUNCED;
                        case Drawn _ -> State.DRAWN;
                    },
                    followUp.version(),
                    plan.list(),
                    plan.size(),
                    plan.seedSource(),
                    plan.announcedAt(),
                    drawn == null ? null : drawn.seed(),
                    drawn == null ? null : drawn.sample());
        }
    }

    @GetMapping
    List<View> of(@RequestParam UUID programme) {
        return followUps.of(programme).stream().map(View::of).toList();
    }

    @GetMapping("/{id}")
    View read(@PathVariable UUID id) {
        return View.of(followUps.read(id));
    }

    @PostMapping
    View announce(@RequestBody @Valid NewFollowUp body, Actor actor) {
        return View.of(
                followUps.announce(
                        body.id(),
                        body.programmeId(),
                        body.size(),
                        body.seedSource().strip(),
                        actor));
    }

    @PostMapping("/{id}/draw")
    View draw(@PathVariable UUID id, @RequestBody @Valid Seed body, Actor actor) {
        return View.of(followUps.draw(id, body.version(), body.seed().strip(), actor));
    }
}
