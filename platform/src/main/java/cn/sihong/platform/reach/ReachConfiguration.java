package cn.sihong.platform.reach;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

@AutoConfiguration
class ReachConfiguration {

    @Bean
    ReachFilter reachFilter(Reaches reaches) {
        return new ReachFilter(reaches);
    }

    /** The filter belongs inside the security chain, after the token was read, and nowhere else. */
    @Bean
    FilterRegistrationBean<ReachFilter> notInTheServletChain(ReachFilter filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    @ConditionalOnMissingBean
    Reaches nobodySeesAnything() {
        return actor -> Reach.nothing();
    }

    /**
     * The first statement of each transaction tells the database how far it reaches; commit forgets
     * it.
     */
    @Bean
    TransactionExecutionListener tellsTheDatabase(ObjectProvider<JdbcClient> jdbc) {
        return new TransactionExecutionListener() {
            @Override
            public void afterBegin(
                    TransactionExecution transaction,
                    @org.jspecify.annotations.Nullable Throwable failure) {
                if (failure != null) return;
                jdbc.getObject()
                        .sql("select set_config('sihong.reach', ?, true)")
                        .param(Reach.current().setting())
                        .query(String.class)
                        .single();
            }
        };
    }
}
