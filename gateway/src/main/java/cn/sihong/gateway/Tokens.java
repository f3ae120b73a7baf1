package cn.sihong.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The tokens of a session: kept in it, so that every gateway has them and they end with it, and
 * renewed by one call at a time, so that fifty requests of one page cause one refresh.
 *
 * <p>The token of the sign-in goes nowhere. Each service is sent one of its own, made of it by
 * exchange at Keycloak, which no other service believes.
 */
@Component
class Tokens implements OAuth2AuthorizedClientRepository, OAuth2AuthorizedClientManager {

    private static final String ATTRIBUTE = "tokens";

    /** A token must live through the call it is sent with. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    record Access(String value, Instant issuedAt, Instant expiresAt) implements Serializable {

        static Access of(OAuth2AccessToken token) {
            return new Access(
                    token.getTokenValue(),
                    Objects.requireNonNull(token.getIssuedAt()),
                    Objects.requireNonNull(token.getExpiresAt()));
        }

        boolean goodAt(Instant now) {
            return now.isBefore(expiresAt.minus(MARGIN));
        }

        OAuth2AccessToken token() {
            return new OAuth2AccessToken(
                    OAuth2AccessToken.TokenType.BEARER, value, issuedAt, expiresAt);
        }
    }

    /**
     * Only what is needed: Spring's own object would put the client secret into every session.
     *
     * @param signIn what Keycloak gave the gateway itself
     * @param services what was made of it, by the name of the service
     */
    record Kept(Access signIn, @Nullable String refresh, Map<String, Access> services)
            implements Serializable {

        static Kept of(OAuth2AccessToken access, @Nullable OAuth2RefreshToken refresh) {
            return new Kept(
                    Access.of(access), refresh == null ? null : refresh.getTokenValue(), Map.of());
        }

        boolean goodFor(String service, Instant now) {
            var access = services.get(service);
            return access != null && access.goodAt(now);
        }

        Kept with(String service, Access access) {
            var more = new HashMap<>(services);
            more.put(service, access);
            return new Kept(signIn, refresh, Map.copyOf(more));
        }
    }

    private final Keycloak keycloak;
    private final SessionRepository<? extends Session> sessions;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    /**
     * Whoever renews holds a connection while Keycloak answers. Calls of one session wait here,
     * each on its own thread and not on a connection, and never more than eight connections, half
     * of what a gateway has, are away.
     */
    private final Lock[] doors =
            Stream.generate(ReentrantLock::new).limit(8).toArray(ReentrantLock[]::new);

    Tokens(
            Keycloak keycloak,
            SessionRepository<? extends Session> sessions,
            JdbcClient jdbc,
            TransactionOperations transactions,
            Clock clock) {
        this.keycloak = keycloak;
        this.sessions = sessions;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Called for every relayed request; the route's {@code TokenRelay} names the service. */
    @Override
    public OAuth2AuthorizedClient authorize(OAuth2AuthorizeRequest wanted) {
        var attributes = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
        var service = wanted.getClientRegistrationId();
        var kept =
                kept(
                        attributes.getRequest().getSession(),
                        now -> now.goodFor(service, clock.instant()),
                        old -> madeFor(service, old));
        return client(Objects.requireNonNull(kept.services().get(service)), wanted.getPrincipal());
    }

    /**
     * Renews tokens that are still good, because somebody wants to stay: only this tells Keycloak
     * that its session is in use. Answers the instant from which Keycloak counts anew.
     */
    Instant stay(HttpSession session) {
        var before = lastIssued(session);
        return kept(session, now -> !now.signIn().issuedAt().equals(before), this::refreshed)
                .signIn()
                .issuedAt();
    }

    /** When Keycloak last heard of this session; null when it holds no tokens. */
    static @Nullable Instant lastIssued(HttpSession session) {
        return session.getAttribute(ATTRIBUTE) instanceof Kept kept
                ? kept.signIn().issuedAt()
                : null;
    }

    /** The session's tokens, if they will do, else renewed; ours does not outlive Keycloak's. */
    private Kept kept(HttpSession session, Predicate<Kept> willDo, UnaryOperator<Kept> renewed) {
        try {
            if (!(session.getAttribute(ATTRIBUTE) instanceof Kept kept)) {
                throw new Keycloak.SignedOut();
            }
            return willDo.test(kept) ? kept : renew(session.getId(), willDo, renewed);
        } catch (Keycloak.SignedOut e) {
            session.invalidate();
            throw e;
        }
    }

    private Kept renew(String sessionId, Predicate<Kept> willDo, UnaryOperator<Kept> renewed) {
        var door = doors[Math.floorMod(sessionId.hashCode(), doors.length)];
        door.lock();
        try {
            return Objects.requireNonNull(
                    transactions.execute(_ -> renewAlone(sessions, sessionId, willDo, renewed)));
        } finally {
            door.unlock();
        }
    }

    /**
     * The lock is PostgreSQL's, so it holds against other gateways; it ends with the transaction.
     */
    private <S extends Session> Kept renewAlone(
            SessionRepository<S> store,
            String sessionId,
            Predicate<Kept> willDo,
            UnaryOperator<Kept> renewed) {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended(:session, 0))")
                .param("session", sessionId)
                .query(Integer.class)
                .single();
        S session = store.findById(sessionId); // as the one before us left it
        if (session == null || !(session.<Object>getAttribute(ATTRIBUTE) instanceof Kept kept)) {
            throw new Keycloak.SignedOut();
        }
        if (willDo.test(kept)) return kept;
        var fresh = renewed.apply(kept);
        session.setAttribute(ATTRIBUTE, fresh);
        store.save(session);
        return fresh;
    }

    private Kept madeFor(String service, Kept old) {
        if (old.signIn().goodAt(clock.instant())) {
            try {
                return made(service, old);
            } catch (Keycloak.NotBelieved e) {
                // The session may have ended or Keycloak's key changed; renewing tells which.
            }
        }
        return made(service, refreshed(old));
    }

    private Kept made(String service, Kept kept) {
        var answer = keycloak.exchange(kept.signIn().token(), service);
        return kept.with(service, Access.of(answer.getAccessToken()));
    }

    /** What was made of the old token is not kept: roles may have changed. */
    private Kept refreshed(Kept old) {
        if (old.refresh() == null) throw new Keycloak.SignedOut();
        var request =
                new OAuth2RefreshTokenGrantRequest(
                        keycloak.gateway(),
                        old.signIn().token(),
                        new OAuth2RefreshToken(old.refresh(), null));
        var answer = keycloak.refresh(request);
        return Kept.of(answer.getAccessToken(), answer.getRefreshToken());
    }

    /** Ends the session at Keycloak too; asked before the session here is gone. */
    void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null
                && session.getAttribute(ATTRIBUTE) instanceof Kept kept
                && kept.refresh() != null) {
            keycloak.end(kept.refresh());
        }
    }

    @Override
    public void saveAuthorizedClient(
            OAuth2AuthorizedClient client,
            Authentication person,
            HttpServletRequest request,
            HttpServletResponse response) {
        request.getSession()
                .setAttribute(
                        ATTRIBUTE, Kept.of(client.getAccessToken(), client.getRefreshToken()));
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the interface's signature
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
            String registrationId, Authentication person, HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof Kept kept
                ? (T) client(kept.signIn(), person)
                : null;
    }

    @Override
    public void removeAuthorizedClient(
            String registrationId,
            Authentication person,
            HttpServletRequest request,
            HttpServletResponse response) {
        var session = request.getSession(false);
        if (session != null) session.removeAttribute(ATTRIBUTE);
    }

    private OAuth2AuthorizedClient client(Access access, Authentication person) {
        return new OAuth2AuthorizedClient(keycloak.gateway(), person.getName(), access.token());
    }
}
