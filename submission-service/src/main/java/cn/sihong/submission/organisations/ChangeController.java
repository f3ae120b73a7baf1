package cn.sihong.submission.organisations;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.text.Text;

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
@RequestMapping("/api/organisations/{id}")
class ChangeController {

    private final OrganisationLifecycle lifecycle;
    private final OrganisationChanges changes;
    private final Staffing staffing;
    private final FirstPasswords firstPasswords;

    ChangeController(
            OrganisationLifecycle lifecycle,
            OrganisationChanges changes,
            Staffing staffing,
            FirstPasswords firstPasswords) {
        this.lifecycle = lifecycle;
        this.changes = changes;
        this.staffing = staffing;
        this.firstPasswords = firstPasswords;
    }

    @PostMapping("/rename")
    OrganisationController.Shown rename(
            @PathVariable UUID id, @RequestBody @Valid Renaming said, Actor actor) {
        return OrganisationController.Shown.of(
                lifecycle.rename(
                        actor,
                        keeper(actor),
                        new Organisation.Id(id),
                        said.version(),
                        said.name(),
                        said.reason()));
    }

    @PostMapping("/move")
    OrganisationController.Shown move(
            @PathVariable UUID id, @RequestBody @Valid Moving said, Actor actor) {
        return OrganisationController.Shown.of(
                lifecycle.move(
                        actor,
                        keeper(actor),
                        new Organisation.Id(id),
                        said.version(),
                        new Organisation.Id(said.unitId()),
                        said.reason()));
    }

    @PostMapping("/merge")
    OrganisationController.Shown merge(
            @PathVariable UUID id, @RequestBody @Valid Merging said, Actor actor) {
        return OrganisationController.Shown.of(
                lifecycle.merge(
                        actor,
                        keeper(actor),
                        new Organisation.Id(id),
                        said.version(),
                        new Organisation.Id(said.into()),
                        said.reason()));
    }

    @GetMapping("/history")
    List<OrganisationChanges.Change> history(@PathVariable UUID id) {
        return changes.of(new Organisation.Id(id));
    }

    @GetMapping("/people")
    List<Sitting> people(@PathVariable UUID id, Actor actor) {
        return staffing.at(actor, new Organisation.Id(id)).stream().map(Sitting::of).toList();
    }

    @PostMapping("/info-officer")
    List<Sitting> handOver(@PathVariable UUID id, @RequestBody @Valid HandOver said, Actor actor) {
        return staffing
                .handOver(actor, new Organisation.Id(id), said.username(), said.name(), said.note())
                .stream()
                .map(Sitting::of)
                .toList();
    }

    @PostMapping("/first-passwords")
    List<FirstPasswords.Slip> firstPasswords(@PathVariable UUID id, Actor actor)
            throws InterruptedException {
        return firstPasswords.give(actor, keeper(actor), new Organisation.Id(id));
    }

    static Role keeper(Actor actor) {
        return actor.is(Role.PARTY_OFFICE) ? Role.PARTY_OFFICE : Role.SYS_ADMIN;
    }

    record Renaming(
            @NotNull(message = "请带上版本号。") Long version,
            @Text(min = 1, max = 60) String name,
            @Text(min = 1, max = 300) String reason) {}

    record Moving(
            @NotNull(message = "请带上版本号。") Long version,
            @NotNull(message = "请选择新的上级单位。") UUID unitId,
            @Text(min = 1, max = 300) String reason) {}

    record Merging(
            @NotNull(message = "请带上版本号。") Long version,
            @NotNull(message = "请选择并入的学校。") UUID into,
            @Text(min = 1, max = 300) String reason) {}

    record HandOver(
            @Text(min = 3, max = 64) String username,
            @Text(min = 1, max = 40) String name,
            @Text(min = 1, max = 300) String note) {}

    record Sitting(String username, String name, String role, String account) {
        static Sitting of(People.Sitting sitting) {
            return new Sitting(
                    sitting.username(),
                    sitting.name(),
                    sitting.role().wireName(),
                    sitting.account());
        }
    }
}
