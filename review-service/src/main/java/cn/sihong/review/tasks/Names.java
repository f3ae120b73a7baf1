package cn.sihong.review.tasks;

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

    @Bean
    NamesOfThings namesOfThings() {
        return new NamesOfThings(
                Map.ofEntries(
                        Map.entry(
                                "application",
                                "select id, title as name from applications where id = any (:ids)"),
                        Map.entry(
                                "circular",
                                "select id, title as name from circulars where id = any (:ids)"),
                        Map.entry(
                                "finding",
                                "select t.id, o.name from findings t join organisations o on o.id = t.school_id where t.id = any (:ids)"),
                        Map.entry(
                                "guidance",
                                "select t.id, o.name from guidance t join organisations o on o.id = t.school_id where t.id = any (:ids)"),
                        Map.entry(
                                "inspection",
                                "select t.id, o.name from inspections t join organisations o on o.id = t.school_id where t.id = any (:ids)"),
                        Map.entry(
                                "score-sheet",
                                "select s.id, o.name from score_sheets s join organisations o on o.id = s.judged_school_id where s.kind = 'SITE' and s.id = any (:ids)"),
                        Map.entry(
                                "supervision-visit",
                                "select t.id, o.name from supervision_visits t join organisations o on o.id = t.school_id where t.id = any (:ids)"),
                        Map.entry(
                                "veto",
                                "select t.id, o.name from vetoes t join organisations o on o.id = t.school_id where t.id = any (:ids)")));
    }
}
