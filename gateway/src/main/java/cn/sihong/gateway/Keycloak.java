package cn.sihong.gateway;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientTokenExchangeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.TokenExchangeGrantRequest;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

import java.net.http.HttpClient;
import java.time.Duration;

/**
 * What the gateway is to Keycloak, and what it asks of Keycloak behind the browser's back.
 * Addresses are written down and not discovered, so that the gateway starts while Keycloak is still
 * starting.
 */
@Component
class Keycloak implements ClientRegistrationRepository {

    /** Keycloak has ended this session: the person has to sign in again. */
    static final class SignedOut extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Keycloak no longer takes this token for one of its own that are good. */
    static final class NotBelieved extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotBelieved(Throwable cause) {
            super(cause);
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Keycloak.class);
    private static final String ID = "keycloak";

    private final ClientRegistration gateway;
    private final ClientRegistration exchanges;
    private final RestClient http;
    private final String logoutUri;

    Keycloak(Settings settings) {
        var browsers = settings.issuer() + "/protocol/openid-connect";
        var behind = settings.keycloak() + "/protocol/openid-connect";
        gateway =
                ClientRegistration.withRegistrationId(ID)
                        .clientId("gateway")
                        .clientSecret(settings.secret())
                        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        .redirectUri(settings.publicUrl() + "/login/oauth2/code/" + ID)
                        .scope("openid")
                        .issuerUri(settings.issuer())
                        .authorizationUri(browsers + "/auth")
                        .tokenUri(behind + "/token")
                        .jwkSetUri(behind + "/certs")
                        .userNameAttributeName("preferred_username")
                        .build();
        exchanges =
                ClientRegistration.withClientRegistration(gateway)
                        .authorizationGrantType(AuthorizationGrantType.TOKEN_EXCHANGE)
                        .build();
        logoutUri = behind + "/logout";
        http = patientButNotForLong();
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return ID.equals(id) ? gateway : null;
    }

    ClientRegistration gateway() {
        return gateway;
    }

    OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codes() {
        var codes = new RestClientAuthorizationCodeTokenResponseClient();
        codes.setRestClient(http);
        return codes;
    }

    OAuth2AccessTokenResponse refresh(OAuth2RefreshTokenGrantRequest request) {
        var refreshing = new RestClientRefreshTokenTokenResponseClient();
        refreshing.setRestClient(http);
        try {
            return refreshing.getTokenResponse(request);
        } catch (OAuth2AuthorizationException e) {
            if (e.getError().getErrorCode().equals(OAuth2ErrorCodes.INVALID_GRANT)) {
                throw new SignedOut();
            }
            throw e;
        }
    }

    /** A token that says the same of the same person, to this service alone. */
    OAuth2AccessTokenResponse exchange(OAuth2AccessToken signIn, String service) {
        var exchanging = new RestClientTokenExchangeTokenResponseClient();
        exchanging.setRestClient(http);
        exchanging.setParametersCustomizer(
                form -> form.set(OAuth2ParameterNames.AUDIENCE, service));
        try {
            return exchanging.getTokenResponse(
                    new TokenExchangeGrantRequest(exchanges, signIn, null));
        } catch (OAuth2AuthorizationException e) {
            if (e.getError().getErrorCode().equals(OAuth2ErrorCodes.INVALID_REQUEST)) {
                throw new NotBelieved(e);
            }
            throw e;
        }
    }

    /**
     * Ends the person's session at Keycloak, and so at every client. Asked from here with the
     * refresh token, because the usual way through the browser would carry the identity token in an
     * address.
     */
    void end(String refreshToken) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("client_id", gateway.getClientId());
        form.add("client_secret", gateway.getClientSecret());
        form.add("refresh_token", refreshToken);
        try {
            http.post().uri(logoutUri).body(form).retrieve().toBodilessEntity();
        } catch (RestClientException | OAuth2AuthorizationException e) {
            // The session here ends in any case; Keycloak's own ends when it has been idle.
            LOG.warn("Keycloak did not end a session: {}", e.toString());
        }
    }

    /** A refresh holds a lock and a connection, so an unwell Keycloak is given up soon. */
    private static RestClient patientButNotForLong() {
        return RestClient.builder()
                .requestFactory(
                        ClientHttpRequestFactoryBuilder.jdk()
                                .withHttpClientCustomizer(
                                        client -> client.version(HttpClient.Version.HTTP_1_1))
                                .build(
                                        HttpClientSettings.defaults()
                                                .withTimeouts(
                                                        Duration.ofSeconds(2),
                                                        Duration.ofSeconds(5))))
                .configureMessageConverters(converters ->
                        converters
                                .addCustomConverter(new FormHttpMessageConverter())
                                .addCustomConverter(
                                        new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }
}
