package cn.sihong.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionInformation;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;

/**
 * Which of our sessions belongs to which of Keycloak's. When Keycloak ends one (signed out
 * elsewhere, account closed, ended by an administrator) it tells any one gateway, and the session
 * is gone for all of them.
 */
@Component
class KeycloakSessions implements OidcSessionRegistry, LogoutHandler {

    private final JdbcClient jdbc;
    private final JdbcIndexedSessionRepository sessions;

    KeycloakSessions(JdbcClient jdbc, JdbcIndexedSessionRepository sessions) {
        this.jdbc = jdbc;
        this.sessions = sessions;
    }

    @Override
    public void saveSessionInformation(OidcSessionInformation session) {
        var token = session.getPrincipal().getIdToken();
        jdbc.sql(
                        """
                        insert into keycloak_session (session_id, issuer, subject, sid)
                        values (:session, :issuer, :subject, :sid)
                        on conflict (session_id) do update
                            set issuer = excluded.issuer, subject = excluded.subject, sid = excluded.sid\
                        """)
                .param("session", session.getSessionId())
                .param("issuer", String.valueOf(token.getIssuer()))
                .param("subject", token.getSubject())
                .param("sid", token.getClaimAsString("sid"))
                .update();
    }

    @Override
    public @Nullable OidcSessionInformation removeSessionInformation(String sessionId) {
        return jdbc.sql(
                        """
                        delete from keycloak_session where session_id = :session
                        returning session_id, issuer, subject, sid\
                        """)
                .param("session", sessionId)
                .query((row, _) ->
                        session(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4)))
                .optional()
                .orElse(null);
    }

    /** With a {@code sid} one session of the person is meant, without it all of them. */
    @Override
    public List<OidcSessionInformation> removeSessionInformation(OidcLogoutToken logout) {
        return jdbc.sql(
                        """
                        delete from keycloak_session
                        where issuer = :issuer
                          and (sid = :sid or cast(:sid as text) is null)
                          and (subject = :subject or cast(:subject as text) is null)
                        returning session_id, issuer, subject, sid\
                        """)
                .param("issuer", String.valueOf(logout.getIssuer()))
                .param("sid", logout.getSessionId())
                .param("subject", logout.getSubject())
                .query((row, _) ->
                        session(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4)))
                .list();
    }

    /** Called with a logout token whose signature, issuer and audience have been checked. */
    @Override
    public void logout(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Authentication keycloak) {
        if (keycloak != null && keycloak.getPrincipal() instanceof OidcLogoutToken logout) {
            removeSessionInformation(logout)
                    .forEach(session -> sessions.deleteById(session.getSessionId()));
        }
    }

    /** The registry speaks of whole users; of ours the row knows just what names the session. */
    private static OidcSessionInformation session(
            String sessionId, String issuer, String subject, @Nullable String sid) {
        Map<String, Object> claims =
                sid == null
                        ? Map.of("iss", issuer, "sub", subject)
                        : Map.of("iss", issuer, "sub", subject, "sid", sid);
        var token = new OidcIdToken("none", null, null, claims);
        return new OidcSessionInformation(
                sessionId, Map.of(), new DefaultOidcUser(List.of(), token));
    }
}
