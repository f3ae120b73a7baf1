package cn.sihong.submission.organisations;

import cn.sihong.platform.keycloak.Role;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What somebody is at an organisation; which role that is depends on the organisation's kind. */
enum Post {
    SECRETARY("书记"),
    INFO_OFFICER("党建信息员"),
    REVIEWER("审核人"),
    PEER_REVIEWER("互评员"),
    /** Not any more: whoever has nothing but this cannot sign in. */
    LEFT("离任");

    /** Roles that come of seats and go with them; all others are Keycloak's own business. */
    static final Set<Role> ROLES =
            Set.of(
                    Role.SCHOOL_SECRETARY,
                    Role.INFO_OFFICER,
                    Role.STREET_REVIEWER,
                    Role.DIRECT_UNIT_REVIEWER,
                    Role.PEER_REVIEWER);

    private final String chinese;

    Post(String chinese) {
        this.chinese = chinese;
    }

    String chinese() {
        return chinese;
    }

    static Optional<Post> of(String chinese) {
        return Arrays.stream(values()).filter(post -> post.chinese.equals(chinese)).findFirst();
    }

    /** What somebody in this role is called at an organisation. */
    static Post of(Role role) {
        return switch (role) {
            case SCHOOL_SECRETARY -> SECRETARY;
            case INFO_OFFICER -> INFO_OFFICER;
            case PEER_REVIEWER -> PEER_REVIEWER;
            case STREET_REVIEWER, DIRECT_UNIT_REVIEWER -> REVIEWER;
            default -> throw new IllegalArgumentException("no seat is of role " + role);
        };
    }

    /** The role this post gives at such an organisation, if there is such a post there. */
    Optional<Role> at(OrganisationKind kind) {
        return switch (kind) {
            case BUREAU -> Optional.empty();
            case STREET_CENTER ->
                    this == REVIEWER ? Optional.of(Role.STREET_REVIEWER) : Optional.empty();
            case DIRECT_UNIT ->
                    this == REVIEWER ? Optional.of(Role.DIRECT_UNIT_REVIEWER) : atASchool();
            case SCHOOL -> atASchool();
        };
    }

    private Optional<Role> atASchool() {
        return switch (this) {
            case SECRETARY -> Optional.of(Role.SCHOOL_SECRETARY);
            case INFO_OFFICER -> Optional.of(Role.INFO_OFFICER);
            case PEER_REVIEWER -> Optional.of(Role.PEER_REVIEWER);
            case REVIEWER, LEFT -> Optional.empty();
        };
    }
}
