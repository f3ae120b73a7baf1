package cn.sihong.review.tasks;

import static cn.sihong.platform.audit.NamesOfThings.called;

import static java.util.Map.entry;

import cn.sihong.platform.audit.NamesOfThings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.Map;

/**
 * How somebody finds again what they worked on (已办). What is read blind has no name, nor have
 * ballots and draws.
 */
@Configuration(proxyBeanMethods = false)
class Names {

    private static final String SEEN_ON_THE_SPOT =
            """
            select s.id, o.name from score_sheets s join organisations o on o.id = s.judged_school_id
            where s.kind = 'SITE' and s.id = any (:ids)
            """;

    @Bean
    NamesOfThings namesOfThings() {
        return new NamesOfThings(
                Map.ofEntries(
                        entry("application", called("applications", "title")),
                        entry("circular", called("circulars", "title")),
                        entry("finding", atSchool("findings")),
                        entry("guidance", atSchool("guidance")),
                        entry("inspection", atSchool("inspections")),
                        entry("score-sheet", SEEN_ON_THE_SPOT),
                        entry("supervision-visit", atSchool("supervision_visits")),
                        entry("veto", atSchool("vetoes"))));
    }

    private static String atSchool(String table) {
        return """
        select t.id, o.name from %s t join organisations o on o.id = t.school_id where t.id = any (:ids)
        """
                .formatted(table);
    }
}
