package cn.sihong.award;

import cn.sihong.platform.measure.Measure;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How far deciding is, for whoever watches; of programmes that run. */
@Configuration(proxyBeanMethods = false)
class Figures {

    @Bean
    Measure selectionsByState() {
        return Measure.states(
                "sihong.selections",
                "Selections of running programmes",
                """
                select t.state as part, count(*) as value
                from selections t
                where not exists (select from closed_programmes c where c.programme_id = t.programme_id)
                group by t.state
                """);
    }

    @Bean
    Measure noticesByState() {
        return Measure.states(
                "sihong.notices",
                "Public notices of running programmes",
                """
                select t.state as part, count(*) as value
                from notices t
                where not exists (select from closed_programmes c where c.programme_id = t.programme_id)
                group by t.state
                """);
    }

    @Bean
    Measure honoursByState() {
        return Measure.states(
                "sihong.honours",
                "Honours of running programmes",
                """
                select t.state as part, count(*) as value
                from honours t
                where not exists (select from closed_programmes c where c.programme_id = t.programme_id)
                group by t.state
                """);
    }
}
