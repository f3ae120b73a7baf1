package cn.sihong.review.vetoes;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.text.Text;
import cn.sihong.review.register.Organisations;
import cn.sihong.review.vetoes.Veto.Decision;
import cn.sihong.review.vetoes.Veto.Reviewed;
import cn.sihong.review.vetoes.Veto.Word;
import cn.sihong.review.vetoes.VetoLifecycle.Charge;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

@RestController
@RequestMapping("/api/vetoes")
class VetoController {

    private static final String NO_VERSION = "缺少版本号，请刷新后重试。";

    private final VetoLifecycle lifecycle;
    private final Organisations organisations;

    VetoController(VetoLifecycle lifecycle, Organisations organisations) {
        this.lifecycle = lifecycle;
        this.organisations = organisations;
    }

    record NewVeto(
            @NotNull(message = "缺少编号，请刷新后重试。") UUID id,
            @NotNull(message = "请选择实施方案。") UUID programmeId,
            @NotNull(message = "请选择学校。") UUID schoolId,
            @Nullable UUID applicationId,
            @NotNull(message = "请选择一票否决情形。") String ground,
            @Text(min = 10, max = 1000) String fact,
            @Text(min = 5, max = 500) String evidence) {

        Charge charge() {
            return new Charge(
                    id,
                    programmeId,
                    schoolId,
                    applicationId,
                    ground,
                    fact.strip(),
                    evidence.strip());
        }
    }

    record Saying(
            @NotNull(message = NO_VERSION) Long version, @Text(min = 5, max = 1000) String text) {}

    /**
     * A decision, or the review of one.
     *
     * @param against the school or its application is ruled out
     */
    record Deciding(
            @NotNull(message = NO_VERSION) Long version,
            @NotNull(message = "请选择是否否决。") Boolean against,
            @Text(min = 5, max = 500) String reason,
            @Text(min = 4, max = 100) String minutes) {}

    /** What both sides may know; who proposed and who decided stands in the audit trail alone. */
    record View(
            UUID id,
            long version,
            UUID programmeId,
            UUID schoolId,
            @Nullable String schoolName,
            @Nullable UUID applicationId,
            String ground,
            String groundName,
            String basis,
            String fact,
            String evidence,
            LocalDate proposedOn,
            LocalDate hearUntil,
            State state,
            @Nullable Said statement,
            @Nullable Decided decision,
            @Nullable LocalDate appealUntil,
            @Nullable Said appeal,
            @Nullable Decided review) {

        enum State {
            PROPOSED,
            DISMISSED,
            IMPOSED,
            APPEALED,
            UPHELD,
            LIFTED
        }

        record Said(String text, LocalDate on) {
            static @Nullable Said of(@Nullable Word word) {
                return word == null ? null : new Said(word.text(), word.on());
            }
        }

        record Decided(String reason, String minutes, LocalDate on) {
            static @Nullable Decided of(@Nullable Decision decision) {
                return decision == null
                        ? null
                        : new Decided(decision.reason(), decision.minutes(), decision.on());
            }
        }
    }

    @GetMapping
    List<View> of(@RequestParam UUID programme) {
        return views(lifecycle.of(programme));
    }

    @GetMapping("/{id}")
    View read(@PathVariable UUID id) {
        return view(lifecycle.read(id));
    }

    @PostMapping
    View propose(@RequestBody @Valid NewVeto body, Actor actor) {
        return view(lifecycle.propose(body.charge(), actor));
    }

    @PostMapping("/{id}/statement")
    View state(@PathVariable UUID id, @RequestBody @Valid Saying body, Actor actor) {
        return view(lifecycle.state(id, body.version(), body.text().strip(), actor));
    }

    @PostMapping("/{id}/decide")
    View decide(@PathVariable UUID id, @RequestBody @Valid Deciding body, Actor actor) {
        return view(
                lifecycle.decide(
                        id,
                        body.version(),
                        body.against(),
                        body.reason().strip(),
                        body.minutes().strip(),
                        actor));
    }

    @PostMapping("/{id}/appeal")
    View appeal(@PathVariable UUID id, @RequestBody @Valid Saying body, Actor actor) {
        return view(lifecycle.appeal(id, body.version(), body.text().strip(), actor));
    }

    private View view(Veto veto) {
        return views(List.of(veto)).getFirst();
    }

    private List<View> views(List<Veto> vetoes) {
        var names = organisations.names(vetoes.stream().map(it -> it.entry().schoolId()).toList());
        return vetoes.stream().map(veto -> view(veto, names.get(veto.entry().schoolId()))).toList();
    }

    private static View view(Veto veto, @Nullable String schoolName) {
        var entry = veto.entry();
        return new View(
                entry.id(),
                entry.version(),
                entry.programmeId(),
                entry.schoolId(),
                schoolName,
                entry.applicationId(),
                entry.ground().code(),
                entry.ground().name(),
                entry.ground().basis(),
                entry.fact(),
                entry.evidence(),
                entry.proposedOn(),
                entry.hearUntil(),
                View.State.valueOf(veto.state()),
                View.Said.of(veto.statement()),
                View.Decided.of(Vetoes.decision(veto)),
                Vetoes.appealUntil(veto),
                View.Said.of(Vetoes.appeal(veto)),
                View.Decided.of(veto instanceof Reviewed it ? it.review() : null));
    }
}
