package cn.sihong.review.scoresheets;

import cn.sihong.review.register.Application;
import cn.sihong.review.register.Applications;
import cn.sihong.review.register.Organisation;
import cn.sihong.review.register.Organisations;
import cn.sihong.review.register.Programmes;
import cn.sihong.review.register.Stage;
import cn.sihong.review.register.Window;
import cn.sihong.review.scoresheets.ScoreSheet.Locked;
import cn.sihong.review.scoresheets.ScoreSheet.Open;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Lays a sheet out for the one who fills it: what there is to judge, and what was said so far. */
@Component
class ScoreSheetPages {

    /** A sheet with everything that may be judged on it; the unit's rank and opinion are not. */
    record View(
            UUID id,
            UUID programmeId,
            UUID schoolId,
            @Nullable String schoolName,
            String state,
            long version,
            @Nullable LocalDate dueOn,
            @Nullable Instant lockedAt,
            String comment,
            List<Item> items) {}

    record Item(
            UUID applicationId,
            String category,
            String number,
            String title,
            String summary,
            String origin,
            Map<String, Integer> points,
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
    public View of(ScoreSheet sheet) {
        var heading = sheet.heading();
        return new View(
                heading.id(),
                heading.programmeId(),
                heading.judged(),
                organisations.find(heading.judged()).map(Organisation::name).orElse(null),
                switch (sheet) {
                    case Open _ -> "OPEN";
                    case Locked _ -> "LOCKED";
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
                },
                sheet.answers().comment(),
                items(sheet));
    }

    private List<Item> items(ScoreSheet sheet) {
        var heading = sheet.heading();
        return applications.of(heading.programmeId(), heading.judged()).stream()
                .map(application -> item(application, sheet.answers().about(application.id())))
                .toList();
    }

    private static Item item(Application application, Answers.Item said) {
        return new Item(
                application.id(),
                application.category(),
                application.number(),
                application.title(),
                application.summary(),
                application.origin(),
                said.points(),
                said.comment());
    }
}
