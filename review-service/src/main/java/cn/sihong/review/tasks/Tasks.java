package cn.sihong.review.tasks;

import static cn.sihong.platform.keycloak.Role.DISCIPLINE;
import static cn.sihong.platform.keycloak.Role.INFO_OFFICER;
import static cn.sihong.platform.keycloak.Role.INSPECTOR;
import static cn.sihong.platform.keycloak.Role.PARTY_GROUP_MEMBER;
import static cn.sihong.platform.keycloak.Role.PARTY_OFFICE;
import static cn.sihong.platform.keycloak.Role.PEER_REVIEWER;
import static cn.sihong.platform.keycloak.Role.SCHOOL_SECRETARY;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.review.register.Seats;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads everybody's tasks from what there is; no task is stored. */
@Repository
class Tasks {

    /** Something to do, and where. */
    record Task(
            String kind,
            String title,
            UUID programmeId,
            UUID subjectId,
            String link,
            @Nullable LocalDate dueOn) {}

    private static final String OPEN_SHEETS =
            """
            select 'score-sheet' as kind,
                   case s.kind when 'PAPER' then '互查互评：评阅一份盲评材料'
                               else '互查互评：为“' || coalesce(o.name, '某校') || '”评分' end as title,
                   s.programme_id, s.id as subject_id, '/app/score-sheets/' || s.id as link, w.closes_on as due_on
            from due_sheets s
            left join organisations o on o.id = s.judged_school_id
            left join programme_windows w on w.programme_id = s.programme_id and w.stage = 'MUTUAL_REVIEW'
            where s.state = 'OPEN' and s.reviewing_school_id = any (?::uuid[])
            order by w.closes_on, s.id
            """;

    private static final String OPEN_INSPECTIONS =
            """
            select 'inspection' as kind,
                   case i.state when 'SCHEDULED' then '到“' when 'ON_SITE' then '填写并签署“' else '锁定“' end
                       || coalesce(o.name, '某校')
                       || case i.state when 'SCHEDULED' then '”开展现场考核验收' else '”的验收记录' end as title,
                   i.programme_id, i.id as subject_id, '/app/inspections/' || i.id as link, i.visit_on as due_on
            from inspections i
            join inspectors n on n.inspection_id = i.id and n.subject = ?
            left join organisations o on o.id = i.school_id
            where i.state <> 'LOCKED'
            order by i.visit_on, i.id
            """;

    private static final String STEPS_OF_ROUNDS =
            """
            select 'mutual-review' as kind,
                   case coalesce(r.state, 'NONE')
                       when 'NONE' then '建立互查互评' when 'PREPARED' then '公布互查互评承诺'
                       when 'COMMITTED' then '组织互查互评抽签' when 'DRAWN' then '互查互评抽签待纪检查验'
                       when 'INSPECTED' then '下发互查互评评分表'
                       else '评分表已全部锁定，结束互查互评' end as title,
                   p.id as programme_id, coalesce(r.id, p.id) as subject_id, '/app/mutual-reviews?programme=' || p.id as link,
                   case when r.state = 'RELEASED' then w.closes_on else w.opens_on end as due_on
            from programmes p
            left join rounds r on r.programme_id = p.id
            left join programme_windows w on w.programme_id = p.id and w.stage = 'MUTUAL_REVIEW'
            where not exists (select from closed_programmes c where c.programme_id = p.id and c.version > p.version)
              and case coalesce(r.state, 'NONE')
                      when 'CLOSED' then false
                      when 'RELEASED' then not exists (select from due_sheets s where s.round_id = r.id and s.state = 'OPEN')
                      else true end
            order by due_on, p.id
            """;

    private static final String SCHOOLS_WITHOUT_VISIT =
            """
            select 'inspection-schedule' as kind, '安排现场考核验收：还有 ' || count(*) || ' 所学校' as title,
                   p.id as programme_id, p.id as subject_id, '/app/inspections?programme=' || p.id as link, w.opens_on as due_on
            from programmes p
            join (select distinct programme_id, school_id from applications_in_review) s on s.programme_id = p.id
            left join programme_windows w on w.programme_id = p.id and w.stage = 'ACCEPTANCE'
            where not exists (select from closed_programmes c where c.programme_id = p.id and c.version > p.version)
              and not exists (select from inspections i where i.programme_id = p.id and i.school_id = s.school_id)
            group by p.id, w.opens_on
            order by w.opens_on, p.id
            """;

    /** The school answers, its finder looks, and two people of the bureau close. */
    private static final String FINDINGS =
            """
            select 'finding' as kind,
                   case f.state when 'ANSWERED' then '核实整改：“' when 'VERIFIED' then '整改销号：“'
                                when 'CLOSING' then '整改销号（第二人）：“' else '整改问题：“' end
                       || left(f.problem, 30) || '”' as title,
                   f.programme_id, f.id as subject_id, '/app/findings/' || f.id as link,
                   case when f.state in ('OPEN', 'REOPENED') then f.due_on end as due_on
            from findings f
            where f.state in ('OPEN', 'REOPENED') and f.school_id = any (:schools::uuid[])
               or f.state = 'ANSWERED' and f.finder = :me
               or :bureau and (f.state = 'VERIFIED' or f.state = 'CLOSING' and f.first_by <> :me)
            order by due_on nulls last, f.id
            """;

    /** Visitors go and tell what they saw; the school replies to what it is advised. */
    private static final String SUPERVISION =
            """
            select 'guidance' as kind, '答复指导意见：“' || left(g.text, 30) || '”' as title,
                   v.programme_id, g.id as subject_id, '/app/supervision/' || v.id as link, g.reply_by as due_on
            from guidance g join supervision_visits v on v.id = g.visit_id
            where g.replied_on is null and g.school_id = any (:schools::uuid[])
            union all
            select 'supervision', case v.state when 'ANNOUNCED' then '入校督查：“' else '反馈督查意见：“' end
                       || coalesce(o.name, '某校') || '”',
                   v.programme_id, v.id, '/app/supervision/' || v.id, v.visit_on
            from supervision_visits v left join organisations o on o.id = v.school_id
            where v.state in ('ANNOUNCED', 'HELD') and :me = any (v.visitors)
            order by due_on, subject_id
            """;

    private static final String ROLLS_TO_FILL =
            """
            select 'appraisal' as kind,
                   case a.electorate when 'PARENTS' then '填报家长人数' when 'STAFF' then '填报教职工评议名册'
                                     else '填报党员评议名册' end as title,
                   a.programme_id, a.id as subject_id, '/app/appraisals/' || a.id as link, a.opens_on as due_on
            from appraisals a
            where a.state = 'DRAFT' and a.school_id = any (?::uuid[])
              and case a.electorate when 'PARENTS' then a.eligible is null
                      else not exists (select from roll_entries r where r.appraisal_id = a.id) end
            order by a.opens_on, a.id
            """;

    private static final String VOTES_TO_COUNT =
            """
            select 'appraisal' as kind, '评议计票：“' || coalesce(o.name, '某校') || '”' as title,
                   a.programme_id, a.id as subject_id, '/app/appraisals/' || a.id as link, a.closes_on as due_on
            from appraisals a left join organisations o on o.id = a.school_id
            where a.state = 'OPEN' and a.closes_on < ?
            order by a.closes_on, a.id
            """;

    private final JdbcClient jdbc;
    private final Seats seats;
    private final Clock clock;

    Tasks(JdbcClient jdbc, Seats seats, Clock clock) {
        this.jdbc = jdbc;
        this.seats = seats;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Task> of(Actor actor) {
        var tasks = new ArrayList<Task>();
        if (actor.is(PARTY_OFFICE)) {
            tasks.addAll(jdbc.sql(STEPS_OF_ROUNDS).query(Tasks::task).list());
            tasks.addAll(jdbc.sql(SCHOOLS_WITHOUT_VISIT).query(Tasks::task).list());
            tasks.addAll(
                    jdbc.sql(VOTES_TO_COUNT).param(LocalDate.now(clock)).query(Tasks::task).list());
        }
        if (actor.is(PEER_REVIEWER)) tasks.addAll(sheetsOf(actor));
        if (actor.is(INSPECTOR))
            tasks.addAll(
                    jdbc.sql(OPEN_INSPECTIONS).param(actor.subject()).query(Tasks::task).list());
        if (actor.isAny(INFO_OFFICER, SCHOOL_SECRETARY)) tasks.addAll(rollsOf(actor));
        tasks.addAll(findingsOf(actor));
        tasks.addAll(supervisionOf(actor));
        return tasks;
    }

    private List<Task> rollsOf(Actor actor) {
        return jdbc.sql(ROLLS_TO_FILL)
                .param(
                        Stream.of(INFO_OFFICER, SCHOOL_SECRETARY)
                                .flatMap(role -> ids(actor, role))
                                .distinct()
                                .toArray(String[]::new))
                .query(Tasks::task)
                .list();
    }

    private List<Task> findingsOf(Actor actor) {
        return jdbc.sql(FINDINGS)
                .param("schools", ids(actor, SCHOOL_SECRETARY).toArray(String[]::new))
                .param("me", actor.subject())
                .param("bureau", actor.isAny(PARTY_OFFICE, PARTY_GROUP_MEMBER, DISCIPLINE))
                .query(Tasks::task)
                .list();
    }

    private List<Task> supervisionOf(Actor actor) {
        return jdbc.sql(SUPERVISION)
                .param("schools", ids(actor, SCHOOL_SECRETARY).toArray(String[]::new))
                .param("me", actor.subject())
                .query(Tasks::task)
                .list();
    }

    private Stream<String> ids(Actor actor, Role role) {
        return actor.is(role)
                ? seats.organisationsOf(actor.subject(), role).stream().map(UUID::toString)
                : Stream.empty();
    }

    private List<Task> sheetsOf(Actor actor) {
        return jdbc.sql(OPEN_SHEETS)
                .param(ids(actor, PEER_REVIEWER).toArray(String[]::new))
                .query(Tasks::task)
                .list();
    }

    private static Task task(ResultSet row, int n) throws SQLException {
        return new Task(
                row.getString("kind"),
                row.getString("title"),
                row.getObject("programme_id", UUID.class),
                row.getObject("subject_id", UUID.class),
                row.getString("link"),
                row.getObject("due_on", LocalDate.class));
    }
}
