package cn.sihong.submission.programmes;

import cn.sihong.platform.calendar.CalendarDays;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.paging.Page;
import cn.sihong.platform.problem.Refusal.FieldError;
import cn.sihong.platform.text.Text;
import cn.sihong.submission.organisations.Organisation;
import cn.sihong.submission.organisations.Organisations;
import cn.sihong.submission.programmes.LegalBasis.Mode;
import cn.sihong.submission.programmes.Programme.Closed;
import cn.sihong.submission.programmes.Programme.Draft;
import cn.sihong.submission.programmes.Programme.Published;
import cn.sihong.submission.programmes.ProgrammeVersions.Version;
import cn.sihong.submission.programmes.SelectionRules.Tie;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

@RestController
@RequestMapping("/api/programmes")
class ProgrammeController {

    private final Programmes programmes;
    private final ProgrammeLifecycle lifecycle;
    private final ProgrammeVersions versions;
    private final Organisations organisations;
    private final FormEditions forms;
    private final CalendarDays calendar;
    private final Clock clock;

    ProgrammeController(
            Programmes programmes,
            ProgrammeLifecycle lifecycle,
            ProgrammeVersions versions,
            Organisations organisations,
            FormEditions forms,
            CalendarDays calendar,
            Clock clock) {
        this.programmes = programmes;
        this.lifecycle = lifecycle;
        this.versions = versions;
        this.organisations = organisations;
        this.forms = forms;
        this.calendar = calendar;
        this.clock = clock;
    }

    @GetMapping
    Page<Shown> list(Actor actor) {
        var visible =
                programmes.all().stream()
                        .filter(programme -> maySee(actor, programme))
                        .map(Shown::of)
                        .toList();
        return new Page<>(visible, null);
    }

    @GetMapping("/{id}")
    Shown show(@PathVariable UUID id, Actor actor) {
        var programme = programmes.get(new Programme.Id(id));
        if (!maySee(actor, programme)) throw new NoSuchProgramme();
        return Shown.of(programme);
    }

    @GetMapping("/presets/seed")
    Preset seed(@RequestParam @Min(2000) @Max(2100) int year) {
        return Preset.of(Seed.of(year, calendar.workingDays()));
    }

    /** A programme that was, as the draft of one to come. */
    @GetMapping("/{id}/clone")
    Preset copy(@PathVariable UUID id, @RequestParam @Min(2000) @Max(2100) int year) {
        return Preset.of(
                Shift.of(
                        programmes.get(new Programme.Id(id)).terms(),
                        year,
                        calendar.workingDays()));
    }

    /** Hints before and after publication; none of them is in the way. */
    @GetMapping("/{id}/advice")
    List<Advice> advice(@PathVariable UUID id) {
        return Advice.of(
                programmes.get(new Programme.Id(id)).terms(),
                organisations.countSchools(),
                calendar.workingDays(),
                LocalDate.now(clock));
    }

    /**
     * The minutes a school spends on this programme's sheets, beside the most it may be asked for.
     */
    @GetMapping("/{id}/burden")
    Asked burden(@PathVariable UUID id, Actor actor) {
        var programme = programmes.get(new Programme.Id(id));
        if (!maySee(actor, programme)) throw new NoSuchProgramme();
        var terms = programme.terms();
        return Asked.of(terms.burden(), Estimate.of(terms, forms));
    }

    /** What others may know begins with the first edition. */
    @GetMapping("/{id}/versions")
    List<VersionShown> versions(@PathVariable UUID id, Actor actor) {
        return visibleVersions(id, actor).stream().map(VersionShown::of).toList();
    }

    @GetMapping("/{id}/differences")
    List<Difference> differences(
            @PathVariable UUID id, @RequestParam long from, @RequestParam long to, Actor actor) {
        var visible = visibleVersions(id, actor);
        return Difference.between(terms(visible, from), terms(visible, to));
    }

    private List<Version> visibleVersions(UUID id, Actor actor) {
        var programme = programmes.get(new Programme.Id(id));
        if (!maySee(actor, programme)) throw new NoSuchProgramme();
        return versions.of(programme.id()).stream()
                .filter(version -> actor.is(Role.PARTY_OFFICE) || version.edition() != null)
                .toList();
    }

    private static Terms terms(List<Version> visible, long number) {
        return visible.stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .orElseThrow(NoSuchProgramme::new)
                .terms();
    }

    /** What would keep it from being issued as it is written now; nothing is kept. */
    @PostMapping("/faults")
    List<FieldError> faults(@RequestBody @Valid Begin writing) {
        return Completeness.faults(writing.terms(), calendar.workingDays(), forms);
    }

    @PostMapping
    Shown draft(@RequestBody @Valid Begin begin, Actor actor) {
        return Shown.of(lifecycle.draft(actor, new Programme.Id(begin.id()), begin.terms()));
    }

    @PutMapping("/{id}")
    Shown edit(@PathVariable UUID id, @RequestBody @Valid Edit edit, Actor actor) {
        return Shown.of(lifecycle.edit(actor, new Programme.Id(id), edit.version(), edit.terms()));
    }

    @PostMapping("/{id}/publish")
    Shown publish(@PathVariable UUID id, @RequestBody @Valid Move move, Actor actor) {
        return Shown.of(lifecycle.publish(actor, new Programme.Id(id), move.version()));
    }

    @PostMapping("/{id}/correct")
    Shown correct(@PathVariable UUID id, @RequestBody @Valid Correction correction, Actor actor) {
        return Shown.of(
                lifecycle.correct(
                        actor,
                        new Programme.Id(id),
                        correction.version(),
                        correction.terms(),
                        correction.reason()));
    }

    @PostMapping("/{id}/extensions")
    Shown extend(@PathVariable UUID id, @RequestBody @Valid MoreTime more, Actor actor) {
        return Shown.of(
                lifecycle.extend(
                        actor,
                        new Programme.Id(id),
                        more.version(),
                        new Organisation.Id(more.unitId()),
                        more.stage(),
                        more.until(),
                        more.reason(),
                        more.approvedBy()));
    }

    @PostMapping("/{id}/wipe")
    Gone wipe(@PathVariable UUID id, @RequestBody @Valid Wipe wipe, Actor actor) {
        return new Gone(lifecycle.wipe(actor, new Programme.Id(id), wipe.version(), wipe.title()));
    }

    @PostMapping("/{id}/close")
    Shown close(@PathVariable UUID id, @RequestBody @Valid Move move, Actor actor) {
        return Shown.of(lifecycle.close(actor, new Programme.Id(id), move.version()));
    }

    private static boolean maySee(Actor actor, Programme programme) {
        return switch (programme) {
            case Draft _ -> actor.is(Role.PARTY_OFFICE);
            case Published _, Closed _ -> true;
        };
    }

    record Move(@NotNull(message = "请带上版本号。") Long version) {}

    record Begin(
            @NotNull(message = "请带上编号。") UUID id,
            @Text(min = 1, max = 80) String title,
            @Min(value = Terms.FIRST_YEAR, message = Terms.YEARS)
                    @Max(value = Terms.LAST_YEAR, message = Terms.YEARS)
                    int year,
            boolean demonstration,
            @NotNull(message = "请填写立项依据。") @Valid Basis legalBasis,
            @NotNull(message = "请填写各阶段起止时间。") List<@Valid @NotNull Days> windows,
            @NotNull(message = "请填写各类别规则。") List<@Valid @NotNull Rule> categories,
            @NotNull(message = "请填写权重。") @Valid Shares weights,
            @Nullable @Valid Selecting selection,
            @Nullable @Valid Time burden)
            implements Said {}

    record Edit(
            @NotNull(message = "请带上版本号。") Long version,
            @Text(min = 1, max = 80) String title,
            @Min(value = Terms.FIRST_YEAR, message = Terms.YEARS)
                    @Max(value = Terms.LAST_YEAR, message = Terms.YEARS)
                    int year,
            boolean demonstration,
            @NotNull(message = "请填写立项依据。") @Valid Basis legalBasis,
            @NotNull(message = "请填写各阶段起止时间。") List<@Valid @NotNull Days> windows,
            @NotNull(message = "请填写各类别规则。") List<@Valid @NotNull Rule> categories,
            @NotNull(message = "请填写权重。") @Valid Shares weights,
            @Nullable @Valid Selecting selection,
            @Nullable @Valid Time burden)
            implements Said {}

    record Correction(
            @NotNull(message = "请带上版本号。") Long version,
            @Text(min = 2, max = 300) String reason,
            @Text(min = 1, max = 80) String title,
            @Min(value = Terms.FIRST_YEAR, message = Terms.YEARS)
                    @Max(value = Terms.LAST_YEAR, message = Terms.YEARS)
                    int year,
            boolean demonstration,
            @NotNull(message = "请填写立项依据。") @Valid Basis legalBasis,
            @NotNull(message = "请填写各阶段起止时间。") List<@Valid @NotNull Days> windows,
            @NotNull(message = "请填写各类别规则。") List<@Valid @NotNull Rule> categories,
            @NotNull(message = "请填写权重。") @Valid Shares weights,
            @Nullable @Valid Selecting selection,
            @Nullable @Valid Time burden)
            implements Said {}

    record Wipe(
            @NotNull(message = "请带上版本号。") Long version, @Text(min = 1, max = 80) String title) {}

    record Gone(long rows) {}

    record MoreTime(
            @NotNull(message = "请带上版本号。") Long version,
            @NotNull(message = "请选择单位。") UUID unitId,
            @NotNull(message = "请选择阶段。") Stage stage,
            @NotNull(message = "请填写延期后的截止日期。") LocalDate until,
            @Text(min = 2, max = 300) String reason,
            @Text(min = 2, max = 60) String approvedBy) {}

    record VersionShown(
            long version, @Nullable Integer edition, @Nullable String reason, Instant savedAt) {
        static VersionShown of(Version version) {
            return new VersionShown(
                    version.number(), version.edition(), version.reason(), version.savedAt());
        }
    }

    record ExtensionShown(
            UUID unitId, Stage stage, LocalDate until, String reason, String approvedBy) {
        static ExtensionShown of(Extension extension) {
            return new ExtensionShown(
                    extension.unit().value(),
                    extension.stage(),
                    extension.until(),
                    extension.reason(),
                    extension.approvedBy());
        }
    }

    /** What both a new and an edited programme say. */
    interface Said {
        String title();

        int year();

        boolean demonstration();

        Basis legalBasis();

        List<Days> windows();

        List<Rule> categories();

        Shares weights();

        /** The usual rules where absent. */
        @Nullable Selecting selection();

        /** The usual ceiling where absent. */
        @Nullable Time burden();

        default Terms terms() {
            var selecting = selection();
            var time = burden();
            return new Terms(
                    title(),
                    year(),
                    demonstration(),
                    legalBasis().basis(),
                    windows().stream().map(Days::window).toList(),
                    categories().stream().map(Rule::rule).toList(),
                    weights().weights(),
                    selecting == null ? SelectionRules.USUAL : selecting.rules(),
                    time == null ? Burden.USUAL : time.burden());
        }
    }

    /** A body ready to be sent back as a new programme, with an id. */
    record Preset(
            String title,
            int year,
            boolean demonstration,
            Basis legalBasis,
            List<Days> windows,
            List<Rule> categories,
            Shares weights,
            Selecting selection,
            Time burden) {

        static Preset of(Terms terms) {
            return new Preset(
                    terms.title(),
                    terms.year(),
                    terms.demonstration(),
                    Basis.of(terms.legalBasis()),
                    terms.windows().stream().map(Days::of).toList(),
                    terms.categories().stream().map(Rule::of).toList(),
                    Shares.of(terms.weights()),
                    Selecting.of(terms.selection()),
                    Time.of(terms.burden()));
        }
    }

    record Shown(
            UUID id,
            State state,
            String title,
            int year,
            boolean demonstration,
            Basis legalBasis,
            Words words,
            Set<Module> modules,
            @Nullable String watermark,
            @Nullable Integer edition,
            List<Days> windows,
            List<ExtensionShown> extensions,
            List<Rule> categories,
            Shares weights,
            Selecting selection,
            Time burden,
            long version) {

        enum State {
            DRAFT,
            PUBLISHED,
            CLOSED
        }

        /** Upon all that comes of a programme in which nothing counts. */
        private static final String WATERMARK = "演练数据 不作为任何依据";

        static Shown of(Programme programme) {
            var terms = Preset.of(programme.terms());
            var row = Programmes.Row.of(programme);
            var mode = programme.terms().legalBasis().mode();
            return new Shown(
                    programme.id().value(),
                    State.valueOf(row.state()),
                    terms.title(),
                    terms.year(),
                    terms.demonstration(),
                    terms.legalBasis(),
                    Words.of(mode.words()),
                    new TreeSet<>(mode.modules()),
                    terms.demonstration() ? WATERMARK : null,
                    row.edition(),
                    terms.windows(),
                    extensions(programme).stream().map(ExtensionShown::of).toList(),
                    terms.categories(),
                    terms.weights(),
                    terms.selection(),
                    terms.burden(),
                    programme.version());
        }

        private static List<Extension> extensions(Programme programme) {
            return switch (programme) {
                case Draft _ -> List.of();
                case Published published -> published.extensions();
                case Closed closed -> closed.extensions();
            };
        }
    }

    /** How much time a school may be asked for. */
    record Time(
            int ceiling,
            @Text(max = 60) @Nullable String approvedBy,
            @Text(max = 300) @Nullable String reason) {

        Burden burden() {
            return new Burden(ceiling, approvedBy, reason);
        }

        static Time of(Burden burden) {
            return new Time(burden.ceiling(), burden.approvedBy(), burden.reason());
        }
    }

    /** What is asked of a school, so that it need not guess; nobody's name is a secret here. */
    record Asked(
            int ceiling,
            int minutes,
            @Nullable String approvedBy,
            @Nullable String reason,
            List<Estimate.Sheet> sheets) {

        static Asked of(Burden burden, Estimate estimate) {
            return new Asked(
                    burden.ceiling(),
                    estimate.minutes(),
                    burden.approvedBy(),
                    burden.reason(),
                    estimate.sheets());
        }
    }

    record Basis(
            @NotNull(message = "请选择立项方式。") Mode mode,
            @Text(max = 60) @Nullable String documentNumber,
            @Text(max = 60) @Nullable String approvedBy,
            @Nullable LocalDate approvedOn,
            @Text(max = 120) @Nullable String listItem,
            @Valid @Nullable Approved period) {

        LegalBasis basis() {
            return new LegalBasis(
                    mode,
                    documentNumber,
                    approvedBy,
                    approvedOn,
                    listItem,
                    period == null ? null : new Period(period.from(), period.until()));
        }

        static Basis of(LegalBasis basis) {
            return new Basis(
                    basis.mode(),
                    basis.documentNumber(),
                    basis.approvedBy(),
                    basis.approvedOn(),
                    basis.listItem(),
                    Approved.of(basis.period()));
        }
    }

    record Approved(
            @NotNull(message = "请填写批准有效期的开始日期。") LocalDate from,
            @NotNull(message = "请填写批准有效期的结束日期。") LocalDate until) {
        static @Nullable Approved of(@Nullable Period period) {
            return period == null ? null : new Approved(period.from(), period.until());
        }
    }

    record Words(String honour, String ceremony, String decision) {
        static Words of(LegalBasis.Words words) {
            return new Words(words.honour(), words.ceremony(), words.decision());
        }
    }

    record Days(
            @NotNull(message = "请选择阶段。") Stage stage,
            @NotNull(message = "请填写开始日期。") LocalDate opensOn,
            @NotNull(message = "请填写结束日期。") LocalDate closesOn) {

        Window window() {
            return new Window(stage, opensOn, closesOn);
        }

        static Days of(Window window) {
            return new Days(window.stage(), window.opensOn(), window.closesOn());
        }
    }

    record Rule(
            @NotNull(message = "请选择类别。") Category category,
            @Text(min = 1, max = 20) String name,
            int minPerUnit,
            int maxPerUnit,
            int quota,
            @Nullable String form,
            @Nullable String rubric) {

        /** Left out, it is the first edition of the category's own. */
        CategoryRule rule() {
            return new CategoryRule(
                    category,
                    name,
                    minPerUnit,
                    maxPerUnit,
                    quota,
                    form == null ? CategoryRule.usual(category) : form,
                    rubric == null ? CategoryRule.usual(category) : rubric);
        }

        static Rule of(CategoryRule rule) {
            return new Rule(
                    rule.category(),
                    rule.name(),
                    rule.minPerUnit(),
                    rule.maxPerUnit(),
                    rule.quota(),
                    rule.form(),
                    rule.rubric());
        }
    }

    record Shares(int mutualReview, int appraisal, int acceptance, int supervision) {
        Weights weights() {
            return new Weights(mutualReview, appraisal, acceptance, supervision);
        }

        static Shares of(Weights weights) {
            return new Shares(
                    weights.mutualReview(),
                    weights.appraisal(),
                    weights.acceptance(),
                    weights.supervision());
        }
    }

    /**
     * What else decides the selection; see {@link SelectionRules}.
     *
     * @param tieBreak the usual order where absent
     */
    record Selecting(
            int minimumAcceptance,
            int minimumSatisfaction,
            @Nullable List<@NotNull(message = "请选择并列比较依据。") Tie> tieBreak,
            @Nullable Integer perSchool,
            @Nullable Integer headsPercent,
            @Nullable Integer kindergartens,
            int outstandingSchools,
            int outstandingMembers) {

        SelectionRules rules() {
            return new SelectionRules(
                    minimumAcceptance,
                    minimumSatisfaction,
                    tieBreak == null ? SelectionRules.USUAL.tieBreak() : tieBreak,
                    perSchool,
                    headsPercent,
                    kindergartens,
                    outstandingSchools,
                    outstandingMembers);
        }

        static Selecting of(SelectionRules rules) {
            return new Selecting(
                    rules.minimumAcceptance(),
                    rules.minimumSatisfaction(),
                    rules.tieBreak(),
                    rules.perSchool(),
                    rules.headsPercent(),
                    rules.kindergartens(),
                    rules.outstandingSchools(),
                    rules.outstandingMembers());
        }
    }
}
