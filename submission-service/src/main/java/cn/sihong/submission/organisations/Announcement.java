package cn.sihong.submission.organisations;

import cn.sihong.contracts.OrganisationEvent;
import cn.sihong.contracts.Stamp;
import cn.sihong.platform.keycloak.Role;

import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.UUID;

/** What others hear of the tree. */
final class Announcement {

    private Announcement() {}

    static OrganisationEvent registered(Organisation organisation, Stamp stamp) {
        var phase = organisation.phase();
        return new OrganisationEvent.Registered(
                stamp,
                organisation.id().value(),
                organisation.code(),
                organisation.name(),
                organisation.kind().name(),
                phase == null ? null : phase.name(),
                value(organisation.parentId()),
                value(organisation.unitId()));
    }

    static OrganisationEvent merged(Organisation merged, Stamp stamp) {
        return new OrganisationEvent.Merged(
                stamp,
                merged.id().value(),
                Objects.requireNonNull(value(merged.successorId()), "merged into something"));
    }

    static OrganisationEvent seated(UUID organisation, UUID subject, Role role, Stamp stamp) {
        return new OrganisationEvent.MemberSeated(stamp, organisation, subject, role.wireName());
    }

    static OrganisationEvent left(UUID organisation, UUID subject, Role role, Stamp stamp) {
        return new OrganisationEvent.MemberLeft(stamp, organisation, subject, role.wireName());
    }

    private static @Nullable UUID value(Organisation.@Nullable Id id) {
        return id == null ? null : id.value();
    }
}
