package cn.sihong.award.tasks;

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
                        entry("adoption", called("adoptions", "adopter_name")),
                        entry("commendation", called("commendations", "document_number")),
                        entry("honour", called("honours", "title")),
                        entry("nomination", called("nominations", "name")),
                        entry("notice", called("notices", "title"))));
    }
}
