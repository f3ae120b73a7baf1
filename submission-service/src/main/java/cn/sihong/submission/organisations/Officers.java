package cn.sihong.submission.organisations;

import static java.util.Comparator.comparing;

import cn.sihong.platform.keycloak.Accounts;
import cn.sihong.platform.keycloak.Accounts.Named;
import cn.sihong.platform.keycloak.Role;

import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

import java.util.List;

/**
 * Who may be sent somewhere by name. The bureau's own posts (验收组, 党建办, 纪检, 局党组) are given in
 * Keycloak by whoever looks after accounts there and are no seats of the register: an import that
 * could give them would let one officer make another who approves.
 */
@Component
class Officers {

    private final Accounts accounts;

    Officers(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * Everybody in one of the bureau's roles who may sign in, by name; nobody in a role that comes
     * of seats.
     *
     * @throws SignInAway if Keycloak does not answer
     */
    List<Named> in(Role role) {
        if (Post.ROLES.contains(role)) return List.of();
        try {
            return accounts.holders(role).stream()
                    .sorted(comparing(Named::name).thenComparing(Named::subject))
                    .toList();
        } catch (RestClientException away) {
            throw new SignInAway("人员名单没有读到");
        }
    }
}
