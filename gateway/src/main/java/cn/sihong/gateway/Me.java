package cn.sihong.gateway;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Map;

/** Who is signed in. The portal asks this first; the answer also carries the XSRF-TOKEN cookie. */
@RestController
class Me {

    record Person(
            boolean signedIn,
            @Nullable String subject,
            @Nullable String name,
            @Nullable String username,
            List<String> roles) {}

    @GetMapping("/api/me")
    Person me(@AuthenticationPrincipal @Nullable OidcUser user) {
        return user == null
                ? new Person(false, null, null, null, List.of())
                : new Person(
                        true,
                        user.getSubject(),
                        user.getFullName(),
                        user.getPreferredUsername(),
                        roles(user.getClaims()));
    }

    /** Realm roles as Keycloak writes them: {@code realm_access: {roles: […]}}. */
    static List<String> roles(Map<String, Object> claims) {
        return claims.get("realm_access") instanceof Map<?, ?> access
                        && access.get("roles") instanceof List<?> roles
                ? roles.stream().map(String::valueOf).sorted().toList()
                : List.of();
    }
}
