package cn.sihong.submission.organisations;

import cn.sihong.platform.keycloak.Accounts;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/**
 * How accounts are opened.
 *
 * @param demoPassword of every new account, for showing and testing; empty in an installation,
 *     where each gets a first password of their own
 * @param poll how long to wait when there is nothing to do
 * @param atOnce how many accounts are opened side by side
 */
@ConfigurationProperties("sihong.accounts")
record AccountSettings(
        URI adminUrl,
        URI tokenUrl,
        String secret,
        @DefaultValue("") String demoPassword,
        @DefaultValue("2s") Duration poll,
        @DefaultValue("4") int atOnce) {

    @Configuration
    static class AccountConfiguration {
        @Bean
        Accounts accounts(AccountSettings settings, Clock clock) {
            return new Accounts(
                    new Accounts.Settings(
                            settings.adminUrl(),
                            settings.tokenUrl(),
                            "provisioning",
                            settings.secret(),
                            settings.demoPassword().isEmpty() ? null : settings.demoPassword()),
                    clock);
        }
    }
}
