package cn.sihong.platform.audit;

import io.micrometer.tracing.Tracer;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.Map;

@AutoConfiguration
class AuditConfiguration {

    @Bean
    Audit audit(JdbcClient jdbc, ObjectProvider<Tracer> tracer) {
        return new Audit(jdbc, tracer.getIfAvailable(() -> Tracer.NOOP));
    }

    @Bean
    Deeds deeds(JdbcClient jdbc, ObjectProvider<NamesOfThings> names) {
        return new Deeds(jdbc, names.getIfAvailable(() -> new NamesOfThings(Map.of())));
    }
}
