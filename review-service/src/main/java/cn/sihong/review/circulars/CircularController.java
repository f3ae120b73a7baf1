package cn.sihong.review.circulars;

import static cn.sihong.platform.keycloak.Role.INFO_OFFICER;
import static cn.sihong.platform.keycloak.Role.SCHOOL_SECRETARY;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.text.Text;
import cn.sihong.review.circulars.Circular.Content;
import cn.sihong.review.circulars.Circular.Draft;
import cn.sihong.review.circulars.Circular.Issued;
import cn.sihong.review.circulars.Circulars.Own;
import cn.sihong.review.register.Seats;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

@RestController
@RequestMapping("/api/circulars")
class CircularController {

    /** A draft may be too long for a while; nobody writes four times as much by mistake. */
    private static final int LONGEST_PART = 20_000;

    private static final String NO_VERSION = "缺少版本号，请刷新后重试。";

    private final CircularLifecycle lifecycle;
    private final Circulars circulars;
    private final Seats seats;

    CircularController(CircularLifecycle lifecycle, Circulars circulars, Seats seats) {
        this.lifecycle = lifecycle;
        this.circulars = circulars;
        this.seats = seats;
    }

    record NewCircular(
            @NotNull(message = "缺少编号，请刷新后重试。") UUID id,
            @NotNull(message = "请选择实施方案。") UUID programmeId,
            @Text(min = 4, max = 100) String title) {}

    record Revision(
            @NotNull(message = NO_VERSION) Long version,
            @Text(min = 4, max = 100) String title,
            @Text(max = LONGEST_PART) String overview,
            @Text(max = LONGEST_PART) String practices,
            @Text(max = LONGEST_PART) String problems,
            @Text(max = LONGEST_PART) String requirements,
            @Nullable LocalDate replyBy) {

        Content content() {
            return new Content(
                    title.strip(),
                    stripped(overview),
                    stripped(practices),
                    stripped(problems),
                    stripped(requirements),
                    replyBy);
        }

        private static String stripped(@Nullable String typed) {
            return typed == null ? "" : typed.strip();
        }
    }

    record Seen(@NotNull(message = NO_VERSION) Long version) {}

    /**
     * A circular as its reader sees it.
     *
     * @param length characters it has, of {@code most} that it may have
     * @param own what stands on the list of the reader's own school, and of no other
     */
    record View(
            UUID id,
            UUID programmeId,
            State state,
            long version,
            Content content,
            int length,
            int most,
            @Nullable Instant issuedAt,
            List<Own> own) {

        enum State {
            DRAFT,
            ISSUED
        }

        static View of(Circular circular, List<Own> own) {
            var head = circular.head();
            return new View(
                    head.id(),
                    head.programmeId(),
                    switch (circular) {
                        case Draft _ -> State.DRAFT;
                        case Issued _ -> State.ISSUED;
                    },
                    head.version(),
                    circular.content(),
                    circular.content().length(),
                    Circular.MOST,
                    circular instanceof Issued issued ? issued.at() : null,
                    own);
        }
    }

    @GetMapping
    List<View> of(@RequestParam UUID programme, Actor actor) {
        return lifecycle.of(programme, actor).stream()
                .map(circular -> View.of(circular, List.of()))
                .toList();
    }

    @GetMapping("/{id}")
    @Transactional(readOnly = true)
    public View read(@PathVariable UUID id, Actor actor) {
        var circular = lifecycle.read(id, actor);
        return View.of(circular, circulars.own(circular.head().programmeId(), schoolsOf(actor)));
    }

    @PostMapping
    View draft(@RequestBody @Valid NewCircular body, Actor actor) {
        return View.of(
                lifecycle.draft(body.id(), body.programmeId(), body.title().strip(), actor),
                List.of());
    }

    @PutMapping("/{id}")
    View revise(@PathVariable UUID id, @RequestBody @Valid Revision body, Actor actor) {
        return View.of(lifecycle.revise(id, body.version(), body.content(), actor), List.of());
    }

    @PostMapping("/{id}/issue")
    View issue(@PathVariable UUID id, @RequestBody @Valid Seen body, Actor actor) {
        return View.of(lifecycle.issue(id, body.version(), actor), List.of());
    }

    private UUID[] schoolsOf(Actor actor) {
        return Stream.of(SCHOOL_SECRETARY, INFO_OFFICER)
                .filter(actor::is)
                .flatMap(role -> seats.organisationsOf(actor.subject(), role).stream())
                .distinct()
                .toArray(UUID[]::new);
    }
}
