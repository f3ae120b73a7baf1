package cn.sihong.submission;

import cn.sihong.platform.measure.Measure;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;

/** How far the schools are, for whoever watches; of programmes that run. */
@Configuration(proxyBeanMethods = false)
class Figures {

    @Bean
    Measure plansByState() {
        return byState("sihong.plans", "Plans of running programmes", "plans");
    }

    @Bean
    Measure applicationsByState() {
        return byState("sihong.applications", "Applications of running programmes", "applications");
    }

    @Bean
    Measure batchesByState() {
        return byState("sihong.batches", "Batches of running programmes", "batches");
    }

    @Bean
    Measure windows() {
        return new Measure(
                "sihong.window.seconds.left",
                "Until the first open window of a stage closes for everybody",
                "stage",
                """
                select w.stage as part,
                    extract(epoch from (min(w.closes_on) + 1)::timestamp at time zone 'Asia/Shanghai' - now()) as value
                from programme_windows w
                join programmes p on p.id = w.programme_id and p.state = 'PUBLISHED'
                where (now() at time zone 'Asia/Shanghai')::date between w.opens_on and w.closes_on
                group by w.stage
                """,
                Duration.ofMinutes(1));
    }

    private static Measure byState(String name, String description, String table) {
        return Measure.states(
                name,
                description,
                """
                select t.state as part, count(*) as value
                from %s t
                join programmes p on p.id = t.programme_id and p.state = 'PUBLISHED'
                group by t.state
                """
                        .formatted(table));
    }
}
