package cn.sihong.submission.readings;

import cn.sihong.platform.calendar.WorkingDays;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.paging.PageRequest;
import cn.sihong.platform.reach.Reach;
import cn.sihong.submission.organisations.Organisation;
import cn.sihong.submission.organisations.Seats;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Notes readers and tells the school. What is opened again within minutes counts once. */
@Component
public class Readings {

    /** What can be read. */
    public enum Thing {
        APPLICATION,
        ATTACHMENT
    }

    /**
     * Something of a school that somebody opens.
     *
     * @param unit who screens what the school says
     */
    public record Opened(Thing thing, UUID id, String title, UUID school, UUID unit) {}

    /**
     * A reader's day with one thing.
     *
     * @param organisation the unit they read for; absent for the bureau
     * @param times how often they opened it that day, with minutes in between
     */
    record Reading(
            UUID id,
            Thing thing,
            UUID thingId,
            String title,
            String role,
            @Nullable String organisation,
            LocalDate day,
            int times,
            Instant lastAt) {}

    private final JdbcClient jdbc;
    private final Seats seats;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Readings(JdbcClient jdbc, Seats seats, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.seats = seats;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Notes that somebody of another house opened it. A school's own people are not noted, nor are
     * those of a direct unit, which screens itself.
     */
    public void note(Opened opened, Actor actor) {
        var mine = seats.organisationsOf(actor);
        if (mine.contains(opened.school())) return;
        var unit = mine.contains(opened.unit()) ? opened.unit() : null;
        var role = unit == null ? ofTheBureau(actor) : ofTheUnit(actor);
        // a reader need not reach the school's rows to be noted among them
        Reach.everything().during(() -> transaction.execute(_ -> write(opened, actor, role, unit)));
    }

    private static Role ofTheUnit(Actor actor) {
        return actor.is(Role.DIRECT_UNIT_REVIEWER)
                ? Role.DIRECT_UNIT_REVIEWER
                : Role.STREET_REVIEWER;
    }

    private static Role ofTheBureau(Actor actor) {
        return Stream.of(
                        Role.PARTY_OFFICE,
                        Role.PARTY_GROUP_MEMBER,
                        Role.DISCIPLINE,
                        Role.ARCHIVIST,
                        Role.AUDITOR)
                .filter(actor::is)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a reader who may not read"));
    }

    private int write(Opened opened, Actor actor, Role role, @Nullable UUID unit) {
        var now = clock.instant();
        return jdbc.sql(
                        """
                        insert into readings (school_id, thing, thing_id, title, subject, role, organisation_id, read_on, last_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (thing, thing_id, subject, read_on) do update
                        set times = readings.times + 1, last_at = excluded.last_at, title = excluded.title
                        where readings.last_at < excluded.last_at - interval '10 minutes'
                        """)
                .param(opened.school())
                .param(opened.thing().name())
                .param(opened.id())
                .param(opened.title())
                .param(actor.subject())
                .param(role.wireName())
                .param(unit)
                .param(LocalDate.ofInstant(now, WorkingDays.BEIJING))
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The newest days first; for the school's own people. */
    List<Reading> of(Organisation.Id school, PageRequest page, Actor actor) {
        return transaction.execute(_ -> {
            seats.mustHold(actor, school, Role.SCHOOL_SECRETARY, Role.INFO_OFFICER);
            return jdbc.sql(
                            """
                            select r.*, o.name as organisation
                            from readings r left join organisations o on o.id = r.organisation_id
                            where r.school_id = :school and (cast(:after as uuid) is null or r.id < :after)
                            order by r.id desc limit :limit
                            """)
                    .param("school", school.value())
                    .param("after", page.afterId().orElse(null))
                    .param("limit", page.limitAndOne())
                    .query(Readings::reading)
                    .list();
        });
    }

    private static Reading reading(ResultSet row, int n) throws SQLException {
        return new Reading(
                row.getObject("id", UUID.class),
                Thing.valueOf(row.getString("thing")),
                row.getObject("thing_id", UUID.class),
                row.getString("title"),
                row.getString("role"),
                row.getString("organisation"),
                row.getObject("read_on", LocalDate.class),
                row.getInt("times"),
                row.getObject("last_at", OffsetDateTime.class).toInstant());
    }
}
