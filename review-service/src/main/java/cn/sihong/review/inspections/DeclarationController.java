package cn.sihong.review.inspections;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.text.Text;
import cn.sihong.review.inspections.Declarations.Declaration;
import cn.sihong.review.inspections.Declarations.Kind;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.UUID;

@RestController
@RequestMapping("/api/inspector-declarations")
class DeclarationController {

    private final Declarations declarations;

    DeclarationController(Declarations declarations) {
        this.declarations = declarations;
    }

    record NewDeclaration(
            @NotNull(message = "缺少编号，请刷新后重试。") UUID id,
            @NotNull(message = "请选择学校。") UUID schoolId,
            @NotNull(message = "请选择关系。") Kind kind,
            @Text(min = 2, max = 200) String note) {}

    record Waiver(@Text(min = 5, max = 300) String reason) {}

    @GetMapping
    List<Declaration> mine(Actor actor) {
        return declarations.of(actor);
    }

    @PostMapping
    List<Declaration> declare(@RequestBody @Valid NewDeclaration body, Actor actor) {
        declarations.declare(body.id(), body.schoolId(), body.kind(), body.note().strip(), actor);
        return declarations.of(actor);
    }

    @PostMapping("/{id}/waive")
    List<Declaration> waive(@PathVariable UUID id, @RequestBody @Valid Waiver body, Actor actor) {
        declarations.waive(id, body.reason().strip(), actor);
        return declarations.of(actor);
    }
}
