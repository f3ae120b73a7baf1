package cn.sihong.award.retention;

import cn.sihong.platform.retention.Term;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Period;

/** No decision, notice, honour, certificate or item of an archive is among it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Terms.Periods.class)
class Terms {

    private static final String HIDDEN = "（已隐去）";

    /**
     * @param objectors who objected, and their scan; since the decision
     * @param nominations who was nominated and did not come through; since the branch's meeting
     * @param records what else people wrote; since the programme's year
     */
    @ConfigurationProperties("sihong.retention")
    record Periods(
            @DefaultValue("P3Y") Period objectors,
            @DefaultValue("P3Y") Period nominations,
            @DefaultValue("P10Y") Period records) {}

    private final Periods kept;

    Terms(Periods kept) {
        this.kept = kept;
    }

    @Bean
    Term objectorsEnd() {
        return new Term(
                        "objectors",
                        kept.objectors(),
                        "select objectors_past(:before)",
                        "select forget_objectors(:before, :most)")
                .atLeast(Period.ofYears(1), "whoever objected may ask again what became of it");
    }

    @Bean
    Term nominationsEnd() {
        return new Term(
                        "nominations that did not come through",
                        kept.nominations(),
                        """
                        select count(*) from nominations
                        where state in ('DECLINED', 'WITHDRAWN') and held_on < :before and name <> '%s'
                        """
                                .formatted(HIDDEN),
                        """
                        with past as (select id from nominations
                                      where state in ('DECLINED', 'WITHDRAWN') and held_on < :before
                                          and name <> '%1$s'
                                      limit :most),
                             gone as (update nominations set name = '%1$s', post = '%1$s', deeds = '%1$s',
                                          reason = '%1$s'
                                      where id in (select id from past) returning 1)
                        select count(*) from gone
                        """
                                .formatted(HIDDEN))
                .atLeast(Period.ofYears(1), "the programme it was made for may still run");
    }

    @Bean
    Term recordsEnd() {
        return Term.ofWords("words about awards", kept.records());
    }
}
