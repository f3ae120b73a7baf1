package cn.sihong.award;

import static cn.sihong.platform.access.AccessTable.any;
import static cn.sihong.platform.access.AccessTable.everybody;
import static cn.sihong.platform.access.AccessTable.get;
import static cn.sihong.platform.access.AccessTable.post;
import static cn.sihong.platform.access.AccessTable.signedIn;
import static cn.sihong.platform.keycloak.Role.ARCHIVIST;
import static cn.sihong.platform.keycloak.Role.AUDITOR;
import static cn.sihong.platform.keycloak.Role.DIRECT_UNIT_REVIEWER;
import static cn.sihong.platform.keycloak.Role.DISCIPLINE;
import static cn.sihong.platform.keycloak.Role.INFO_OFFICER;
import static cn.sihong.platform.keycloak.Role.PARTY_GROUP_MEMBER;
import static cn.sihong.platform.keycloak.Role.PARTY_OFFICE;
import static cn.sihong.platform.keycloak.Role.SCHOOL_SECRETARY;
import static cn.sihong.platform.keycloak.Role.STREET_REVIEWER;

import cn.sihong.award.register.Seats;
import cn.sihong.platform.access.AccessTable;
import cn.sihong.platform.access.AccessTable.Who;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.reach.Reach;
import cn.sihong.platform.reach.Reaches;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may call what (research.md §1.3–§1.4), and how far each one's eyes reach. */
@Configuration(proxyBeanMethods = false)
class Access {

    private static final Role[] BUREAU = {
        PARTY_OFFICE, PARTY_GROUP_MEMBER, DISCIPLINE, AUDITOR, ARCHIVIST
    };

    private static final Who PROPOSES = any(PARTY_OFFICE);
    private static final Who DECIDES = any(PARTY_GROUP_MEMBER);
    private static final Who WATCHES = any(BUREAU);
    private static final Who IS_HONOURED =
            any(
                    PARTY_OFFICE,
                    PARTY_GROUP_MEMBER,
                    DISCIPLINE,
                    AUDITOR,
                    ARCHIVIST,
                    STREET_REVIEWER,
                    DIRECT_UNIT_REVIEWER,
                    SCHOOL_SECRETARY,
                    INFO_OFFICER);

    @Bean
    AccessTable accessTable() {
        return AccessTable.of(
                get("/api/public/notices", everybody()),
                get("/api/public/notices/{id}", everybody()),
                get("/api/public/certificates/{number}", everybody()),
                get("/api/selections", WATCHES),
                get("/api/selections/{id}", WATCHES),
                get("/api/selections/{id}/package", WATCHES),
                get("/api/selections/{id}/package/check", WATCHES),
                get("/api/selections/{id}/sensitivity", WATCHES),
                get("/api/selections/{id}/statistics", WATCHES),
                post("/api/selections/{id}/what-if", WATCHES),
                get("/api/selections/{id}/vote", WATCHES),
                post("/api/selections", PROPOSES),
                post("/api/selections/{id}/freeze", PROPOSES),
                post("/api/selections/{id}/vote", DECIDES),
                post("/api/selections/{id}/propose", PROPOSES),
                get("/api/selections/{id}/release", WATCHES),
                post("/api/selections/{id}/release", DECIDES),
                get("/api/selections/{id}/successors", any(PARTY_OFFICE, PARTY_GROUP_MEMBER)),
                post("/api/selections/{id}/replacements", DECIDES),
                get("/api/letters", IS_HONOURED),
                get("/api/letters/{applicationId}", IS_HONOURED),
                get("/api/notices", WATCHES),
                post("/api/notices", PROPOSES),
                post("/api/notices/{id}/shorten", PROPOSES),
                post("/api/notices/{id}/close", PROPOSES),
                post("/api/commendations", PROPOSES),
                get("/api/honours", IS_HONOURED),
                get("/api/honours/{id}/certificate", IS_HONOURED),
                get("/api/tasks/award", signedIn()));
    }

    /** The bureau sees every row; everybody else what their seats reach. */
    @Bean
    Reaches reaches(Seats seats) {
        return actor ->
                actor.isAny(BUREAU)
                        ? Reach.everything()
                        : new Reach.Organisations(seats.of(actor.subject()));
    }
}
