package cn.sihong.platform.access;

import cn.sihong.platform.keycloak.Role;

import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The rows of a service, the first that matches decides. A service declares one bean of it. */
public record AccessTable(List<Row> rows) {

    public AccessTable {
        rows = List.copyOf(rows);
    }

    public static AccessTable of(Row... rows) {
        return new AccessTable(Arrays.asList(rows));
    }

    /**
     * Who may make one kind of call.
     *
     * @param pattern a Spring path pattern, {@code /api/plans/{id}/submit}
     * @param who the roles that pass
     */
    public record Row(HttpMethod method, String pattern, Who who) {}

    /** Who passes a row. */
    public sealed interface Who {
        /** Anybody at all, without signing in. */
        record Everybody() implements Who {}

        /** Anybody who is signed in. */
        record SignedIn() implements Who {}

        /** Whoever has one of these roles. */
        record Any(Set<Role> roles) implements Who {}
    }

    public static Row get(String pattern, Who who) {
        return new Row(HttpMethod.GET, pattern, who);
    }

    public static Row post(String pattern, Who who) {
        return new Row(HttpMethod.POST, pattern, who);
    }

    public static Row put(String pattern, Who who) {
        return new Row(HttpMethod.PUT, pattern, who);
    }

    public static Who everybody() {
        return new Who.Everybody();
    }

    public static Who signedIn() {
        return new Who.SignedIn();
    }

    public static Who any(Role... roles) {
        return new Who.Any(Set.of(roles));
    }

    /**
     * Probes and the description of the interface are open: the gateway routes neither to the
     * public.
     */
    public void applyTo(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    requests) {
        requests.requestMatchers(HttpMethod.GET, "/livez", "/readyz", "/v3/api-docs/**")
                .permitAll();
        for (var row : rows) {
            var matched = requests.requestMatchers(row.method(), row.pattern());
            switch (row.who()) {
                case Who.Everybody() -> matched.permitAll();
                case Who.SignedIn() -> matched.authenticated();
                case Who.Any(var roles) ->
                        matched.hasAnyAuthority(
                                roles.stream().map(Role::wireName).toArray(String[]::new));
            }
        }
        requests.requestMatchers("/error").permitAll();
        requests.anyRequest().denyAll();
    }
}
