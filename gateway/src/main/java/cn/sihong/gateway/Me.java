package cn.sihong.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Who is signed in. The portal asks this first; the answer also carries the XSRF-TOKEN cookie. */
@RestController
class Me {

    /**
     * @param secondsLeft until the session ends if nothing happens any more; seconds and not an
     *     instant, because the browser's clock may be wrong
     */
    record Person(
            boolean signedIn,
            @Nullable String subject,
            @Nullable String name,
            @Nullable String username,
            List<String> roles,
            @Nullable Long secondsLeft) {}

    private final Tokens tokens;
    private final Clock clock;

    Me(Tokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * Asking keeps our session awake but not Keycloak's, so asking alone keeps nobody signed in.
     */
    @GetMapping("/api/me")
    Person me(@AuthenticationPrincipal @Nullable OidcUser user, HttpServletRequest request) {
        var session = request.getSession(false);
        return user == null || session == null
                ? new Person(false, null, null, null, List.of(), null)
                : person(user, session, Tokens.lastIssued(session));
    }

    /** Somebody who was warned wants to stay. Refused as not signed in when it is too late. */
    @PostMapping("/api/me/stay")
    Person stay(@AuthenticationPrincipal OidcUser user, HttpServletRequest request) {
        var session = request.getSession();
        return person(user, session, tokens.stay(session));
    }

    private Person person(OidcUser user, HttpSession session, @Nullable Instant lastToken) {
        var begun = Instant.ofEpochMilli(session.getCreationTime());
        var lastCall = Instant.ofEpochMilli(session.getLastAccessedTime());
        var signedIn = user.getAuthenticatedAt();
        var end =
                Sessions.end(
                        lastCall,
                        lastToken == null ? lastCall : lastToken,
                        signedIn == null ? begun : signedIn);
        return new Person(
                true,
                user.getSubject(),
                user.getFullName(),
                user.getPreferredUsername(),
                roles(user.getClaims()),
                Math.max(0, Duration.between(clock.instant(), end).toSeconds()));
    }

    /** Realm roles as Keycloak writes them: {@code realm_access: {roles: […]}}. */
    static List<String> roles(Map<String, Object> claims) {
        return claims.get("realm_access") instanceof Map<?, ?> access
                        && access.get("roles") instanceof List<?> roles
                ? roles.stream().map(String::valueOf).sorted().toList()
                : List.of();
    }
}
