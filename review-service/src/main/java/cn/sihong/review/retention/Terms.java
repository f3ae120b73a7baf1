package cn.sihong.review.retention;

import cn.sihong.platform.retention.Term;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Period;

/** No score, no count and no entry of the ledger is among it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Terms.Periods.class)
class Terms {

    /**
     * @param rolls who could vote, by name; since the appraisal closed
     * @param declarations what somebody wrote of their kin and former posts; since they wrote it
     * @param records what people wrote of schools; since the programme's year
     */
    @ConfigurationProperties("sihong.retention")
    record Periods(
            @DefaultValue("P6M") Period rolls,
            @DefaultValue("P3Y") Period declarations,
            @DefaultValue("P10Y") Period records) {}

    private static final Period AS_LONG_AS_IT_DECIDES = Period.ofYears(3);

    private final Periods kept;

    Terms(Periods kept) {
        this.kept = kept;
    }

    @Bean
    Term rollsEnd() {
        return new Term(
                        "entries of rolls",
                        kept.rolls(),
                        """
                        select count(*) from roll_entries e join appraisals a on a.id = e.appraisal_id
                        where a.state in ('COUNTED', 'REPEATED') and a.closes_on < :before
                        """,
                        """
                        with past as (select e.id from roll_entries e join appraisals a on a.id = e.appraisal_id
                                      where a.state in ('COUNTED', 'REPEATED') and a.closes_on < :before
                                      limit :most),
                             gone as (delete from roll_entries where id in (select id from past) returning 1)
                        select count(*) from gone
                        """)
                .atLeast(Period.ofMonths(1), "who was on the roll is asked until appeals are over");
    }

    @Bean
    Term declarationsOfSchoolsEnd() {
        return new Term(
                        "notes of declared conflicts",
                        kept.declarations(),
                        """
                        select count(*) from conflict_declarations
                        where note <> '' and declared_at < least(:before, current_date - interval '3 years')
                        """,
                        "select blank_conflict_notes(:before, :most)")
                .atLeast(AS_LONG_AS_IT_DECIDES, "for so long a former post is a conflict");
    }

    /** With the words by which discipline let them inspect all the same. */
    @Bean
    Term declarationsOfInspectorsEnd() {
        var past = "(note <> '' or waiver <> ended(waiver)) and at < :before";
        return new Term(
                        "notes of inspectors' conflicts",
                        kept.declarations(),
                        "select count(*) from inspector_declarations where " + past,
                        """
                        with past as (select id from inspector_declarations where %s order by at limit :most),
                             gone as (update inspector_declarations set note = '', waiver = ended(waiver)
                                      where id in (select id from past) returning 1)
                        select count(*) from gone
                        """
                                .formatted(past))
                .atLeast(AS_LONG_AS_IT_DECIDES, "for so long a former post is a conflict");
    }

    @Bean
    Term recordsEnd() {
        return Term.ofWords("words about schools", kept.records());
    }
}
