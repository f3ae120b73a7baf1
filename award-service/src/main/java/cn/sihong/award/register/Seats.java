package cn.sihong.award.register;

import cn.sihong.platform.keycloak.Role;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Who acts for which organisation. */
@Repository
public class Seats {

    /** The seats that let somebody see what their organisation was honoured for. */
    private static final List<String> SEEING =
            Stream.of(
                            Role.SCHOOL_SECRETARY,
                            Role.INFO_OFFICER,
                            Role.STREET_REVIEWER,
                            Role.DIRECT_UNIT_REVIEWER)
                    .map(Role::wireName)
                    .toList();

    private final JdbcClient jdbc;

    Seats(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The organisations somebody may see the honours of. */
    public Set<UUID> of(UUID subject) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                select organisation_id from seats
                                where subject = :subject and seated and role in (:roles)
                                """)
                        .param("subject", subject)
                        .param("roles", SEEING)
                        .query(UUID.class)
                        .list());
    }

    /** Who sits at a school with an application in the programme, or at its unit. */
    public Set<UUID> concernedIn(UUID programme) {
        return new HashSet<>(concerned(programme, false));
    }

    /** Those of them who are members of the Party group. */
    public Set<UUID> partyGroupMembersConcernedIn(UUID programme) {
        return new HashSet<>(concerned(programme, true));
    }

    private List<UUID> concerned(UUID programme, boolean membersOnly) {
        return jdbc.sql(
                        """
                        select distinct subject from seats s
                        where seated and organisation_id in (
                            select school_id from applications where programme_id = :programme
                            union select unit_id from applications where programme_id = :programme)
                          and (not :membersOnly or exists (
                              select from seats m where m.subject = s.subject and m.seated and m.role = :member))
                        """)
                .param("programme", programme)
                .param("membersOnly", membersOnly)
                .param("member", Role.PARTY_GROUP_MEMBER.wireName())
                .query((row, n) -> row.getObject("subject", UUID.class))
                .list();
    }

    /** Whether somebody holds, or ever held, one of these seats anywhere. */
    public boolean everHeld(UUID subject, Role... roles) {
        return jdbc.sql(
                        """
                        select exists (select from seats where subject = :subject and role in (:roles))
                        """)
                .param("subject", subject)
                .param("roles", Stream.of(roles).map(Role::wireName).toList())
                .query(Boolean.class)
                .single();
    }

    void keep(UUID organisation, UUID subject, String role, boolean seated, long version) {
        jdbc.sql(
                        """
                        insert into seats (organisation_id, subject, role, seated, version)
                        values (?, ?, ?, ?, ?)
                        on conflict (subject, organisation_id, role) do update set
                            seated = excluded.seated, version = excluded.version
                        where seats.version < excluded.version
                        """)
                .params(organisation, subject, role, seated, version)
                .update();
    }
}
