package cn.sihong.review.schoolcalendar;

import static cn.sihong.platform.keycloak.Role.ARCHIVIST;
import static cn.sihong.platform.keycloak.Role.AUDITOR;
import static cn.sihong.platform.keycloak.Role.DISCIPLINE;
import static cn.sihong.platform.keycloak.Role.PARTY_GROUP_MEMBER;
import static cn.sihong.platform.keycloak.Role.PARTY_OFFICE;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.review.register.Seats;
import cn.sihong.review.schoolcalendar.Booking.Kind;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What people see of the calendar: a school its own, a unit its schools', the bureau all. */
@Repository
class SchoolCalendarViews {

    private static final Role[] BUREAU = {
        PARTY_OFFICE, PARTY_GROUP_MEMBER, DISCIPLINE, AUDITOR, ARCHIVIST
    };
    private static final Role[] SCHOOL_OR_UNIT = {
        Role.SCHOOL_SECRETARY, Role.INFO_OFFICER, Role.STREET_REVIEWER, Role.DIRECT_UNIT_REVIEWER
    };

    private final JdbcClient jdbc;
    private final Seats seats;

    SchoolCalendarViews(JdbcClient jdbc, Seats seats) {
        this.jdbc = jdbc;
        this.seats = seats;
    }

    /** A day on which a school is visited, by one or by several together. */
    record Day(UUID schoolId, @Nullable String schoolName, LocalDate on, List<Visit> visits) {}

    record Visit(UUID id, Kind kind, UUID programmeId) {}

    private record Key(UUID school, LocalDate on) {}

    @Transactional(readOnly = true)
    public List<Day> between(LocalDate from, LocalDate to, Actor actor) {
        var days = new LinkedHashMap<Key, Day>();
        jdbc.sql(
                        """
                        select v.*, o.name as school_name
                        from school_visits v left join organisations o on o.id = v.school_id
                        where v.visit_on between :from and :to
                          and (:bureau or v.school_id = any (:mine) or v.unit_id = any (:mine))
                        order by v.visit_on, o.name, v.school_id, v.kind, v.visit_id
                        """)
                .param("from", from)
                .param("to", to)
                .param("bureau", actor.isAny(BUREAU))
                .param("mine", held(actor).toArray(UUID[]::new))
                .query(row -> {
                    var school = row.getObject("school_id", UUID.class);
                    var on = row.getObject("visit_on", LocalDate.class);
                    var name = row.getString("school_name");
                    days.computeIfAbsent(
                                    new Key(school, on),
                                    _ -> new Day(school, name, on, new ArrayList<>()))
                            .visits()
                            .add(
                                    new Visit(
                                            row.getObject("visit_id", UUID.class),
                                            Kind.valueOf(row.getString("kind")),
                                            row.getObject("programme_id", UUID.class)));
                });
        return List.copyOf(days.values());
    }

    private Set<UUID> held(Actor actor) {
        var organisations = new HashSet<UUID>();
        for (var role : SCHOOL_OR_UNIT)
            if (actor.is(role)) organisations.addAll(seats.organisationsOf(actor.subject(), role));
        return organisations;
    }
}
