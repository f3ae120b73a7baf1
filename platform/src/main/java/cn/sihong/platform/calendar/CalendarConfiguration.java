package cn.sihong.platform.calendar;

import cn.sihong.platform.inbox.Inbox;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Clock;

@AutoConfiguration
class CalendarConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.system(WorkingDays.BEIJING);
    }

    @Bean
    CalendarDays calendarDays(JdbcClient jdbc) {
        return new CalendarDays(jdbc);
    }

    @Bean
    @ConditionalOnProperty("sihong.calendar.follow")
    CalendarListener calendarListener(Inbox inbox, CalendarDays days) {
        return new CalendarListener(inbox, days);
    }
}
