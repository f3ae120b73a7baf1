package cn.sihong.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sihong.local.LocalRun;
import cn.sihong.scenarios.people.Person;
import cn.sihong.scenarios.people.Telephone;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * What an installation asks of officers, with nothing switched off: Keycloak's word on how somebody
 * signed in comes through the gateway's exchange to a service, which goes by it.
 */
class SecondFactorIT {

    private static final String LIST = "/api/selections";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path home;

    @Test
    void anOfficerIsServedWhoSignedInWithACodeAndNobodyElse() {
        try (var run =
                LocalRun.in(home)
                        .onFreePorts()
                        .askingForCodes()
                        .only("gateway", "award-service")
                        .start()) {
            var gateway = URI.create(run.gatewayUrl());
            var telephone = new Telephone();

            var settingUp = Person.signedIn(gateway, "office", Person.PASSWORD, telephone);
            var refused = settingUp.visit(LIST);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(new String(refused.body(), StandardCharsets.UTF_8))
                    .contains("second-factor-missing");

            var withCode = Person.signedIn(gateway, "office", Person.PASSWORD, telephone);
            assertThat(withCode.visit(LIST).statusCode()).isEqualTo(200);
        }
    }
}
