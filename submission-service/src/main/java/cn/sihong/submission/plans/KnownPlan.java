package cn.sihong.submission.plans;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.submission.organisations.Organisation;
import cn.sihong.submission.organisations.Seats;
import cn.sihong.submission.plans.Content.Discussion;
import cn.sihong.submission.programmes.Programme;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;

/**
 * What the platform knows of a plan before anybody writes (一数一源): who is in the school's seats, and
 * what stays from its plan of the year before: the brand and who leads. What a year is to bring is
 * written anew.
 */
@Component
class KnownPlan {

    private final Plans plans;
    private final Seats seats;

    KnownPlan(Plans plans, Seats seats) {
        this.plans = plans;
        this.seats = seats;
    }

    @Transactional(readOnly = true)
    Content of(Programme.Id programme, Organisation.Id school, Actor actor) {
        seats.mustHold(actor, school, Role.INFO_OFFICER, Role.SCHOOL_SECRETARY);
        var before = plans.latestBefore(programme, school).map(SchoolPlan::content).orElse(null);
        return new Content(
                "",
                "",
                "",
                "",
                "",
                "",
                before == null ? "" : before.brandName(),
                before == null ? "" : before.brandMeaning(),
                before == null ? "" : before.brandCarrier(),
                before == null ? "" : before.brandMethod(),
                "",
                name(school, Role.SCHOOL_SECRETARY, before == null ? null : before.secretary()),
                name(school, Role.INFO_OFFICER, before == null ? null : before.infoOfficer()),
                before == null ? List.of() : before.leadGroup(),
                List.of(),
                Discussion.UNTOLD,
                List.of());
    }

    private String name(Organisation.Id school, Role role, @Nullable String before) {
        return seats.namesAt(school, role).stream()
                .findFirst()
                .orElse(before == null ? "" : before);
    }
}
