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
