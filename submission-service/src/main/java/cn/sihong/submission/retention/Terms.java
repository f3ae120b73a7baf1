package cn.sihong.submission.retention;

import cn.sihong.platform.retention.Term;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Period;

/**
 * Each statement names what it spares: nothing of a plan, an application or a batch is among it.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Terms.Periods.class)
class Terms {

    private static final Period HALF_A_YEAR = Period.ofMonths(6);

    /** Where a name stood that is kept no longer. */
    static final String LEFT = "（已离任）";

    /**
     * @param notifications what somebody was told, and the mails that said so; since it was told
     * @param mailboxes the mail address of somebody who left; since they left
     * @param views what somebody who left had saved for themselves; since they left
     * @param sketches a design that nobody went on with; since it was last kept
     * @param suggestions the name under a suggestion; since the answer
     * @param people the name of somebody who left; since they left
     */
    @ConfigurationProperties("sihong.retention")
    record Periods(
            @DefaultValue("P2Y") Period notifications,
            @DefaultValue("P30D") Period mailboxes,
            @DefaultValue("P30D") Period views,
            @DefaultValue("P1Y") Period sketches,
            @DefaultValue("P1Y") Period suggestions,
            @DefaultValue("P3Y") Period people) {}

    private final Periods kept;

    Terms(Periods kept) {
        this.kept = kept;
    }

    @Bean
    Term notificationsEnd() {
        return new Term(
                        "notifications",
                        kept.notifications(),
                        "select count(*) from notifications where told_at < :before",
                        """
                        with past as (select id from notifications where told_at < :before
                                      order by told_at limit :most),
                             read as (delete from notification_reads
                                      where notification_id in (select id from past)),
                             mailed as (delete from mailed_notifications
                                        where notification_id in (select id from past)),
                             gone as (delete from notifications where id in (select id from past) returning 1)
                        select count(*) from gone
                        """)
                .atLeast(HALF_A_YEAR, "a school may have to show that it was, or was not, told");
    }

    @Bean
    Term mailsEnd() {
        return new Term(
                "mails",
                kept.notifications(),
                """
                select count(*) from mails m where claimed_at < :before
                    and not exists (select from mailed_notifications n where n.mail_id = m.id)
                """,
                """
                with past as (select id from mails m where claimed_at < :before
                                  and not exists (select from mailed_notifications n where n.mail_id = m.id)
                              order by claimed_at limit :most),
                     gone as (delete from mails where id in (select id from past) returning 1)
                select count(*) from gone
                """);
    }

    @Bean
    Term mailboxesEnd() {
        return new Term(
                "mail addresses of people who left",
                kept.mailboxes(),
                """
                select count(*) from mailboxes join people using (subject)
                where account = 'CLOSED' and closed_at < :before
                """,
                """
                with past as (select subject from mailboxes join people using (subject)
                              where account = 'CLOSED' and closed_at < :before limit :most),
                     gone as (delete from mailboxes where subject in (select subject from past) returning 1)
                select count(*) from gone
                """);
    }

    @Bean
    Term viewsEnd() {
        return new Term(
                "views of people who left",
                kept.views(),
                """
                select count(*) from views join people using (subject)
                where account = 'CLOSED' and closed_at < :before
                """,
                """
                with past as (select id from views join people using (subject)
                              where account = 'CLOSED' and closed_at < :before limit :most),
                     gone as (delete from views where id in (select id from past) returning 1)
                select count(*) from gone
                """);
    }

    @Bean
    Term sketchesEnd() {
        return new Term(
                "sketches",
                kept.sketches(),
                "select count(*) from sketches where kept_at < :before",
                """
                with past as (select subject, page from sketches where kept_at < :before
                              order by kept_at limit :most),
                     gone as (delete from sketches where (subject, page) in (select subject, page from past) returning 1)
                select count(*) from gone
                """);
    }

    @Bean
    Term namesUnderSuggestionsEnd() {
        return new Term(
                "names under suggestions",
                kept.suggestions(),
                "select count(*) from suggestions where name is not null and answered_at < :before",
                """
                with past as (select id from suggestions where name is not null and answered_at < :before
                              order by answered_at limit :most),
                     gone as (update suggestions set name = null where id in (select id from past) returning 1)
                select count(*) from gone
                """);
    }

    /** Their account waits again, so that Keycloak forgets the name too. */
    @Bean
    Term namesOfPeopleEnd() {
        return new Term(
                        "names of people who left",
                        kept.people(),
                        """
                        select count(*) from people
                        where account = 'CLOSED' and closed_at < :before and name <> '%s'
                        """
                                .formatted(LEFT),
                        """
                        with past as (select username from people
                                      where account = 'CLOSED' and closed_at < :before and name <> '%1$s'
                                      order by closed_at limit :most),
                             gone as (update people set name = '%1$s', account = 'PENDING', fault = null,
                                          attempts = 0, next_try = now()
                                      where username in (select username from past) returning 1)
                        select count(*) from gone
                        """
                                .formatted(LEFT))
                .atLeast(HALF_A_YEAR, "who signed in must be found for as long as the log says so");
    }
}
