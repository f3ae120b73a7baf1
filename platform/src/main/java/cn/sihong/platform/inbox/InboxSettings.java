package cn.sihong.platform.inbox;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * How patiently an event that could not be applied is tried again; its partition waits meanwhile.
 *
 * @param giveUpAfter then it goes to the dead letters and its key is parked
 */
@ConfigurationProperties("sihong.inbox")
record InboxSettings(
        @DefaultValue("200ms") Duration firstRetry,
        @DefaultValue("10s") Duration slowestRetry,
        @DefaultValue("60s") Duration giveUpAfter) {}
