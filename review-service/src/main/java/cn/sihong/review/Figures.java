package cn.sihong.review;

import cn.sihong.platform.measure.Measure;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How far reviewing is, for whoever watches; of programmes that run. */
@Configuration(proxyBeanMethods = false)
class Figures {

    @Bean
    Measure scoreSheetsByState() {
        return Measure.states(
                "sihong.score.sheets",
                "Score sheets of running programmes",
                """
                select t.state as part, count(*) as value
                from score_sheets t
                where not exists (select from closed_programmes c where c.programme_id = t.programme_id)
                group by t.state
                """);
    }

    @Bean
    Measure inspectionsByState() {
        return Measure.states(
                "sihong.inspections",
                "Acceptance inspections of running programmes",
                """
                select t.state as part, count(*) as value
                from inspections t
                where not exists (select from closed_programmes c where c.programme_id = t.programme_id)
                group by t.state
                """);
    }

    @Bean
    Measure findingsByState() {
        return Measure.states(
                "sihong.findings",
                "Findings of running programmes",
                """
                select t.state as part, count(*) as value
                from findings t
                where not exists (select from closed_programmes c where c.programme_id = t.programme_id)
                group by t.state
                """);
    }
}
