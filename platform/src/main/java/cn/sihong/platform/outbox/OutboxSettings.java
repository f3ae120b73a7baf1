package cn.sihong.platform.outbox;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * How the relay works.
 *
 * @param poll how long the relay sleeps when nobody wakes it: an event of another replica, or of a
 *     transaction that died after its commit, waits no longer
 * @param batch how many events are sent before they are deleted
 */
@ConfigurationProperties("sihong.outbox")
record OutboxSettings(@DefaultValue("200ms") Duration poll, @DefaultValue("500") int batch) {}
