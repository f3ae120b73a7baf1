package cn.sihong.submission.tasks;

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
                        Map.entry(
                                "application",
                                "select id, title as name from applications where id = any (:ids)"),
                        Map.entry(
                                "attachment",
                                "select id, name as name from attachments where id = any (:ids)"),
                        Map.entry(
                                "batch",
                                "select b.id, o.name from batches b join organisations o on o.id = b.unit_id where b.id = any (:ids)"),
                        Map.entry(
                                "organisation",
                                "select id, name as name from organisations where id = any (:ids)"),
                        Map.entry(
                                "plan",
                                "select t.id, o.name from plans t join organisations o on o.id = t.school_id where t.id = any (:ids)"),
                        Map.entry(
                                "programme",
                                "select id, title as name from programmes where id = any (:ids)")));
    }
}
