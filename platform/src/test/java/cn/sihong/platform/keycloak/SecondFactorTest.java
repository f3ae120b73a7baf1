package cn.sihong.platform.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

class SecondFactorTest {

    private static final JsonNode REALM =
            JsonMapper.shared().readTree(Path.of("../deploy/keycloak/sihong-realm.json"));

    @AfterEach
    void nobodyIsSignedIn() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void theRealmAsksWhomTheServicesAsk() {
        assertThat(
                        REALM.at("/roles/realm")
                                .valueStream()
                                .filter(role ->
                                        role.at("/composites/client/gateway")
                                                .toString()
                                                .contains("second-factor"))
                                .map(role -> role.get("name").asString()))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Role.values())
                                .filter(Role::isOfficer)
                                .map(Role::wireName)
                                .toList());
    }

    @Test
    void whereNothingIsSetOfficersAreAsked() {
        signIn(Role.PARTY_OFFICE, "pwd");

        assertThatThrownBy(() -> check(settings(Map.of())))
                .isInstanceOf(SecondFactor.Missing.class);
    }

    @Test
    void theWordThatSwitchesItOffInTheRealmSwitchesItOffHere() throws Exception {
        signIn(Role.PARTY_OFFICE, "pwd");

        check(settings(Map.of("sihong.second-factor.officers", "DISABLED")));
    }

    @Test
    void whoGaveACodeIsLetIn() throws Exception {
        signIn(Role.PARTY_OFFICE, "pwd", "otp");

        check(settings(Map.of()));
    }

    private static SecondFactor settings(Map<String, String> set) {
        return new Binder(new MapConfigurationPropertySource(set))
                .bindOrCreate("sihong.second-factor", SecondFactor.class);
    }

    private static void check(SecondFactor secondFactor) throws Exception {
        secondFactor.check(
                new MockHttpServletRequest(), new MockHttpServletResponse(), new MockFilterChain());
    }

    private static void signIn(Role role, String... methods) {
        SecurityContextHolder.getContext()
                .setAuthentication(
                        SignedIn.of(
                                Jwt.withTokenValue("token")
                                        .header("alg", "RS256")
                                        .subject(UUID.randomUUID().toString())
                                        .claim(
                                                "realm_access",
                                                Map.of("roles", List.of(role.wireName())))
                                        .claim("amr", List.of(methods))
                                        .build()));
    }
}
