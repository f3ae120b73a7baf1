package cn.sihong.scenarios;

import static cn.sihong.scenarios.people.Eventually.eventually;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sihong.local.LocalRun;
import cn.sihong.local.Running;
import cn.sihong.scenarios.people.Officer;
import cn.sihong.scenarios.people.Person;
import cn.sihong.scenarios.people.Telephone;
import cn.sihong.scenarios.town.Town;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** How people sign in at an installation, with nothing switched off. */
class AsInstalledIT {

    private static final String LIST = "/api/selections";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path home;

    private static Running run;
    private static URI gateway;
    private static Person settingUp;
    private static Person withCode;

    @BeforeAll
    static void start() {
        run =
                LocalRun.in(home)
                        .onFreePorts()
                        .askingForCodes()
                        .withoutDemoPassword()
                        .only("gateway", "submission-service", "award-service")
                        .start();
        gateway = URI.create(run.gatewayUrl());
        var telephone = new Telephone();
        settingUp = Person.signedIn(gateway, "office", Person.PASSWORD, telephone);
        withCode = Person.signedIn(gateway, "office", Person.PASSWORD, telephone);
    }

    @AfterAll
    static void stop() {
        run.close();
    }

    /**
     * Keycloak's word on how somebody signed in comes through the gateway's exchange to a service,
     * which goes by it.
     */
    @Test
    void anOfficerIsServedWhoSignedInWithACodeAndNobodyElse() {
        var refused = settingUp.visit(LIST);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(text(refused)).contains("second-factor-missing");
        assertThat(withCode.visit(LIST).statusCode()).isEqualTo(200);
    }

    @Test
    void aFirstPasswordLetsItsOwnerInOnceAndThenTheOneTheyChose() {
        var town = Town.of("QP", 1, 1, 0);
        var school = town.schools().getFirst();
        var office = new Officer(withCode);
        office.imports(town.workbook(), false);
        eventually("全部账号开通", () -> office.accountsPending() == 0);

        var unit = office.organisationsByCode().get(school.unitCode());
        var before = firstPasswords(unit.toString());
        assertThat(before).hasSize(town.people());
        var now = firstPasswords(unit.toString());
        var secretary = school.secretary().username();
        var password = now.get(secretary);
        assertThatThrownBy(() -> Person.signedIn(gateway, secretary, before.get(secretary)))
                .isInstanceOf(IllegalStateException.class);

        assertThat(Person.signedIn(gateway, secretary, password).get("/api/organisations/mine"))
                .isNotEmpty();
        assertThatThrownBy(() -> Person.signedIn(gateway, secretary, password))
                .isInstanceOf(IllegalStateException.class);
        Person.signedIn(gateway, secretary, Person.chosenAfter(password));
        assertThat(firstPasswords(unit.toString()))
                .hasSize(town.people() - 1)
                .doesNotContainKey(secretary);
    }

    private static Map<String, String> firstPasswords(String organisation) {
        var slips = new HashMap<String, String>();
        for (var slip :
                withCode.post("/api/organisations/" + organisation + "/first-passwords", Map.of()))
            slips.put(slip.path("username").asString(), slip.path("password").asString());
        return slips;
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
