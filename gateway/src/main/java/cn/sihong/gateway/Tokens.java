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
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The tokens of a session: kept in it, so that every gateway has them and they end with it, and
 * renewed by one call at a time, so that fifty requests of one page cause one refresh.
 */
@Component
class Tokens implements OAuth2AuthorizedClientRepository, OAuth2AuthorizedClientManager {

    private static final String ATTRIBUTE = "tokens";

    /** A token must live through the call it is sent with. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    /** Only what is needed: Spring's own object would put the client secret into every session. */
    record Pair(String access, Instant issuedAt, Instant expiresAt, @Nullable String refresh)
            implements Serializable {

        static Pair of(OAuth2AccessToken access, @Nullable OAuth2RefreshToken refresh) {
            return new Pair(
                    access.getTokenValue(),
                    Objects.requireNonNull(access.getIssuedAt()),
                    Objects.requireNonNull(access.getExpiresAt()),
                    refresh == null ? null : refresh.getTokenValue());
        }

        boolean goodAt(Instant now) {
            return now.isBefore(expiresAt.minus(MARGIN));
        }

        OAuth2AccessToken accessToken() {
            return new OAuth2AccessToken(
                    OAuth2AccessToken.TokenType.BEARER, access, issuedAt, expiresAt);
        }
    }

    private final Keycloak keycloak;
    private final SessionRepository<? extends Session> sessions;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    /**
     * Whoever renews holds a connection while Keycloak answers. Calls of one session wait here,
     * each on its own thread and not on a connection, and never more than four connections are
     * away.
     */
    private final Lock[] doors =
            Stream.generate(ReentrantLock::new).limit(4).toArray(ReentrantLock[]::new);

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

    /** Called for every relayed request. */
    @Override
    public OAuth2AuthorizedClient authorize(OAuth2AuthorizeRequest wanted) {
        var attributes = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
        var good =
                goodPair(
                        attributes.getRequest().getSession(), pair -> pair.goodAt(clock.instant()));
        return client(good, wanted.getPrincipal());
    }

    /**
     * Renews tokens that are still good, because somebody wants to stay: only this tells Keycloak
     * that its session is in use. Answers the instant from which Keycloak counts anew.
     */
    Instant stay(HttpSession session) {
        var old = session.getAttribute(ATTRIBUTE);
        return goodPair(session, pair -> !pair.equals(old)).issuedAt();
    }

    /** When Keycloak last heard of this session; null when it holds no tokens. */
    static @Nullable Instant lastIssued(HttpSession session) {
        return session.getAttribute(ATTRIBUTE) instanceof Pair pair ? pair.issuedAt() : null;
    }

    /** The session's pair, if it will do, else a new one; ours does not outlive Keycloak's. */
    private Pair goodPair(HttpSession session, Predicate<Pair> willDo) {
        try {
            if (!(session.getAttribute(ATTRIBUTE) instanceof Pair pair)) {
                throw new Keycloak.SignedOut();
            }
            return willDo.test(pair) ? pair : renew(session.getId(), willDo);
        } catch (Keycloak.SignedOut e) {
            session.invalidate();
            throw e;
        }
    }

    private Pair renew(String sessionId, Predicate<Pair> willDo) {
        var door = doors[Math.floorMod(sessionId.hashCode(), doors.length)];
        door.lock();
        try {
            return Objects.requireNonNull(
                    transactions.execute(_ -> renewAlone(sessions, sessionId, willDo)));
        } finally {
            door.unlock();
        }
    }

    /**
     * The lock is PostgreSQL's, so it holds against other gateways; it ends with the transaction.
     */
    private <S extends Session> Pair renewAlone(
            SessionRepository<S> store, String sessionId, Predicate<Pair> willDo) {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended(:session, 0))")
                .param("session", sessionId)
                .query(Integer.class)
                .single();
        S session = store.findById(sessionId); // as the one before us left it
        if (session == null
                || !(session.<Object>getAttribute(ATTRIBUTE) instanceof Pair pair)
                || pair.refresh() == null) {
            throw new Keycloak.SignedOut();
        }
        if (willDo.test(pair)) return pair;
        var fresh = refreshed(pair.accessToken(), pair.refresh());
        session.setAttribute(ATTRIBUTE, fresh);
        store.save(session);
        return fresh;
    }

    private Pair refreshed(OAuth2AccessToken access, String refresh) {
        var request =
                new OAuth2RefreshTokenGrantRequest(
                        keycloak.gateway(), access, new OAuth2RefreshToken(refresh, null));
        var answer = keycloak.refresh(request);
        return Pair.of(answer.getAccessToken(), answer.getRefreshToken());
    }

    /** Ends the session at Keycloak too; asked before the session here is gone. */
    void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null
                && session.getAttribute(ATTRIBUTE) instanceof Pair pair
                && pair.refresh() != null) {
            keycloak.end(pair.refresh());
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
                        ATTRIBUTE, Pair.of(client.getAccessToken(), client.getRefreshToken()));
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the interface's signature
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
            String registrationId, Authentication person, HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof Pair pair
                ? (T) client(pair, person)
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

    private OAuth2AuthorizedClient client(Pair pair, Authentication person) {
        return new OAuth2AuthorizedClient(keycloak.gateway(), person.getName(), pair.accessToken());
    }
}
