package cn.sihong.submission.organisations;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * A place in the tree.
 *
 * @param code the bureau's own code, unique, by which a workbook knows it
 * @param phase whom it teaches, for schools
 * @param parentId what it belongs to; nothing above the bureau
 * @param unitId who screens what a school says: its street centre, or itself for a direct unit;
 *     nothing for those that are no school
 * @param successorId the school it was merged into; its people act for it from then on
 */
public record Organisation(
        Id id,
        String code,
        String name,
        OrganisationKind kind,
        @Nullable SchoolPhase phase,
        @Nullable Id parentId,
        @Nullable Id unitId,
        @Nullable Id successorId,
        long version) {

    /** One that stands by itself. */
    public Organisation(
            Id id,
            String code,
            String name,
            OrganisationKind kind,
            @Nullable SchoolPhase phase,
            @Nullable Id parentId,
            @Nullable Id unitId,
            long version) {
        this(id, code, name, kind, phase, parentId, unitId, null, version);
    }

    public record Id(UUID value) {}

    Organisation renamed(String name) {
        return new Organisation(id, code, name, kind, phase, parentId, unitId, null, version);
    }

    Organisation movedTo(Id unit) {
        return new Organisation(id, code, name, kind, phase, unit, unit, null, version);
    }

    /** Whether it plans and applies: schools do, and direct units, which are schools themselves. */
    public boolean isSchool() {
        return kind == OrganisationKind.SCHOOL || kind == OrganisationKind.DIRECT_UNIT;
    }
}
