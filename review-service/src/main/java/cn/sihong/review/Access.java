package cn.sihong.review;

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
import static cn.sihong.platform.keycloak.Role.INSPECTOR;
import static cn.sihong.platform.keycloak.Role.PARTY_GROUP_MEMBER;
import static cn.sihong.platform.keycloak.Role.PARTY_OFFICE;
import static cn.sihong.platform.keycloak.Role.PEER_REVIEWER;
import static cn.sihong.platform.keycloak.Role.SCHOOL_SECRETARY;
import static cn.sihong.platform.keycloak.Role.STREET_REVIEWER;

import cn.sihong.platform.access.AccessTable;
import cn.sihong.platform.access.AccessTable.Who;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.reach.Reach;
import cn.sihong.platform.reach.Reaches;
import cn.sihong.review.inspections.InspectorSight;
import cn.sihong.review.register.Seats;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.HashSet;

/**
 * Who may call what (research.md §1.3, §1.4), and how far each one's eyes reach. Whose record it
 * is, the lifecycles decide.
 */
@Configuration(proxyBeanMethods = false)
class Access {

    private static final Role[] BUREAU = {
        PARTY_OFFICE, PARTY_GROUP_MEMBER, DISCIPLINE, AUDITOR, ARCHIVIST
    };

    private static final Who RUNS = any(PARTY_OFFICE);
    private static final Who FOLLOWS = any(PARTY_OFFICE, PARTY_GROUP_MEMBER, DISCIPLINE);
    private static final Who KNOWS_WHO_JUDGES_WHOM = any(PARTY_OFFICE, DISCIPLINE);
    private static final Who WATCHES = any(DISCIPLINE);
    private static final Who WITNESSES = any(DISCIPLINE, PARTY_GROUP_MEMBER);
    private static final Who DECLARES = any(PEER_REVIEWER, SCHOOL_SECRETARY, DISCIPLINE);
    private static final Who HEARS_RESULTS =
            any(
                    PARTY_OFFICE,
                    PARTY_GROUP_MEMBER,
                    DISCIPLINE,
                    STREET_REVIEWER,
                    DIRECT_UNIT_REVIEWER,
                    SCHOOL_SECRETARY,
                    INFO_OFFICER);
    private static final Who JUDGES = any(PEER_REVIEWER);
    private static final Who READS_SHEETS = any(PEER_REVIEWER, DISCIPLINE);
    private static final Who INSPECTS = any(INSPECTOR);
    private static final Who WAIVES = any(DISCIPLINE);
    private static final Who DECLARES_OR_WAIVES = any(INSPECTOR, DISCIPLINE);
    private static final Who FOLLOWS_INSPECTIONS =
            any(PARTY_OFFICE, PARTY_GROUP_MEMBER, DISCIPLINE, INSPECTOR);
    private static final Who FINDS = any(PARTY_OFFICE, INSPECTOR, PEER_REVIEWER);
    private static final Who OF_THE_BUREAU = any(PARTY_OFFICE, PARTY_GROUP_MEMBER, DISCIPLINE);
    private static final Who REOPENS =
            any(PARTY_OFFICE, PARTY_GROUP_MEMBER, DISCIPLINE, INSPECTOR, PEER_REVIEWER);
    private static final Who ANSWERS_FOR_THE_SCHOOL = any(SCHOOL_SECRETARY);
    private static final Who READS_FINDINGS =
            any(
                    PARTY_OFFICE,
                    PARTY_GROUP_MEMBER,
                    DISCIPLINE,
                    AUDITOR,
                    ARCHIVIST,
                    INSPECTOR,
                    PEER_REVIEWER,
                    SCHOOL_SECRETARY,
                    INFO_OFFICER,
                    STREET_REVIEWER,
                    DIRECT_UNIT_REVIEWER);
    private static final Who DECIDES = any(PARTY_GROUP_MEMBER);
    private static final Who WRITES_CIRCULARS = any(PARTY_OFFICE, PARTY_GROUP_MEMBER);
    private static final Who FOLLOWS_SUPERVISION =
            any(
                    PARTY_OFFICE,
                    PARTY_GROUP_MEMBER,
                    DISCIPLINE,
                    AUDITOR,
                    ARCHIVIST,
                    SCHOOL_SECRETARY,
                    INFO_OFFICER,
                    STREET_REVIEWER,
                    DIRECT_UNIT_REVIEWER);
    private static final Who READS_THE_CALENDAR = FOLLOWS_SUPERVISION;
    private static final Who READS_ASSESSMENTS =
            any(PARTY_OFFICE, PARTY_GROUP_MEMBER, DISCIPLINE, SCHOOL_SECRETARY, INFO_OFFICER);
    private static final Who PROPOSES_A_VETO = any(PARTY_OFFICE, DISCIPLINE, INSPECTOR);
    private static final Who SPEAKS_FOR_A_SCHOOL = any(INFO_OFFICER, SCHOOL_SECRETARY);
    private static final Who KNOWS_THE_ELECTORATE =
            any(PARTY_OFFICE, INFO_OFFICER, SCHOOL_SECRETARY);
    private static final Who COUNTS_PAPER = any(PARTY_OFFICE, DISCIPLINE);
    private static final Who FOLLOWS_APPRAISALS =
            any(
                    PARTY_OFFICE,
                    PARTY_GROUP_MEMBER,
                    DISCIPLINE,
                    AUDITOR,
                    INFO_OFFICER,
                    SCHOOL_SECRETARY);
    private static final Who READS_THE_LEDGER = any(BUREAU);

    @Bean
    AccessTable accessTable() {
        return AccessTable.of(
                get("/api/rubrics", signedIn()),
                get("/api/rubrics/adjusting", signedIn()),
                post("/api/rubrics", RUNS),
                get("/api/conflicts", DECLARES),
                post("/api/conflicts", DECLARES),
                post("/api/conflicts/waivers", WATCHES),
                get("/api/mutual-reviews", HEARS_RESULTS),
                post("/api/mutual-reviews", RUNS),
                post("/api/mutual-reviews/{id}/commit", RUNS),
                post("/api/mutual-reviews/{id}/witness", WITNESSES),
                post("/api/mutual-reviews/{id}/draw", RUNS),
                post("/api/mutual-reviews/{id}/inspect", WATCHES),
                post("/api/mutual-reviews/{id}/undo", WATCHES),
                post("/api/mutual-reviews/{id}/release", RUNS),
                post("/api/mutual-reviews/{id}/replacements", RUNS),
                post("/api/mutual-reviews/{id}/third-looks", RUNS),
                post("/api/mutual-reviews/{id}/corrections", WATCHES),
                post("/api/mutual-reviews/{id}/remind", RUNS),
                post("/api/mutual-reviews/{id}/close", RUNS),
                get("/api/mutual-reviews/{id}/draw-sheet", KNOWS_WHO_JUDGES_WHOM),
                get("/api/mutual-reviews/{id}/duties", KNOWS_WHO_JUDGES_WHOM),
                get("/api/mutual-reviews/{id}/gaps", KNOWS_WHO_JUDGES_WHOM),
                get("/api/mutual-reviews/{id}/severity", WATCHES),
                get("/api/mutual-reviews/{id}/results", HEARS_RESULTS),
                get("/api/joint-comments", HEARS_RESULTS),
                post("/api/joint-comments", RUNS),
                put("/api/joint-comments/{id}", RUNS),
                put("/api/joint-comments/{id}/comments", RUNS),
                post("/api/joint-comments/{id}/hold", RUNS),
                post("/api/joint-comments/{id}/minute", RUNS),
                get("/api/score-sheets", READS_SHEETS),
                get("/api/score-sheets/{id}", READS_SHEETS),
                put("/api/score-sheets/{id}", JUDGES),
                post("/api/score-sheets/{id}/lock", JUDGES),
                get("/api/score-sheets/{id}/others", JUDGES),
                post("/api/score-sheets/{id}/reasons", JUDGES),
                get("/api/inspections", FOLLOWS_INSPECTIONS),
                post("/api/inspections", RUNS),
                get("/api/inspections/{id}", FOLLOWS_INSPECTIONS),
                post("/api/inspections/{id}/start", INSPECTS),
                put("/api/inspections/{id}/records", INSPECTS),
                get("/api/inspections/{id}/records", FOLLOWS_INSPECTIONS),
                post("/api/inspections/{id}/sync", INSPECTS),
                put("/api/inspections/{id}/photos/{photo}", INSPECTS),
                get("/api/inspections/{id}/photos/{photo}", FOLLOWS_INSPECTIONS),
                post("/api/inspections/{id}/exceptions", INSPECTS),
                post("/api/inspections/{id}/absences", INSPECTS),
                post("/api/inspections/{id}/adjustments", INSPECTS),
                post("/api/inspections/{id}/lock-scores", INSPECTS),
                post("/api/inspections/{id}/move", RUNS),
                post("/api/inspections/{id}/sign", INSPECTS),
                post("/api/inspections/{id}/lock", INSPECTS),
                get("/api/inspection-teams", FOLLOWS),
                post("/api/inspection-teams", RUNS),
                get("/api/inspector-declarations", DECLARES_OR_WAIVES),
                post("/api/inspector-declarations", INSPECTS),
                post("/api/inspector-declarations/{id}/waive", WAIVES),
                get("/api/findings", READS_FINDINGS),
                post("/api/findings", FINDS),
                get("/api/findings/{id}", READS_FINDINGS),
                post("/api/findings/{id}/answer", ANSWERS_FOR_THE_SCHOOL),
                post("/api/findings/{id}/verify", FINDS),
                post("/api/findings/{id}/close", OF_THE_BUREAU),
                post("/api/findings/{id}/reopen", REOPENS),
                post("/api/findings/{id}/hand-over", RUNS),
                get("/api/follow-ups", FOLLOWS),
                post("/api/follow-ups", RUNS),
                get("/api/follow-ups/{id}", FOLLOWS),
                post("/api/follow-ups/{id}/draw", RUNS),
                get("/api/assessments", READS_ASSESSMENTS),
                get("/api/vetoes", READS_ASSESSMENTS),
                post("/api/vetoes", PROPOSES_A_VETO),
                get("/api/vetoes/{id}", READS_ASSESSMENTS),
                post("/api/vetoes/{id}/statement", ANSWERS_FOR_THE_SCHOOL),
                post("/api/vetoes/{id}/decide", DECIDES),
                post("/api/vetoes/{id}/appeal", ANSWERS_FOR_THE_SCHOOL),
                get("/api/school-calendar", READS_THE_CALENDAR),
                get("/api/supervision/list-items", signedIn()),
                post("/api/supervision/list-items", RUNS),
                get("/api/supervision/rules/{programme}", signedIn()),
                put("/api/supervision/rules/{programme}", DECIDES),
                get("/api/supervision/visits", FOLLOWS_SUPERVISION),
                post("/api/supervision/visits", RUNS),
                get("/api/supervision/visits/{id}", FOLLOWS_SUPERVISION),
                post("/api/supervision/visits/{id}/hold", OF_THE_BUREAU),
                post("/api/supervision/visits/{id}/report", OF_THE_BUREAU),
                post("/api/supervision/visits/{id}/call-off", RUNS),
                post("/api/supervision/visits/{id}/explain", ANSWERS_FOR_THE_SCHOOL),
                post("/api/supervision/guidance/{id}/reply", ANSWERS_FOR_THE_SCHOOL),
                get("/api/circulars", signedIn()),
                post("/api/circulars", WRITES_CIRCULARS),
                get("/api/circulars/{id}", signedIn()),
                put("/api/circulars/{id}", WRITES_CIRCULARS),
                post("/api/circulars/{id}/issue", WRITES_CIRCULARS),
                get("/api/appraisals", FOLLOWS_APPRAISALS),
                post("/api/appraisals", RUNS),
                get("/api/appraisals/{id}/roll", KNOWS_THE_ELECTORATE),
                get("/api/appraisals/roll-template", SPEAKS_FOR_A_SCHOOL),
                put("/api/appraisals/{id}/roll", SPEAKS_FOR_A_SCHOOL),
                post("/api/appraisals/{id}/roll/import", SPEAKS_FOR_A_SCHOOL),
                put("/api/appraisals/{id}/parents", SPEAKS_FOR_A_SCHOOL),
                post("/api/appraisals/{id}/rehearse", RUNS),
                post("/api/appraisals/{id}/wipe", RUNS),
                post("/api/appraisals/{id}/open", RUNS),
                post("/api/appraisals/{id}/codes", RUNS),
                post("/api/appraisals/{id}/paper", COUNTS_PAPER),
                put("/api/appraisals/{id}/paper", COUNTS_PAPER),
                post("/api/appraisals/{id}/count", RUNS),
                get("/api/appraisals/{id}/protocol", FOLLOWS_APPRAISALS),
                get("/api/ballots/mine", signedIn()),
                post("/api/ballots/{id}/token", signedIn()),
                get("/api/public/ballots/{id}", everybody()),
                post("/api/public/ballots/{id}", everybody()),
                post("/api/public/ballots/{id}/token", everybody()),
                get("/api/public/ballots/{id}/receipts", everybody()),
                get("/api/ledger", READS_THE_LEDGER),
                get("/api/ledger/check", READS_THE_LEDGER),
                get("/api/ledger/print", READS_THE_LEDGER),
                get("/api/ledger/sheet", READS_THE_LEDGER),
                get("/api/ledger/export", READS_THE_LEDGER),
                get("/api/ledger/checkpoints", READS_THE_LEDGER),
                get("/api/tasks/review", signedIn()),
                get("/api/tasks/review/done", signedIn()));
    }

    /**
     * The bureau sees every row; everybody else those of their seats, and inspectors also those of
     * the schools they are named for.
     */
    @Bean
    Reaches reaches(Seats seats, InspectorSight inspectors) {
        return actor -> {
            if (actor.isAny(BUREAU)) return Reach.everything();
            var schools = new HashSet<>(seats.organisationsOf(actor.subject()));
            if (actor.is(INSPECTOR)) schools.addAll(inspectors.schoolsOf(actor.subject()));
            return new Reach.Organisations(schools);
        };
    }
}
