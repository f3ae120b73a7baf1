package cn.sihong.submission.retention;

import cn.sihong.platform.retention.Term;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Period;

/**
 * Of applications, plans and batches the words end and the rows stay: whose they were, how far they
 * came, numbers, ranks and certificates are what the round is proved by. What came to the bureau is
 * kept as the State Archives Administration's order no. 8 lists it, for 10 or 30 years.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Terms.Periods.class)
class Terms {

    private static final Period HALF_A_YEAR = Period.ofMonths(6);
    private static final Period A_YEAR = Period.ofYears(1);
    private static final Period TEN_YEARS = Period.ofYears(10);
    private static final Period THIRTY_YEARS = Period.ofYears(30);

    private static final String ORDER_8 = "order no. 8 of the State Archives Administration";
    private static final String STILL_RUNS = "the programme it was written for may still run";

    /** Where a name stood that is kept no longer. */
    static final String LEFT = "（已离任）";

    /**
     * @param notifications what somebody was told, and the mails that said so; since it was told
     * @param mailboxes the mail address of somebody who left; since they left
     * @param views what somebody who left had saved for themselves; since they left
     * @param sketches a design that nobody went on with; since it was last kept
     * @param suggestions the name under a suggestion; since the answer
     * @param people the name of somebody who left; since they left
     * @param unreported applications and plans that never came to the bureau; since their last
     *     change
     * @param reported applications that came to the bureau, filed plans and batches, since their
     *     last change; progress, since the end of the programme's year
     * @param honoured applications that were honoured, also where that was revoked; since their
     *     last change
     * @param files those that no application names; since their upload
     */
    @ConfigurationProperties("sihong.retention")
    record Periods(
            @DefaultValue("P2Y") Period notifications,
            @DefaultValue("P30D") Period mailboxes,
            @DefaultValue("P30D") Period views,
            @DefaultValue("P1Y") Period sketches,
            @DefaultValue("P1Y") Period suggestions,
            @DefaultValue("P3Y") Period people,
            @DefaultValue("P2Y") Period unreported,
            @DefaultValue("P10Y") Period reported,
            @DefaultValue("P30Y") Period honoured,
            @DefaultValue("P10Y") Period files) {}

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

    @Bean
    Term applicationsThatWereNotReportedEnd() {
        return applications(
                        "applications that were not reported",
                        kept.unreported(),
                        "'DRAFT', 'SUBMITTED', 'RETURNED', 'NOT_RECOMMENDED', 'WITHDRAWN'")
                .atLeast(A_YEAR, STILL_RUNS);
    }

    @Bean
    Term applicationsThatWereReportedEnd() {
        return applications(
                        "applications that were reported",
                        kept.reported(),
                        "'RECOMMENDED', 'BATCHED', 'RECEIVED', 'CORRECTION', 'FORMALLY_OK', 'NOT_ADMITTED'")
                .atLeast(TEN_YEARS, ORDER_8);
    }

    @Bean
    Term applicationsThatWereHonouredEnd() {
        return applications(
                        "applications that were honoured", kept.honoured(), "'HONOURED', 'REVOKED'")
                .atLeast(THIRTY_YEARS, ORDER_8);
    }

    /** Who read one finds it under the words that are left. */
    private static Term applications(String what, Period kept, String states) {
        var past =
                """
                state in (%s) and changed_at < :before
                and (content <> jsonb_build_object('title', ended_words())
                     or opinion <> ended_words() or reason <> ended_words())
                """
                        .formatted(states);
        return new Term(
                what,
                kept,
                "select count(*) from applications where " + past,
                """
                with past as (select id from applications where %s order by changed_at limit :most),
                     read as (update readings set title = ended_words()
                              where thing = 'APPLICATION' and thing_id in (select id from past)),
                     gone as (update applications
                              set version = version + 1,
                                  content = jsonb_build_object('title', ended_words()),
                                  opinion = case when opinion is not null then ended_words() end,
                                  reason = case when reason is not null then ended_words() end
                              where id in (select id from past) returning 1)
                select count(*) from gone
                """
                        .formatted(past));
    }

    @Bean
    Term plansThatWereNotFiledEnd() {
        return plans("plans that were not filed", kept.unreported(), false)
                .atLeast(A_YEAR, STILL_RUNS);
    }

    @Bean
    Term plansThatWereFiledEnd() {
        return plans("plans that were filed", kept.reported(), true).atLeast(TEN_YEARS, ORDER_8);
    }

    /** With their editions, which the service itself may only add to. */
    private static Term plans(String what, Period kept, boolean filed) {
        return new Term(
                what,
                kept,
                "select count(*) from plans_past(:before, %s)".formatted(filed),
                "select forget_plans(:before, %s, :most)".formatted(filed));
    }

    /** Nothing refers to an activity, and nobody was told of one: nothing is left of it. */
    @Bean
    Term activitiesEnd() {
        return progress("activities", "activities", "id");
    }

    @Bean
    Term progressSheetsEnd() {
        return progress("sheets of progress", "progress_sheets", "(school_id, programme_id, kind)");
    }

    private Term progress(String what, String table, String key) {
        var past =
                "from %s where programme_id in (select id from programmes where make_date(year + 1, 1, 1) < :before)"
                        .formatted(table);
        return new Term(
                        what,
                        kept.reported(),
                        "select count(*) " + past,
                        """
                        with gone as (delete from %s where %s in (select %s %s limit :most) returning 1)
                        select count(*) from gone
                        """
                                .formatted(table, key, key.replaceAll("[()]", ""), past))
                .atLeast(TEN_YEARS, ORDER_8);
    }

    /** A summary keeps its lines and its count. */
    @Bean
    Term batchesEnd() {
        var past =
                """
                submitted_at < :before and (
                    check_opinion <> ended_words()
                    or jsonb_path_exists(jsonb_build_array(reasons, struck), '$[*].* ? (@ != $ended)',
                                         jsonb_build_object('ended', ended_words()))
                    or exists (select from batch_lines l where l.batch_id = b.id
                               and (l.title <> ended_words() or l.reason <> ended_words())))
                """;
        return new Term(
                        "batches",
                        kept.reported(),
                        "select count(*) from batches b where " + past,
                        """
                        with past as (select id from batches b where %s order by submitted_at limit :most),
                             lines as (update batch_lines
                                       set title = ended_words(),
                                           reason = case when reason is not null then ended_words() end
                                       where batch_id in (select id from past)),
                             gone as (update batches
                                      set version = version + 1,
                                          check_opinion = case when check_opinion is not null then ended_words() end,
                                          reasons = (select coalesce(jsonb_object_agg(one, ended_words()), '{}')
                                                     from jsonb_object_keys(reasons) one),
                                          struck = case when struck is not null then
                                                       (select coalesce(jsonb_object_agg(one, ended_words()), '{}')
                                                        from jsonb_object_keys(struck) one) end
                                      where id in (select id from past) returning 1)
                        select count(*) from gone
                        """
                                .formatted(past))
                .atLeast(TEN_YEARS, ORDER_8);
    }

    /**
     * What an application names stays for as long as its words do. What none names may still show a
     * finding of the inspection: review-service keeps its pictures here and does not say which, so
     * each stays as long as what was reported.
     */
    @Bean
    Term filesEnd() {
        var past =
                """
                state <> 'ENDED' and uploaded_at < :before
                and not exists (select from applications p, jsonb_path_query(p.content, '$.**.attachment') as named
                                where lower(named #>> '{}') = a.id::text)
                """;
        return new Term(
                        "files that no application names",
                        kept.files(),
                        "select count(*) from attachments a where " + past,
                        """
                        with past as (select id from attachments a where %s order by uploaded_at limit :most),
                             looks as (delete from lookalikes where attachment_id in (select id from past)),
                             read as (update readings set title = ended_words()
                                      where thing = 'ATTACHMENT' and thing_id in (select id from past)),
                             gone as (update attachments
                                      set state = 'ENDED', name = ended_words(), finding = null,
                                          look_across = null, look_down = null, look_pieces = null
                                      where id in (select id from past) returning 1)
                        select count(*) from gone
                        """
                                .formatted(past))
                .atLeast(
                        TEN_YEARS,
                        "a finding may show it, and is kept as long as what was reported");
    }
}
