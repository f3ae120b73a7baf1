package cn.sihong.review.conflicts;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.text.Text;
import cn.sihong.review.draw.DrawList.Conflict;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.UUID;

@RestController
@RequestMapping("/api/conflicts")
class ConflictController {

    private final ConflictLifecycle lifecycle;

    ConflictController(ConflictLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    record NewDeclaration(
            @NotNull(message = "缺少编号，请刷新后重试。") UUID id,
            @NotNull(message = "请选择实施方案。") UUID programmeId,
            @NotNull(message = "请选择本校。") UUID schoolId,
            @NotNull(message = "请选择需要回避的学校。") UUID otherSchoolId,
            @NotNull(message = "请选择回避情形。") Kind kind,
            @Text(max = 300) @Nullable String note) {

        Declaration declaration() {
            if (schoolId.equals(otherSchoolId))
                throw new InvalidInput("otherSchoolId", "本校不评议本校，无需申报。");
            if (kind == Kind.WORK_HISTORY) throw new InvalidInput("kind", "该情形由系统识别，请选择其他情形申报。");
            return new Declaration(
                    id,
                    programmeId,
                    schoolId,
                    otherSchoolId,
                    kind,
                    note == null ? "" : note.strip());
        }
    }

    record NewWaiver(
            @NotNull(message = "缺少编号，请刷新后重试。") UUID id,
            @NotNull(message = "请选择实施方案。") UUID programmeId,
            @NotNull(message = "请选择两所学校。") @Size(min = 2, max = 2, message = "请选择两所学校。")
                    List<UUID> schools,
            @Text(min = 4, max = 500) String reason) {

        Waiver waiver() {
            return new Waiver(
                    id,
                    programmeId,
                    new Conflict(schools.getFirst(), schools.getLast()),
                    reason.strip());
        }
    }

    @GetMapping
    List<Conflicts.Ground> list(@RequestParam UUID programme, Actor actor) {
        return lifecycle.list(programme, actor);
    }

    @PostMapping
    List<Conflicts.Ground> declare(@RequestBody @Valid NewDeclaration body, Actor actor) {
        lifecycle.declare(body.declaration(), actor);
        return lifecycle.list(body.programmeId(), actor);
    }

    @PostMapping("/waivers")
    List<Conflicts.Ground> waive(@RequestBody @Valid NewWaiver body, Actor actor) {
        lifecycle.waive(body.waiver(), actor);
        return lifecycle.list(body.programmeId(), actor);
    }
}
