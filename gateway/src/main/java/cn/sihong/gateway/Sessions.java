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
import org.springframework.transaction.support.TransactionTemplate;

/** How sessions are kept and how a browser names its own. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(maxInactiveIntervalInSeconds = Sessions.IDLE_SECONDS)
class Sessions {

    /** As the realm's; said here because Boot steps aside when we wrap its repository. */
    static final int IDLE_SECONDS = 60 * 60;

    @Bean
    @Primary
    SessionRepository<? extends Session> calmSessions(JdbcIndexedSessionRepository sessions) {
        return new CalmSessions<>(sessions);
    }

    /**
     * Spring Session would open a transaction of its own for each step; joining the one around it
     * lets {@link Tokens} read and write a session under its lock, on one connection.
     */
    @Bean
    TransactionTemplate springSessionTransactionOperations(
            PlatformTransactionManager transactions) {
        return new TransactionTemplate(transactions);
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
