package cn.sihong.scenarios;

import static cn.sihong.scenarios.people.Eventually.eventually;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sihong.scenarios.people.Person;

import org.junit.jupiter.api.Test;

import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The realm's rules as Keycloak itself keeps them. */
class LockOutIT {

    /** Somebody whom no other test needs: the account stays shut for a minute. */
    private static final String SOMEBODY = "auditor";

    @Test
    void afterFiveWrongPasswordsTheRightOneDoesNotHelp() {
        Person.signedIn(Platform.gateway(), SOMEBODY);
        for (int i = 0; i < 5; i++) refused("guess-number-" + i);

        refused(Person.PASSWORD);
    }

    @Test
    void theEleventhSessionOfAPersonEndsTheFirst() throws InterruptedException {
        var first = Platform.another("secadmin");
        // Keycloak knows the age of a session in whole seconds, and takes any of the oldest
        TimeUnit.SECONDS.sleep(2);
        var others = Stream.generate(() -> Platform.another("secadmin")).limit(10).toList();

        eventually("the first has ended", () -> !signedIn(first));
        assertThat(others).allMatch(LockOutIT::signedIn);
    }

    private static boolean signedIn(Person person) {
        return person.get("/api/me").path("signedIn").asBoolean();
    }

    private static void refused(String password) {
        assertThatThrownBy(() -> Person.signedIn(Platform.gateway(), SOMEBODY, password))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("登录没有成功");
    }
}
