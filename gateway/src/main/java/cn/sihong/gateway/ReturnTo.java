package cn.sihong.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;

/** Remembers which page somebody came from when they go to sign in, and brings them back there. */
final class ReturnTo implements OAuth2AuthorizationRequestResolver, AuthenticationSuccessHandler {

    private static final String ATTRIBUTE = "returnTo";
    private static final String WORKBENCH = "/app";

    private final DefaultOAuth2AuthorizationRequestResolver requests;

    ReturnTo(ClientRegistrationRepository clients) {
        requests = new DefaultOAuth2AuthorizationRequestResolver(clients, "/oauth2/authorization");
        requests.setAuthorizationRequestCustomizer(
                OAuth2AuthorizationRequestCustomizers.withPkce());
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return remember(request, requests.resolve(request));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(
            HttpServletRequest request, String registrationId) {
        return remember(request, requests.resolve(request, registrationId));
    }

    private static @Nullable OAuth2AuthorizationRequest remember(
            HttpServletRequest request, @Nullable OAuth2AuthorizationRequest authorization) {
        if (authorization != null) {
            request.getSession().setAttribute(ATTRIBUTE, safe(request.getParameter(ATTRIBUTE)));
        }
        return authorization;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws IOException {
        var session = request.getSession();
        var address = session.getAttribute(ATTRIBUTE);
        session.removeAttribute(ATTRIBUTE);
        response.sendRedirect(address == null ? WORKBENCH : address.toString());
    }

    /** A path of this site, in ASCII; the workbench for anything that could lead elsewhere. */
    static String safe(@Nullable String wanted) {
        if (wanted == null) return WORKBENCH;
        try {
            var uri = new URI(wanted);
            boolean here =
                    uri.getScheme() == null
                            && uri.getRawAuthority() == null
                            && wanted.startsWith("/")
                            && !wanted.startsWith("//");
            return here ? uri.toASCIIString() : WORKBENCH;
        } catch (URISyntaxException e) {
            return WORKBENCH;
        }
    }
}
