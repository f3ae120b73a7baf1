package cn.sihong.platform.test;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaTemplate;

import tools.jackson.databind.json.JsonMapper;

@TestConfiguration
class TestSupport {

    @Bean
    Events events(
            JdbcClient jdbc,
            KafkaTemplate<String, String> eventTemplate,
            KafkaListenerEndpointRegistry readers,
            JsonMapper json) {
        return new Events(jdbc, eventTemplate, readers, json);
    }
}
