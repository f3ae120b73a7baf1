package cn.sihong.platform.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;

import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;

import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.util.HashMap;

import javax.sql.DataSource;

@AutoConfiguration
@EnableConfigurationProperties(OutboxSettings.class)
class OutboxConfiguration {

    @Bean
    Outbox outbox(
            JdbcClient jdbc,
            JsonMapper json,
            Clock clock,
            ObjectProvider<Tracer> tracer,
            Relay relay) {
        return new Outbox(jdbc, json, clock, tracer.getIfAvailable(() -> Tracer.NOOP), relay);
    }

    @Bean
    Relay relay(
            DataSource database,
            KafkaTemplate<String, String> eventTemplate,
            OutboxSettings settings) {
        return new Relay(database, eventTemplate, settings);
    }

    /**
     * As Boot connects (address, TLS), and sent so that every replica knows each event, in order,
     * and none is given up for a later one.
     */
    @Bean
    KafkaTemplate<String, String> eventTemplate(ProducerFactory<?, ?> kafkaProducerFactory) {
        var settings = new HashMap<>(kafkaProducerFactory.getConfigurationProperties());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        return new KafkaTemplate<>(
                new DefaultKafkaProducerFactory<>(
                        settings, new StringSerializer(), new StringSerializer()));
    }

    /**
     * Seconds the oldest unsent event has been waiting; the first thing to look at on a bad day.
     */
    @Bean
    Gauge outboxAge(MeterRegistry meters, JdbcClient jdbc) {
        return Gauge.builder("sihong.outbox.age", () -> age(jdbc))
                .baseUnit("seconds")
                .register(meters);
    }

    private static double age(JdbcClient jdbc) {
        return jdbc.sql(
                        """
                        select coalesce(extract(epoch from now() - min(announced_at)), 0) from outbox
                        """)
                .query(Double.class)
                .single();
    }
}
