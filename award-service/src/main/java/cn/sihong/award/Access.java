package cn.sihong.award;

import static cn.sihong.platform.access.AccessTable.any;
import static cn.sihong.platform.access.AccessTable.everybody;
import static cn.sihong.platform.access.AccessTable.get;
import static cn.sihong.platform.access.AccessTable.post;
import static cn.sihong.platform.access.AccessTable.put;
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

    /** Whoever wrote a notice cannot be its approver; the lifecycle sees to it. */
    private static final Who APPROVES = any(PARTY_OFFICE, PARTY_GROUP_MEMBER);

    private static final Who ARCHIVES = any(ARCHIVIST, AUDITOR, PARTY_OFFICE);
    private static final Who DISCIPLINES = any(DISCIPLINE);
    private static final Who INVESTIGATES = any(DISCIPLINE, PARTY_OFFICE);
    private static final Who SPEAKS_FOR_A_SCHOOL = any(SCHOOL_SECRETARY);

    /** Without the objector; a unit those against its own, redacted (research.md §1.4). */
    private static final Who HEARS_OBJECTIONS =
            any(
                    PARTY_OFFICE,
                    PARTY_GROUP_MEMBER,
                    DISCIPLINE,
                    AUDITOR,
                    STREET_REVIEWER,
                    DIRECT_UNIT_REVIEWER,
                    SCHOOL_SECRETARY,
                    INFO_OFFICER);

    private static final Who ANSWERS_FOR_A_UNIT = any(STREET_REVIEWER, DIRECT_UNIT_REVIEWER);

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
                get("/api/public/brands", everybody()),
                post("/api/public/objections", everybody()),
                put("/api/public/objections/{receipt}/seal", everybody()),
                put("/api/public/objections/{receipt}/evidence/{piece}", everybody()),
                get("/api/public/objections/{receipt}", everybody()),
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
                post("/api/selections/{id}/annul", DECIDES),
                get("/api/selections/{id}/successors", any(PARTY_OFFICE, PARTY_GROUP_MEMBER)),
                post("/api/selections/{id}/replacements", DECIDES),
                get("/api/nominations", IS_HONOURED),
                post("/api/nominations", SPEAKS_FOR_A_SCHOOL),
                post("/api/nominations/{id}/endorse", ANSWERS_FOR_A_UNIT),
                post("/api/nominations/{id}/decline", ANSWERS_FOR_A_UNIT),
                post("/api/nominations/{id}/withdraw", SPEAKS_FOR_A_SCHOOL),
                get("/api/letters", IS_HONOURED),
                get("/api/letters/{applicationId}", IS_HONOURED),
                get("/api/notices", WATCHES),
                get("/api/notices/template", WATCHES),
                put("/api/notices/template", PROPOSES),
                post("/api/notices", PROPOSES),
                put("/api/notices/{id}", PROPOSES),
                post("/api/notices/{id}/publish", APPROVES),
                post("/api/notices/{id}/shorten", PROPOSES),
                post("/api/notices/{id}/close", PROPOSES),
                get("/api/objections", HEARS_OBJECTIONS),
                get("/api/objections/statistics", WATCHES),
                get("/api/objections/confidants", WATCHES),
                post("/api/objections/confidants", DISCIPLINES),
                post("/api/objections/confidants/{subject}/confirm", DECIDES),
                post("/api/objections/confidants/{subject}/release", DECIDES),
                post("/api/objections/appeals", SPEAKS_FOR_A_SCHOOL),
                get("/api/objections/{id}", HEARS_OBJECTIONS),
                get("/api/objections/{id}/objector", DISCIPLINES),
                get("/api/objections/{id}/seal", DISCIPLINES),
                get("/api/objections/{id}/evidence/{piece}", DISCIPLINES),
                post("/api/objections/{id}/accept", DISCIPLINES),
                post("/api/objections/{id}/turn-down", DISCIPLINES),
                post("/api/objections/{id}/investigators", INVESTIGATES),
                post("/api/objections/{id}/extend", DISCIPLINES),
                post("/api/objections/{id}/report", INVESTIGATES),
                post("/api/objections/{id}/decide", DECIDES),
                get("/api/commendations", WATCHES),
                post("/api/commendations", PROPOSES),
                get("/api/commendations/{id}/decision.pdf", WATCHES),
                get("/api/commendations/{id}/decision.docx", WATCHES),
                get("/api/commendations/{id}/plaques.xlsx", WATCHES),
                post("/api/commendations/{id}/certificates", PROPOSES),
                get("/api/commendations/{id}/certificates", WATCHES),
                get("/api/commendations/{id}/certificates.zip", WATCHES),
                get("/api/honours", IS_HONOURED),
                get("/api/honours/{id}/history", IS_HONOURED),
                post("/api/honours/{id}/revoke", DECIDES),
                post("/api/honours/{id}/revalidations", SPEAKS_FOR_A_SCHOOL),
                post("/api/honours/{id}/revalidations/{year}/answer", PROPOSES),
                get("/api/adoptions", IS_HONOURED),
                post("/api/adoptions", SPEAKS_FOR_A_SCHOOL),
                post("/api/adoptions/{id}/confirm", SPEAKS_FOR_A_SCHOOL),
                post("/api/adoptions/{id}/decline", SPEAKS_FOR_A_SCHOOL),
                get("/api/honours/{id}/certificate", IS_HONOURED),
                post("/api/archives", any(ARCHIVIST)),
                get("/api/archives", ARCHIVES),
                get("/api/archives/{id}", ARCHIVES),
                get("/api/archives/{id}/documents", ARCHIVES),
                get("/api/archives/{id}/check", ARCHIVES),
                get("/api/archives/{id}/package.zip", ARCHIVES),
                get("/api/statistics/{programme}", WATCHES),
                get("/api/statistics/{programme}/workbook.xlsx", WATCHES),
                get("/api/tasks/award", signedIn()),
                get("/api/tasks/award/done", signedIn()));
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
