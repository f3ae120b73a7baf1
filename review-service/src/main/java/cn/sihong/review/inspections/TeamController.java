package cn.sihong.review.inspections;

import static cn.sihong.platform.keycloak.Role.PARTY_OFFICE;

import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.audit.Audit.Deed;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.problem.AlreadyDone;
import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.text.Text;
import cn.sihong.review.inspections.Stakes.Stake;
import cn.sihong.review.register.Organisations;
import cn.sihong.review.register.Programmes;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Set;
import java.util.UUID;

@RestController
@RequestMapping("/api/inspection-teams")
class TeamController {

    private final Teams teams;
    private final Stakes stakes;
    private final Programmes programmes;
    private final Organisations organisations;
    private final Audit audit;

    TeamController(
            Teams teams,
            Stakes stakes,
            Programmes programmes,
            Organisations organisations,
            Audit audit) {
        this.teams = teams;
        this.stakes = stakes;
        this.programmes = programmes;
        this.organisations = organisations;
        this.audit = audit;
    }

    record NewTeam(
            @NotNull(message = "缺少编号，请刷新后重试。") UUID id,
            @NotNull(message = "请选择实施方案。") UUID programmeId,
            @Text(min = 2, max = 30) String name,
            @NotNull(message = "请指定组长。") UUID lead,
            @NotEmpty(message = "请至少指定一名验收组成员。") @Size(max = 20, message = "验收组最多 20 人。")
                    Set<@NotNull(message = "验收组成员编号缺失。") UUID> members) {

        Team team() {
            if (!members.contains(lead)) throw new InvalidInput("lead", "组长须是验收组成员。");
            return new Team(id, programmeId, name.strip(), lead, members);
        }
    }

    /**
     * A team, and the schools that some of it must not inspect.
     *
     * @param stakes who is tied to which school, and by what
     */
    record View(Team team, List<Stake> stakes) {}

    @GetMapping
    @Transactional(readOnly = true)
    public List<View> of(@RequestParam UUID programme) {
        var schools = organisations.schools();
        return teams.of(programme).stream()
                .map(team -> new View(team, stakes.between(team.members(), schools)))
                .toList();
    }

    /** The same call again finds what it made. */
    @PostMapping
    @Transactional
    public View make(@RequestBody @Valid NewTeam body, Actor actor) {
        var team = body.team();
        programmes.get(team.programmeId()).requireNotClosed();
        if (teams.add(team))
            audit.record(
                    actor,
                    PARTY_OFFICE,
                    Deed.of(
                            "inspection-team.make",
                            "inspection-team",
                            team.id(),
                            team.programmeId()));
        else if (!teams.of(team.programmeId()).contains(team)) throw new AlreadyDone("建立这个名称的验收组");
        return new View(team, stakes.between(team.members(), organisations.schools()));
    }
}
