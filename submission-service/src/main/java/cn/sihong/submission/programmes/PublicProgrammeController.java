package cn.sihong.submission.programmes;

import cn.sihong.platform.paging.Page;
import cn.sihong.submission.programmes.Programme.Closed;
import cn.sihong.submission.programmes.Programme.Draft;
import cn.sihong.submission.programmes.Programme.Published;
import cn.sihong.submission.programmes.ProgrammeController.Basis;
import cn.sihong.submission.programmes.ProgrammeController.Days;
import cn.sihong.submission.programmes.ProgrammeController.Selecting;
import cn.sihong.submission.programmes.ProgrammeController.Shares;
import cn.sihong.submission.programmes.ProgrammeController.Words;
import cn.sihong.submission.programmes.ProgrammeVersions.Version;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What anybody may read of a programme, without signing in: what was issued, edition by edition,
 * and nothing of a draft. Who was given more time, and who allowed it, is not among it.
 */
@RestController
@RequestMapping("/api/public/programmes")
class PublicProgrammeController {

    private final Programmes programmes;
    private final ProgrammeVersions versions;

    PublicProgrammeController(Programmes programmes, ProgrammeVersions versions) {
        this.programmes = programmes;
        this.versions = versions;
    }

    enum State {
        PUBLISHED,
        CLOSED
    }

    /** One line of the list, with the windows, so that it can be said where the year stands. */
    record Headline(
            UUID id,
            State state,
            String title,
            int year,
            boolean demonstration,
            int edition,
            Words words,
            List<Days> windows) {}

    /**
     * The whole of it.
     *
     * @param ranked whether such a programme ranks at all
     */
    record Detail(
            UUID id,
            State state,
            String title,
            int year,
            boolean demonstration,
            Basis legalBasis,
            Words words,
            List<Days> windows,
            List<Places> categories,
            Shares weights,
            Selecting selection,
            boolean ranked,
            List<Edition> editions) {}

    /** How many of a category there may be. */
    record Places(Category category, String name, int minPerUnit, int maxPerUnit, int quota) {
        static Places of(CategoryRule rule) {
            return new Places(
                    rule.category(),
                    rule.name(),
                    rule.minPerUnit(),
                    rule.maxPerUnit(),
                    rule.quota());
        }
    }

    /**
     * The programme as it was issued, or corrected.
     *
     * @param reason why it was corrected; absent for the first
     * @param changes in what it differs from the edition before
     */
    record Edition(
            int edition, Instant issuedAt, @Nullable String reason, List<Difference> changes) {}

    /** The latest year first. */
    @GetMapping
    @Transactional(readOnly = true)
    public Page<Headline> list() {
        return new Page<>(
                programmes.all().stream()
                        .flatMap(programme -> Issued.of(programme).stream())
                        .map(PublicProgrammeController::headline)
                        .toList(),
                null);
    }

    @GetMapping("/{id}")
    @Transactional(readOnly = true)
    public Detail get(@PathVariable UUID id) {
        return programmes
                .find(new Programme.Id(id))
                .flatMap(Issued::of)
                .map(issued -> detail(issued, editions(versions.of(new Programme.Id(id)))))
                .orElseThrow(NoSuchProgramme::new);
    }

    /** A programme of which everybody may know. */
    private record Issued(UUID id, State state, int edition, Terms terms) {
        static Optional<Issued> of(Programme programme) {
            var id = programme.id().value();
            return switch (programme) {
                case Draft _ -> Optional.empty();
                case Published it ->
                        Optional.of(new Issued(id, State.PUBLISHED, it.edition(), it.terms()));
                case Closed it ->
                        Optional.of(new Issued(id, State.CLOSED, it.edition(), it.terms()));
            };
        }
    }

    private static Headline headline(Issued issued) {
        var terms = issued.terms();
        return new Headline(
                issued.id(),
                issued.state(),
                terms.title(),
                terms.year(),
                terms.demonstration(),
                issued.edition(),
                Words.of(terms.words()),
                terms.windows().stream().map(Days::of).toList());
    }

    private static Detail detail(Issued issued, List<Edition> editions) {
        var terms = issued.terms();
        return new Detail(
                issued.id(),
                issued.state(),
                terms.title(),
                terms.year(),
                terms.demonstration(),
                Basis.of(terms.legalBasis()),
                Words.of(terms.words()),
                terms.windows().stream().map(Days::of).toList(),
                terms.categories().stream().map(Places::of).toList(),
                Shares.of(terms.weights()),
                Selecting.of(terms.selection()),
                terms.legalBasis().mode().modules().contains(Module.RANKING),
                editions);
    }

    /** The latest first, as they are kept. */
    private static List<Edition> editions(List<Version> kept) {
        var issued = kept.stream().filter(version -> version.edition() != null).toList();
        var editions = new ArrayList<Edition>();
        for (int n = 0; n < issued.size(); n++) {
            var version = issued.get(n);
            editions.add(
                    new Edition(
                            Objects.requireNonNull(version.edition()),
                            version.savedAt(),
                            version.reason(),
                            n + 1 < issued.size()
                                    ? Difference.between(
                                            published(issued.get(n + 1).terms()),
                                            published(version.terms()))
                                    : List.of()));
        }
        return editions;
    }

    /** What schools are asked to fill in, and who allowed how much of it, is said to them. */
    private static Terms published(Terms terms) {
        return terms.withBurden(Burden.USUAL);
    }
}
