package cn.sihong.submission.organisations;

import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.UUID;

/**
 * A body of the Party (基层党组织), which is another thing than the schools whose members it has.
 *
 * @param parentCode what it belongs to, by code
 * @param secretary username of its secretary (书记)
 * @param schools whose members it has; several for a joint branch
 */
record PartyOrganisation(
        UUID id,
        String code,
        String name,
        Type type,
        @Nullable String parentCode,
        @Nullable String secretary,
        Set<Organisation.Id> schools) {

    PartyOrganisation {
        schools = Set.copyOf(schools);
    }

    /** By its size, as the Party's rules have it (research.md §1.1). */
    enum Type {
        COMMITTEE("党委"),
        GENERAL_BRANCH("党总支"),
        BRANCH("党支部"),
        JOINT_BRANCH("联合党支部"),
        GROUP("党小组");

        private final String chinese;

        Type(String chinese) {
            this.chinese = chinese;
        }

        String chinese() {
            return chinese;
        }

        /** Whether a body of this type may have the members of so many schools. */
        boolean mayHave(int schools) {
            return switch (this) {
                case COMMITTEE, GENERAL_BRANCH -> true;
                case BRANCH, GROUP -> schools == 1;
                case JOINT_BRANCH -> schools >= 2;
            };
        }
    }
}
