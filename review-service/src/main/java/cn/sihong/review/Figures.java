package cn.sihong.review;

import cn.sihong.platform.measure.Measure;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How far reviewing is, for whoever watches; of programmes that run. */
@Configuration(proxyBeanMethods = false)
class Figures {

    @Bean
    Measure scoreSheetsByState() {
        return byState("sihong.score.sheets", "Score sheets of running programmes", "score_sheets");
    }

    @Bean
    Measure inspectionsByState() {
        return byState(
                "sihong.inspections",
                "Acceptance inspections of running programmes",
                "inspections");
    }

    @Bean
    Measure findingsByState() {
        return byState("sihong.findings", "Findings of running programmes", "findings");
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
