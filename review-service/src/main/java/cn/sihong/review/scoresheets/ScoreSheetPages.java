package cn.sihong.review.scoresheets;

import static java.util.Comparator.comparing;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.review.register.Application;
import cn.sihong.review.register.Applications;
import cn.sihong.review.register.Organisation;
import cn.sihong.review.register.Organisations;
import cn.sihong.review.register.Programmes;
import cn.sihong.review.register.Stage;
import cn.sihong.review.register.Window;
import cn.sihong.review.scoresheets.ScoreSheet.Corrected;
import cn.sihong.review.scoresheets.ScoreSheet.Locked;
import cn.sihong.review.scoresheets.ScoreSheet.Open;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Lays a sheet out for the one who fills it: what there is to judge, and what was said so far. */
@Component
class ScoreSheetPages {

    /**
     * A sheet with everything that may be judged on it; the unit's rank and opinion are not.
     *
     * @param kind {@code SITE} or {@code PAPER}
     * @param alias by what a blind sheet is called
     * @param thirdLook one application is looked at again
     * @param correction why it counts no more, and which sheet stands in its place
     * @param schoolId absent on a blind sheet, as is the name
     */
    record View(
            UUID id,
            UUID programmeId,
            Kind kind,
            @Nullable String alias,
            boolean thirdLook,
            @Nullable UUID schoolId,
            @Nullable String schoolName,
            State state,
            long version,
            @Nullable LocalDate dueOn,
            @Nullable Instant lockedAt,
            @Nullable String correction,
            @Nullable UUID inItsPlace,
            String comment,
            List<Item> items) {

        enum State {
            OPEN,
            LOCKED,
            CORRECTED
        }
    }

    record Item(
            UUID applicationId,
            String category,
            String number,
            String title,
            String summary,
            String origin,
            Map<String, Integer> points,
            Map<String, String> notes,
            String comment) {}

    private final Applications applications;
    private final Organisations organisations;
    private final Programmes programmes;

    ScoreSheetPages(Applications applications, Organisations organisations, Programmes programmes) {
        this.applications = applications;
        this.organisations = organisations;
        this.programmes = programmes;
    }

    @Transactional(readOnly = true)
    public View of(ScoreSheet sheet, Actor actor) {
        var heading = sheet.heading();
        boolean blind = heading.isBlind() && !actor.is(Role.DISCIPLINE);
        var school = organisations.find(heading.judged());
        return new View(
                heading.id(),
                heading.programmeId(),
                heading.kind(),
                heading.isBlind() ? Blinding.alias(heading.roundId(), heading.id()) : null,
                heading.thirdLookAt() != null,
                blind ? null : heading.judged(),
                blind ? null : school.map(Organisation::name).orElse(null),
                switch (sheet) {
                    case Open _ -> View.State.OPEN;
                    case Locked _ -> View.State.LOCKED;
                    case Corrected _ -> View.State.CORRECTED;
                },
                sheet.version(),
                programmes
                        .find(heading.programmeId())
                        .flatMap(programme -> programme.window(Stage.MUTUAL_REVIEW))
                        .map(Window::closesOn)
                        .orElse(null),
                switch (sheet) {
                    case Open _ -> null;
                    case Locked locked -> locked.lockedAt();
                    case Corrected corrected -> corrected.lockedAt();
                },
                sheet instanceof Corrected it ? it.correction().reason() : null,
                sheet instanceof Corrected it ? it.correction().inItsPlace() : null,
                sheet.answers().comment(),
                items(sheet, blind ? blindingOf(school) : Optional.empty()));
    }

    private List<Item> items(ScoreSheet sheet, Optional<Blinding> blinding) {
        var heading = sheet.heading();
        return applications.of(heading.programmeId(), heading.judged()).stream()
                .filter(it -> heading.covers(it.id(), it.category()))
                .map(it -> item(it, heading, sheet.answers().about(it.id()), blinding))
                .sorted(comparing(Item::category).thenComparing(Item::number))
                .toList();
    }

    /** A number names the unit, and the title of a 红色园丁 is a person. */
    private static Item item(
            Application application,
            ScoreSheet.Heading heading,
            Answers.Item said,
            Optional<Blinding> blinding) {
        var alias = "盲评 " + Blinding.alias(heading.roundId(), application.id());
        boolean isPerson = application.category().equals("RED_GARDENER");
        return new Item(
                application.id(),
                application.category(),
                blinding.isPresent() ? alias : application.number(),
                blinding.map(it -> isPerson ? alias : it.of(application.title()))
                        .orElse(application.title()),
                blinding.map(it -> it.of(application.summary())).orElse(application.summary()),
                application.origin(),
                said.points(),
                said.notes(),
                said.comment());
    }

    private Optional<Blinding> blindingOf(Optional<Organisation> school) {
        var ids =
                school.stream()
                        .flatMap(it -> Stream.of(it.id(), it.unit(), it.parentId()))
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .toList();
        return Optional.of(Blinding.of(organisations.names(ids).values()));
    }
}
