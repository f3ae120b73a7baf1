package cn.sihong.award;

import cn.sihong.platform.measure.Measure;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How far deciding is, for whoever watches; of programmes that run. */
@Configuration(proxyBeanMethods = false)
class Figures {

    @Bean
    Measure selectionsByState() {
        return byState("sihong.selections", "Selections of running programmes", "selections");
    }

    @Bean
    Measure noticesByState() {
        return byState("sihong.notices", "Public notices of running programmes", "notices");
    }

    @Bean
    Measure honoursByState() {
        return byState("sihong.honours", "Honours of running programmes", "honours");
    }

    private static Measure byState(String name, String description, String table) {
        return Measure.states(
                name,
                description,
                """
                select t.state as part, count(*) as value
                from %s t
                where not exists (select from closed_programmes c where c.programme_id = t.programme_id)
                group by t.state
                """
                        .formatted(table));
    }
}
