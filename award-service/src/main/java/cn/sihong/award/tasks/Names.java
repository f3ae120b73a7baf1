package cn.sihong.award.tasks;

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
                                "adoption",
                                "select id, adopter_name as name from adoptions where id = any (:ids)"),
                        Map.entry(
                                "commendation",
                                "select id, document_number as name from commendations where id = any (:ids)"),
                        Map.entry(
                                "honour",
                                "select id, title as name from honours where id = any (:ids)"),
                        Map.entry(
                                "nomination",
                                "select id, name as name from nominations where id = any (:ids)"),
                        Map.entry(
                                "notice",
                                "select id, title as name from notices where id = any (:ids)")));
    }
}
