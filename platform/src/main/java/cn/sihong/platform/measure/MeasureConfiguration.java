package cn.sihong.platform.measure;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;

@AutoConfiguration
@EnableScheduling
class MeasureConfiguration {

    @Bean
    Measures measures(
            List<Measure> measures,
            MeterRegistry meters,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        var reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        reading.setTimeout(5);
        return new Measures(measures, meters, jdbc, reading);
    }

    /**
     * Who reaches the management port may read it: nothing there can be changed, and the network
     * decides who reaches it. On the port of the application none of this is served.
     */
    @Bean
    @Order(0)
    SecurityFilterChain watchers(HttpSecurity http) throws Exception {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(watchers -> watchers.anyRequest().permitAll())
                .build();
    }
}
