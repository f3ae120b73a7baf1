package cn.sihong.platform.keycloak;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

import java.io.IOException;

/**
 * What a service asks of the sign-in behind a token. Keycloak asks officers for a one-time code;
 * here it is not taken on trust: a token that does not say so (its claim {@code amr}) is no
 * officer's.
 *
 * @param officers the same variable tells the realm, so that both ask or neither does
 */
@ConfigurationProperties("sihong.second-factor")
record SecondFactor(@DefaultValue("CONDITIONAL") Requirement officers) {

    enum Requirement {
        /** Of those who are officers. */
        CONDITIONAL,
        /** Only where the officers are made up. */
        DISABLED
    }

    /** An officer who came with a password alone. */
    static class Missing extends AccessDeniedException {
        private static final long serialVersionUID = 1;

        Missing() {
            super("the token does not say that a second factor was given");
        }
    }

    /** Lets nobody past who is an officer and did not show it at sign-in. */
    void check(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (officers == Requirement.CONDITIONAL
                && SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn person
                && person.actor().roles().stream().anyMatch(Role::isOfficer)
                && !person.gaveSecondFactor()) throw new Missing();
        chain.doFilter(request, response);
    }
}
