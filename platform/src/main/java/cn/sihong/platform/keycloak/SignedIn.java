package cn.sihong.platform.keycloak;

import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** A request's verified token, read as an actor once. */
class SignedIn extends JwtAuthenticationToken {

    private static final long serialVersionUID = 1;

    /** As the realm names the one-time code (RFC 8176). */
    private static final String ONE_TIME_CODE = "otp";

    private final transient Actor actor;

    private SignedIn(Jwt token, Actor actor) {
        super(
                token,
                AuthorityUtils.createAuthorityList(
                        actor.roles().stream().map(Role::wireName).toList()));
        this.actor = actor;
    }

    static SignedIn of(Jwt token) {
        var subject = subject(token);
        String username = claim(token, "preferred_username").orElse(subject.toString());
        return new SignedIn(
                token,
                new Actor(
                        subject,
                        username,
                        claim(token, "name").orElse(username),
                        roles(token).stream()
                                .flatMap(name -> Role.of(name).stream())
                                .collect(Collectors.toSet())));
    }

    /** A token of nobody in particular signs nobody in. */
    private static UUID subject(Jwt token) {
        try {
            if (token.getSubject() != null) return UUID.fromString(token.getSubject());
        } catch (IllegalArgumentException e) {
            throw new InvalidBearerTokenException("a token whose subject is no person", e);
        }
        throw new InvalidBearerTokenException("a token without subject");
    }

    Actor actor() {
        return actor;
    }

    /** Whether the sign-in that began this session had more to it than a password. */
    boolean gaveSecondFactor() {
        var methods = getToken().getClaimAsStringList("amr");
        return methods != null && methods.contains(ONE_TIME_CODE);
    }

    private static Optional<String> claim(Jwt token, String name) {
        return Optional.ofNullable(token.getClaimAsString(name));
    }

    private static List<String> roles(Jwt token) {
        Map<String, Object> access = token.getClaimAsMap("realm_access");
        return access != null && access.get("roles") instanceof List<?> roles
                ? roles.stream().map(String::valueOf).toList()
                : List.of();
    }
}
