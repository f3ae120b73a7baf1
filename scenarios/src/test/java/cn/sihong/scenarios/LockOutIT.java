package cn.sihong.scenarios;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sihong.scenarios.people.Person;

import org.junit.jupiter.api.Test;

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

    private static void refused(String password) {
        assertThatThrownBy(() -> Person.signedIn(Platform.gateway(), SOMEBODY, password))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("登录没有成功");
    }
}
