package cn.sihong.platform.store;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

@AutoConfiguration
@ConditionalOnProperty("sihong.store.bucket")
@EnableConfigurationProperties(ObjectStore.Settings.class)
class StoreConfiguration {

    @Bean
    ObjectStore objectStore(ObjectStore.Settings settings) {
        return new ObjectStore(settings);
    }
}
