package cn.sihong.review.findings;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.review.findings.Finding.Finder;
import cn.sihong.review.register.Organisation;
import cn.sihong.review.register.Seats;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.Optional;
import java.util.UUID;

/**
 * Who may have found something where. Those of the bureau lead the supervision and hear the
 * appraisals; inspectors and reviewers have found what they were sent to look at.
 */
@Repository
class Sources {

    private final JdbcClient jdbc;
    private final Seats seats;

    Sources(JdbcClient jdbc, Seats seats) {
        this.jdbc = jdbc;
        this.seats = seats;
    }

    /**
     * The finder that somebody is for this school.
     *
     * @throws NotFromThere when they were not sent there
     */
    Finder finder(
            UUID programme,
            Organisation school,
            Source source,
            @Nullable UUID sourceId,
            Actor actor) {
        seats.requireNoStakeIn(school, actor.subject());
        var found =
                switch (source) {
                    case SUPERVISION, APPRAISAL -> ofTheBureau(actor);
                    case INSPECTION ->
                            asInspector(programme, school, sourceId, actor)
                                    .or(() -> ofTheBureau(actor));
                    case MUTUAL_REVIEW ->
                            asReviewer(programme, school, sourceId, actor)
                                    .or(() -> ofTheBureau(actor));
                };
        if (found.isEmpty() || !isAbout(programme, school, source, sourceId))
            throw new NotFromThere(source);
        return found.get();
    }

    private static Optional<Finder> ofTheBureau(Actor actor) {
        return actor.is(Role.PARTY_OFFICE)
                ? Optional.of(new Finder(actor.subject(), Role.PARTY_OFFICE, null))
                : Optional.empty();
    }

    private Optional<Finder> asInspector(
            UUID programme, Organisation school, @Nullable UUID visit, Actor actor) {
        if (!actor.is(Role.INSPECTOR) || visit == null) return Optional.empty();
        boolean named =
                jdbc.sql(
                                """
                                select exists (select from inspectors n join inspections i on i.id = n.inspection_id
                                               where i.id = ? and i.programme_id = ? and i.school_id = ? and n.subject = ?)
                                """)
                        .params(visit, programme, school.id(), actor.subject())
                        .query(Boolean.class)
                        .single();
        return named
                ? Optional.of(new Finder(actor.subject(), Role.INSPECTOR, null))
                : Optional.empty();
    }

    private Optional<Finder> asReviewer(
            UUID programme, Organisation school, @Nullable UUID sheet, Actor actor) {
        if (!actor.is(Role.PEER_REVIEWER) || sheet == null) return Optional.empty();
        var own = seats.organisationsOf(actor.subject(), Role.PEER_REVIEWER);
        return jdbc.sql(
                        """
                        select reviewing_school_id from score_sheets
                        where id = ? and programme_id = ? and judged_school_id = ?
                        """)
                .params(sheet, programme, school.id())
                .query(UUID.class)
                .optional()
                .filter(own::contains)
                .map(reviewing -> new Finder(actor.subject(), Role.PEER_REVIEWER, reviewing));
    }

    /** Whether the visit or sheet named, if any, is one to this school. */
    private boolean isAbout(
            UUID programme, Organisation school, Source source, @Nullable UUID sourceId) {
        if (sourceId == null) return true;
        return switch (source) {
            case SUPERVISION ->
                    knows("supervision_visits", "school_id", programme, school, sourceId);
            case APPRAISAL -> false;
            case INSPECTION -> knows("inspections", "school_id", programme, school, sourceId);
            case MUTUAL_REVIEW ->
                    knows("score_sheets", "judged_school_id", programme, school, sourceId);
        };
    }

    private boolean knows(
            String table, String about, UUID programme, Organisation school, UUID id) {
        return jdbc.sql(
                        "select exists (select from %s where id = ? and programme_id = ? and %s = ?)"
                                .formatted(table, about))
                .params(id, programme, school.id())
                .query(Boolean.class)
                .single();
    }
}
