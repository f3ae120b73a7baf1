package cn.sihong.submission.tasks;

import static cn.sihong.platform.audit.NamesOfThings.called;

import static java.util.Map.entry;

import cn.sihong.platform.audit.NamesOfThings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.Map;

/** How somebody finds again what they worked on (已办). */
@Configuration(proxyBeanMethods = false)
class Names {

    @Bean
    NamesOfThings namesOfThings() {
        return new NamesOfThings(
                Map.ofEntries(
                        entry("application", called("applications", "title")),
                        entry("attachment", called("attachments", "name")),
                        entry("batch", at("batches", "unit_id")),
                        entry("organisation", called("organisations", "name")),
                        entry("plan", at("plans", "school_id")),
                        entry("programme", called("programmes", "title"))));
    }

    private static String at(String table, String organisation) {
        return """
        select t.id, o.name from %s t join organisations o on o.id = t.%s where t.id = any (:ids)
        """
                .formatted(table, organisation);
    }
}
