package cn.sihong.platform.keycloak;

import java.util.Set;
import java.util.UUID;

/**
 * Who is acting: the person behind a verified token. Which organisations they act for is not in the
 * token; each service knows that from its own copy of the seats.
 *
 * @param subject Keycloak's id of the person, stable for life
 * @param username what they type at sign-in
 * @param name family name first, as printed
 */
public record Actor(UUID subject, String username, String name, Set<Role> roles) {

    public Actor {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean isAny(Role... any) {
        for (var role : any) if (is(role)) return true;
        return false;
    }
}
