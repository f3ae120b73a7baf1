package cn.sihong.platform.outbox;

import cn.sihong.platform.measure.Measure;

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
import org.springframework.kafka.support.ProducerListener;

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
        var template =
                new KafkaTemplate<>(
                        new DefaultKafkaProducerFactory<>(
                                settings, new StringSerializer(), new StringSerializer()));
        // the relay says what was not taken; the usual listener would say its content as well
        template.setProducerListener(new ProducerListener<>() {});
        return template;
    }

    /** The first thing to look at on a bad day. */
    @Bean
    Measure outboxAge() {
        return Measure.of(
                "sihong.outbox.age.seconds",
                "How long the oldest unsent event has been waiting",
                """
                select coalesce(
                    (select extract(epoch from clock_timestamp() - announced_at)
                     from outbox order by id limit 1), 0) as value
                """);
    }

    @Bean
    Measure outboxUnsent() {
        return Measure.of(
                "sihong.outbox.unsent",
                "Events that wait to be sent; no more than 10,000 are counted",
                "select count(*) as value from (select from outbox limit 10000) waiting");
    }
}
