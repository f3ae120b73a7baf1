package cn.sihong.submission.suggestions;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.paging.Page;
import cn.sihong.platform.paging.PageRequest;
import cn.sihong.platform.text.Text;
import cn.sihong.submission.suggestions.Suggestion.Answered;
import cn.sihong.submission.suggestions.Suggestion.Open;

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

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

@RestController
@RequestMapping("/api/suggestions")
class SuggestionController {

    private final Suggestions suggestions;
    private final SuggestionLifecycle lifecycle;

    SuggestionController(Suggestions suggestions, SuggestionLifecycle lifecycle) {
        this.suggestions = suggestions;
        this.lifecycle = lifecycle;
    }

    @PostMapping
    Shown put(@RequestBody @Valid Said said, Actor actor) {
        return Shown.of(
                lifecycle.put(
                        actor,
                        new Suggestion.Id(said.id()),
                        said.page(),
                        said.text(),
                        said.anonymous()));
    }

    @GetMapping
    Page<Shown> all(@RequestParam(defaultValue = "false") boolean open, PageRequest page) {
        return shown(suggestions.list(null, open, page), page);
    }

    @GetMapping("/mine")
    Page<Shown> mine(PageRequest page, Actor actor) {
        return shown(suggestions.list(actor.subject(), false, page), page);
    }

    @PostMapping("/{id}/answer")
    Shown answer(@PathVariable UUID id, @RequestBody @Valid Reply reply, Actor actor) {
        return Shown.of(
                lifecycle.answer(actor, new Suggestion.Id(id), reply.version(), reply.text()));
    }

    private static Page<Shown> shown(List<Suggestion> rows, PageRequest page) {
        return Page.of(rows.stream().map(Shown::of).toList(), page, shown -> shown.id().toString());
    }

    record Said(
            @NotNull(message = "请带上编号。") UUID id,
            @Text(min = 1, max = 200) String page,
            @Text(min = 1, max = 1000) String text,
            boolean anonymous) {}

    record Reply(
            @NotNull(message = "请带上版本号。") Long version, @Text(min = 1, max = 1000) String text) {}

    /** Without its author's id: who is not named is not to be found out. */
    record Shown(
            UUID id,
            State state,
            String page,
            String text,
            @Nullable String name,
            Instant madeAt,
            LocalDate answerBy,
            @Nullable String answer,
            @Nullable Instant answeredAt,
            long version) {

        enum State {
            OPEN,
            ANSWERED
        }

        static Shown of(Suggestion suggestion) {
            return switch (suggestion) {
                case Open(var said) -> of(said, State.OPEN, null, null);
                case Answered(var said, var answer, _, var at) ->
                        of(said, State.ANSWERED, answer, at);
            };
        }

        private static Shown of(
                Suggestion.Said said,
                State state,
                @Nullable String answer,
                @Nullable Instant answeredAt) {
            return new Shown(
                    said.id().value(),
                    state,
                    said.page(),
                    said.text(),
                    said.name(),
                    said.at(),
                    said.answerBy(),
                    answer,
                    answeredAt,
                    said.version());
        }
    }
}
