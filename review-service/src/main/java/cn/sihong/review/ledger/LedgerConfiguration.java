package cn.sihong.review.ledger;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

import java.util.List;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(LedgerConfiguration.Settings.class)
class LedgerConfiguration {

    /**
     * What an operator sets.
     *
     * @param secret from which the signing key of the checkpoints follows
     * @param digest how entries are sealed from now on: {@code SHA-256} or {@code SM3}
     */
    @ConfigurationProperties("sihong.ledger")
    record Settings(String secret, @DefaultValue("SHA-256") String digest) {}

    @Bean
    Seal seal(Settings settings) {
        return Seal.of(settings.secret());
    }

    @Bean
    Digest digest(Settings settings) {
        return Digest.named(settings.digest());
    }

    @Bean
    List<String> ledgerTopics() {
        return EventTexts.topics();
    }
}
