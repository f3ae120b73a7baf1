package cn.sihong.submission;

import static cn.sihong.platform.access.AccessTable.any;
import static cn.sihong.platform.access.AccessTable.everybody;
import static cn.sihong.platform.access.AccessTable.get;
import static cn.sihong.platform.access.AccessTable.post;
import static cn.sihong.platform.access.AccessTable.put;
import static cn.sihong.platform.access.AccessTable.signedIn;
import static cn.sihong.platform.keycloak.Role.DIRECT_UNIT_REVIEWER;
import static cn.sihong.platform.keycloak.Role.INFO_OFFICER;
import static cn.sihong.platform.keycloak.Role.PARTY_GROUP_MEMBER;
import static cn.sihong.platform.keycloak.Role.PARTY_OFFICE;
import static cn.sihong.platform.keycloak.Role.SCHOOL_SECRETARY;
import static cn.sihong.platform.keycloak.Role.STREET_REVIEWER;
import static cn.sihong.platform.keycloak.Role.SYS_ADMIN;

import cn.sihong.platform.access.AccessTable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may call what (research.md §1.3, §1.4). Whose record it is, the lifecycles decide. */
@Configuration
class Access {

    @Bean
    AccessTable accessTable() {
        return AccessTable.of(
                get("/api/public/programmes", everybody()),
                get("/api/public/programmes/{id}", everybody()),
                get("/api/programmes", signedIn()),
                get("/api/programmes/presets/seed", any(PARTY_OFFICE)),
                get("/api/programmes/{id}", signedIn()),
                post("/api/programmes", any(PARTY_OFFICE)),
                put("/api/programmes/{id}", any(PARTY_OFFICE)),
                post("/api/programmes/{id}/publish", any(PARTY_OFFICE)),
                post("/api/programmes/{id}/correct", any(PARTY_OFFICE)),
                post("/api/programmes/{id}/extensions", any(PARTY_OFFICE)),
                post("/api/programmes/{id}/close", any(PARTY_OFFICE)),
                post("/api/programmes/{id}/wipe", any(PARTY_OFFICE)),
                post("/api/programmes/simulations", any(PARTY_OFFICE)),
                post("/api/programmes/faults", any(PARTY_OFFICE)),
                get("/api/programmes/{id}/receipts", signedIn()),
                post("/api/programmes/{id}/receipts", any(SCHOOL_SECRETARY, INFO_OFFICER)),
                get("/api/programmes/{id}/clone", any(PARTY_OFFICE)),
                get("/api/programmes/{id}/advice", any(PARTY_OFFICE)),
                get("/api/programmes/{id}/burden", signedIn()),
                get("/api/programmes/{id}/versions", signedIn()),
                get("/api/programmes/{id}/differences", signedIn()),
                get("/api/calendar", signedIn()),
                put("/api/calendar/days/{date}", any(PARTY_OFFICE)),
                get("/api/plans", signedIn()),
                get("/api/plans/known", any(INFO_OFFICER, SCHOOL_SECRETARY)),
                get("/api/plans/{id}", signedIn()),
                get("/api/plans/{id}/editions", signedIn()),
                get("/api/plans/{id}/changes", signedIn()),
                get("/api/plans/{id}/missing", any(INFO_OFFICER, SCHOOL_SECRETARY)),
                get("/api/plans/{id}/originality", any(INFO_OFFICER, SCHOOL_SECRETARY)),
                post("/api/plans", any(INFO_OFFICER, SCHOOL_SECRETARY)),
                put("/api/plans/{id}", any(INFO_OFFICER, SCHOOL_SECRETARY)),
                post("/api/plans/{id}/submit", any(SCHOOL_SECRETARY)),
                post("/api/plans/{id}/return", any(STREET_REVIEWER, DIRECT_UNIT_REVIEWER)),
                post("/api/plans/{id}/reject", any(PARTY_OFFICE)),
                post("/api/plans/{id}/pass", any(STREET_REVIEWER, DIRECT_UNIT_REVIEWER)),
                post("/api/plans/batch", any(STREET_REVIEWER, DIRECT_UNIT_REVIEWER)),
                post("/api/plans/filings", any(PARTY_OFFICE)),
                get("/api/progress/activities", signedIn()),
                post("/api/progress/activities", any(INFO_OFFICER, SCHOOL_SECRETARY)),
                put("/api/progress/activities/{id}", any(INFO_OFFICER, SCHOOL_SECRETARY)),
                post("/api/progress/activities/{id}/remove", any(INFO_OFFICER, SCHOOL_SECRETARY)),
                get("/api/progress/summary", signedIn()),
                get("/api/progress/rubric", signedIn()),
                get("/api/progress/weeks", signedIn()),
                put("/api/progress/weeks", any(INFO_OFFICER, SCHOOL_SECRETARY)),
                get("/api/progress/self-check", signedIn()),
                put("/api/progress/self-check", any(INFO_OFFICER, SCHOOL_SECRETARY)),
                get("/api/progress/mechanism", signedIn()),
                put("/api/progress/mechanism", any(INFO_OFFICER, SCHOOL_SECRETARY)),
                get("/api/applications", signedIn()),
                get("/api/applications/known", any(INFO_OFFICER, SCHOOL_SECRETARY)),
                get("/api/applications/{id}", signedIn()),
                get("/api/applications/{id}/way", signedIn()),
                get("/api/applications/{id}/missing", any(INFO_OFFICER, SCHOOL_SECRETARY)),
                get("/api/application-forms", signedIn()),
                get("/api/application-forms/{category}/{version}", signedIn()),
                post("/api/application-forms", any(PARTY_OFFICE)),
                post("/api/applications", any(INFO_OFFICER, SCHOOL_SECRETARY)),
                put("/api/applications/{id}", any(INFO_OFFICER, SCHOOL_SECRETARY)),
                post("/api/applications/{id}/submit", any(SCHOOL_SECRETARY)),
                post("/api/applications/{id}/withdraw", any(SCHOOL_SECRETARY)),
                post("/api/applications/{id}/return", any(STREET_REVIEWER, DIRECT_UNIT_REVIEWER)),
                post(
                        "/api/applications/{id}/recommend",
                        any(STREET_REVIEWER, DIRECT_UNIT_REVIEWER)),
                post("/api/applications/{id}/decline", any(STREET_REVIEWER, DIRECT_UNIT_REVIEWER)),
                post("/api/applications/{id}/formal-check/admit", any(PARTY_OFFICE)),
                post("/api/applications/{id}/formal-check/correction", any(PARTY_OFFICE)),
                post("/api/applications/{id}/formal-check/refuse", any(PARTY_OFFICE)),
                post("/api/attachments", any(INFO_OFFICER, SCHOOL_SECRETARY)),
                get("/api/attachments", any(INFO_OFFICER, SCHOOL_SECRETARY)),
                get("/api/readings", any(INFO_OFFICER, SCHOOL_SECRETARY)),
                get("/api/attachments/rules", signedIn()),
                post("/api/attachments/uploads", any(INFO_OFFICER, SCHOOL_SECRETARY)),
                get("/api/attachments/uploads/{id}", any(INFO_OFFICER, SCHOOL_SECRETARY)),
                put("/api/attachments/uploads/{id}", any(INFO_OFFICER, SCHOOL_SECRETARY)),
                post("/api/attachments/uploads/{id}/finish", any(INFO_OFFICER, SCHOOL_SECRETARY)),
                get("/api/attachments/{id}", signedIn()),
                get("/api/attachments/{id}/about", signedIn()),
                get("/api/attachments/{id}/thumbnail", signedIn()),
                get("/api/batches", any(STREET_REVIEWER, DIRECT_UNIT_REVIEWER, PARTY_OFFICE)),
                get("/api/batches/preview", any(STREET_REVIEWER, DIRECT_UNIT_REVIEWER)),
                post("/api/batches", any(STREET_REVIEWER, DIRECT_UNIT_REVIEWER)),
                post("/api/batches/{id}/second-check", any(PARTY_OFFICE)),
                get(
                        "/api/batches/{id}/summary",
                        any(STREET_REVIEWER, DIRECT_UNIT_REVIEWER, PARTY_OFFICE)),
                get(
                        "/api/batches/{id}/summary.xlsx",
                        any(STREET_REVIEWER, DIRECT_UNIT_REVIEWER, PARTY_OFFICE)),
                get(
                        "/api/batches/{id}/summary.html",
                        any(STREET_REVIEWER, DIRECT_UNIT_REVIEWER, PARTY_OFFICE)),
                post("/api/batches/{id}/receive", any(PARTY_OFFICE)),
                post("/api/batches/{id}/admit", any(PARTY_OFFICE)),
                get("/api/organisations", signedIn()),
                get("/api/organisations/mine", signedIn()),
                get("/api/organisations/accounts", any(PARTY_OFFICE, SYS_ADMIN)),
                get("/api/organisations/template", any(PARTY_OFFICE, SYS_ADMIN)),
                get("/api/organisations/export", any(PARTY_OFFICE, SYS_ADMIN)),
                get("/api/organisations/party", signedIn()),
                get("/api/organisations/people", any(PARTY_OFFICE, SYS_ADMIN)),
                post("/api/organisations/{id}/rename", any(PARTY_OFFICE, SYS_ADMIN)),
                post("/api/organisations/{id}/move", any(PARTY_OFFICE, SYS_ADMIN)),
                post("/api/organisations/{id}/merge", any(PARTY_OFFICE, SYS_ADMIN)),
                get("/api/organisations/{id}/history", signedIn()),
                get("/api/organisations/{id}/people", signedIn()),
                post("/api/organisations/{id}/info-officer", any(SCHOOL_SECRETARY, PARTY_OFFICE)),
                post("/api/organisations/{id}/first-passwords", any(PARTY_OFFICE, SYS_ADMIN)),
                post("/api/organisations/import", any(PARTY_OFFICE, SYS_ADMIN)),
                get("/api/notifications", signedIn()),
                get("/api/notifications/unread", signedIn()),
                get("/api/notifications/settings", signedIn()),
                put("/api/notifications/settings", signedIn()),
                get("/api/notifications/templates", any(PARTY_OFFICE)),
                put("/api/notifications/templates/{code}", any(PARTY_OFFICE)),
                get("/api/notifications/mails", any(PARTY_OFFICE, SYS_ADMIN)),
                post("/api/notifications/read", signedIn()),
                post("/api/notifications/{id}/read", signedIn()),
                post("/api/suggestions", signedIn()),
                get("/api/suggestions", any(PARTY_OFFICE, PARTY_GROUP_MEMBER)),
                get("/api/suggestions/mine", signedIn()),
                post("/api/suggestions/{id}/answer", any(PARTY_OFFICE)),
                get("/api/sketches", any(PARTY_OFFICE)),
                put("/api/sketches", any(PARTY_OFFICE)),
                post("/api/sketches/remove", any(PARTY_OFFICE)),
                get("/api/views", signedIn()),
                put("/api/views/{id}", signedIn()),
                post("/api/views/{id}/remove", signedIn()),
                get("/api/tasks/submission", signedIn()),
                get("/api/tasks/submission/done", signedIn()));
    }
}
