package cn.sihong.platform.retention;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.support.TransactionOperations;

import java.time.Clock;
import java.util.List;

@AutoConfiguration
@ConditionalOnBean(Term.class)
@EnableScheduling
class RetentionConfiguration {

    @Bean
    Retention retention(
            JdbcClient jdbc,
            TransactionOperations transactions,
            List<Term> terms,
            @Value("${sihong.retention.dry-run:false}") boolean dryRun,
            Clock clock,
            MeterRegistry meters) {
        return new Retention(jdbc, transactions, terms, dryRun, clock, meters);
    }
}
