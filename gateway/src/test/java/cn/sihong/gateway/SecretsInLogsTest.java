package cn.sihong.gateway;

import static cn.sihong.gateway.World.KEYCLOAK;
import static cn.sihong.gateway.World.ONE;
import static cn.sihong.gateway.World.OTHER;
import static cn.sihong.gateway.World.TIGHT;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;

/** As talkative as in production, and everything going wrong that makes a gateway talk. */
@ExtendWith(OutputCaptureExtension.class)
class SecretsInLogsTest {

    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

    private final Level before = ROOT.getLevel();

    @BeforeEach
    void asInProduction() {
        ROOT.setLevel(Level.INFO);
        KEYCLOAK.handedOut.clear();
    }

    @AfterEach
    void allIsWell() {
        ROOT.setLevel(before);
        KEYCLOAK.refusesRefresh = false;
        KEYCLOAK.refusesExchange = false;
        KEYCLOAK.unwell = false;
        KEYCLOAK.accessTokenLife = Duration.ofMinutes(5);
    }

    @Test
    void noTokenCodeCookieOrSecretIsLogged(CapturedOutput log) {
        var secrets = new ArrayList<String>();
        KEYCLOAK.accessTokenLife = Duration.ofSeconds(5);
        for (int i = 0; i < 4; i++) {
            var browser = new Browser().signedIn(i == 3 ? TIGHT : ONE);
            var cookie = browser.cookies.get("sihong");
            secrets.add(cookie);
            secrets.add(new String(Base64.getDecoder().decode(cookie), StandardCharsets.UTF_8));
            secrets.add(browser.cookies.get("XSRF-TOKEN"));
            KEYCLOAK.unwell = i == 0;
            KEYCLOAK.refusesExchange = i == 1;
            KEYCLOAK.refusesRefresh = i == 2;
            browser.get(ONE + "/api/plans");
            browser.get(TIGHT + "/api/findings"); // nobody is there
            browser.post(ONE + "/api/me/stay", BodyPublishers.noBody());
            browser.get(
                    OTHER + "/login/oauth2/code/keycloak?code=" + secrets.getFirst() + "&state=x");
            browser.post(ONE + "/logout", BodyPublishers.noBody());
            KEYCLOAK.unwell = false;
        }
        secrets.addAll(KEYCLOAK.handedOut);
        secrets.add(StubKeycloak.SECRET);

        assertThat(secrets).hasSizeGreaterThan(20);
        assertThat(log.getAll())
                .contains("is unavailable")
                .doesNotContain(secrets)
                .doesNotContain("Bearer ", "eyJ");
    }
}
