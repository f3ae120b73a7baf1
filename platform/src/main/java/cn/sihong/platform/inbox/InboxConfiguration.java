package cn.sihong.platform.inbox;

import cn.sihong.contracts.Event;
import cn.sihong.platform.measure.Measure;

import io.micrometer.core.instrument.MeterRegistry;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.EnableKafka;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.MicrometerConsumerListener;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.kafka.support.serializer.ErrorHandlingDeserializer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.backoff.ExponentialBackOff;

import tools.jackson.databind.json.JsonMapper;

import java.util.HashMap;

@AutoConfiguration
@EnableKafka
@EnableConfigurationProperties(InboxSettings.class)
class InboxConfiguration {

    @Bean
    Inbox inbox(JdbcClient jdbc, MeterRegistry meters) {
        return new Inbox(jdbc, meters);
    }

    @Bean
    Measure keysParked() {
        return Measure.of(
                "sihong.inbox.parked",
                "Keys whose events wait among the dead letters",
                "select count(*) as value from parked_keys");
    }

    @Bean
    ParkedKeys parkedKeys(JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new ParkedKeys(jdbc, new TransactionTemplate(transactions));
    }

    @Bean
    Replay replay(
            ParkedKeys parked,
            KafkaListenerEndpointRegistry listeners,
            ConsumerFactory<?, ?> kafkaConsumerFactory,
            PlatformTransactionManager transactions) {
        return new Replay(
                parked, listeners, kafkaConsumerFactory, new TransactionTemplate(transactions));
    }

    @Bean
    DeadLetters deadLetters(
            ParkedKeys parked,
            KafkaTemplate<String, String> eventTemplate,
            JsonMapper json,
            MeterRegistry meters) {
        return new DeadLetters(parked, eventTemplate, json, meters);
    }

    /**
     * Record listeners only: batch listeners of this release can lose the way to the dead letters.
     */
    @Bean
    ConcurrentKafkaListenerContainerFactory<String, Event> kafkaListenerContainerFactory(
            ConsumerFactory<?, ?> kafkaConsumerFactory,
            DeadLetters deadLetters,
            InboxSettings settings,
            MeterRegistry meters) {
        var factory = new ConcurrentKafkaListenerContainerFactory<String, Event>();
        factory.setConsumerFactory(consumers(kafkaConsumerFactory, meters));
        factory.setContainerCustomizer(InboxConfiguration::calledAsItsGroup);
        factory.setRecordInterceptor(deadLetters);
        factory.setCommonErrorHandler(errorHandler(deadLetters, settings));
        factory.getContainerProperties().setAckMode(AckMode.RECORD);
        factory.getContainerProperties().setObservationEnabled(true);
        factory.getContainerProperties()
                .setListenerTaskExecutor(new VirtualThreadTaskExecutor("events-"));
        return factory;
    }

    /** Measurements of a consumer carry its name and not its group's. */
    private static void calledAsItsGroup(MessageListenerContainer container) {
        container.getContainerProperties().setClientId(String.valueOf(container.getGroupId()));
    }

    /** As Boot connects (address, TLS), and read as the inbox needs. */
    private static DefaultKafkaConsumerFactory<String, Event> consumers(
            ConsumerFactory<?, ?> connected, MeterRegistry meters) {
        var settings = new HashMap<>(connected.getConfigurationProperties());
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // a topic that is made later is found soon
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000);
        var consumers =
                new DefaultKafkaConsumerFactory<>(
                        settings,
                        new StringDeserializer(),
                        new ErrorHandlingDeserializer<>(new EventDeserializer()));
        consumers.addListener(new MicrometerConsumerListener<>(meters));
        return consumers;
    }

    private static DefaultErrorHandler errorHandler(
            DeadLetters deadLetters, InboxSettings settings) {
        var backOff = new ExponentialBackOff(settings.firstRetry().toMillis(), 2);
        backOff.setMaxInterval(settings.slowestRetry().toMillis());
        backOff.setMaxElapsedTime(settings.giveUpAfter().toMillis());
        var handler = new DefaultErrorHandler(deadLetters, backOff);
        handler.addNotRetryableExceptions(SerializationException.class);
        return handler;
    }
}
