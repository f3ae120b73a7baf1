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
 */
public record Organisation(
        Id id,
        String code,
        String name,
        OrganisationKind kind,
        @Nullable SchoolPhase phase,
        @Nullable Id parentId,
        @Nullable Id unitId,
        long version) {

    public record Id(UUID value) {}

    /** Whether it plans and applies: schools do, and direct units, which are schools themselves. */
    public boolean isSchool() {
        return kind == OrganisationKind.SCHOOL || kind == OrganisationKind.DIRECT_UNIT;
    }
}
