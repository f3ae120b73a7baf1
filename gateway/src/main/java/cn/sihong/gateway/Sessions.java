package cn.sihong.gateway;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Instant;

/** How sessions are kept and how a browser names its own. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(maxInactiveIntervalInSeconds = Sessions.IDLE_SECONDS)
class Sessions {

    /** As the realm's; said here because Boot steps aside when we wrap its repository. */
    static final int IDLE_SECONDS = 60 * 60;

    /** However busy, nobody stays longer without saying who they are; as the realm's. */
    static final int LONGEST_SECONDS = 10 * 60 * 60;

    /**
     * When a session ends if nothing happens any more. Ours idles from its last call, Keycloak's
     * from the last token it issued, and both end with the day's work.
     */
    static Instant end(Instant lastCall, Instant lastToken, Instant signedIn) {
        var idle = lastCall.isBefore(lastToken) ? lastCall : lastToken;
        var idleEnd = idle.plusSeconds(IDLE_SECONDS);
        var lastEnd = signedIn.plusSeconds(LONGEST_SECONDS);
        return idleEnd.isBefore(lastEnd) ? idleEnd : lastEnd;
    }

    @Bean
    @Primary
    SessionRepository<? extends Session> calmSessions(
            JdbcIndexedSessionRepository sessions, TransactionTemplate transactions) {
        return new CalmSessions<>(sessions, transactions);
    }

    @Bean
    @Primary
    TransactionTemplate transactions(PlatformTransactionManager transactions) {
        return new TransactionTemplate(transactions);
    }

    /**
     * Spring Session would open a transaction of its own for each step. Reading needs none, which
     * halves what a call costs the database; and where there is one, it is joined, so that {@link
     * Tokens} reads and writes a session under its lock, on one connection.
     */
    @Bean
    TransactionTemplate springSessionTransactionOperations(
            PlatformTransactionManager transactions) {
        var joining = new TransactionTemplate(transactions);
        joining.setPropagationBehavior(TransactionDefinition.PROPAGATION_SUPPORTS);
        return joining;
    }

    /**
     * The prefix binds the cookie to this host and to TLS; browsers refuse it over plain http,
     * where a developer's machine is. Lax, because the way back from Keycloak comes from another
     * site.
     */
    @Bean
    CookieSerializer sessionCookie(Settings settings) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(settings.https() ? "__Host-sihong" : "sihong");
        cookie.setUseSecureCookie(settings.https());
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setCookiePath("/");
        return cookie;
    }
}
