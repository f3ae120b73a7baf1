package cn.sihong.platform.keycloak;

import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** A request's verified token, read as an actor once. */
class SignedIn extends JwtAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final transient Actor actor;

    private SignedIn(Jwt token, Actor actor) {
        super(
                token,
                AuthorityUtils.createAuthorityList(
                        actor.roles().stream().map(Role::wireName).toList()));
        this.actor = actor;
    }

    static SignedIn of(Jwt token) {
        String subject = Objects.requireNonNull(token.getSubject(), "a token without subject");
        String username = claim(token, "preferred_username").orElse(subject);
        return new SignedIn(
                token,
                new Actor(
                        UUID.fromString(subject),
                        username,
                        claim(token, "name").orElse(username),
                        roles(token).stream()
                                .flatMap(name -> Role.of(name).stream())
                                .collect(Collectors.toSet())));
    }

    Actor actor() {
        return actor;
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
