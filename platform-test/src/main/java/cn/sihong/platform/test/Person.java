package cn.sihong.platform.test;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;

import com.nimbusds.jwt.JWTClaimsSet;

import org.springframework.test.web.servlet.request.RequestPostProcessor;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody who acts in a test, with a token that the service verifies as it would Keycloak's.
 *
 * <pre>mvc.perform(post("/api/plans").with(secretary.signedIn()))</pre>
 */
public record Person(UUID subject, String username, String name, Set<Role> roles) {

    public Person {
        roles = Set.copyOf(roles);
    }

    /** A new person with these roles. */
    public static Person with(Role... roles) {
        var subject = UUID.randomUUID();
        // set off from the id, or one in some thousands reads as somebody's telephone number
        return new Person(subject, "u-" + subject, "测试用户", Set.of(roles));
    }

    public Actor actor() {
        return new Actor(subject, username, name, roles);
    }

    public RequestPostProcessor signedIn() {
        return request -> {
            request.addHeader("Authorization", "Bearer " + token());
            return request;
        };
    }

    public String token() {
        return RealParts.issuer().sign(claims().build());
    }

    /** What Keycloak would say of this person to the service tested, for ten minutes. */
    JWTClaimsSet.Builder claims() {
        var now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(RealParts.issuer().url())
                .audience(RealParts.service())
                .subject(subject.toString())
                .claim("preferred_username", username)
                .claim("name", name)
                .claim("amr", List.of("pwd", "otp"))
                .claim(
                        "realm_access",
                        Map.of(
                                "roles",
                                roles.stream().map(Role::wireName).toList(),
                                "more",
                                List.of()))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(600)));
    }
}
