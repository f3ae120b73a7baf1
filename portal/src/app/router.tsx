import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Link, retainSearchParams } from "@tanstack/react-router";
import { Button, Result } from "antd";
import { shell } from "../texts/zh-CN";
import { categories, type Category } from "../texts/zh-CN.public";
import type { ApplicationState } from "./applications/queries";
import type { AppraisalState } from "./appraisals/queries";
import type { FindingState, Source } from "./findings/queries";
import type { InspectionState } from "./inspections/queries";
import type { LedgerFilter } from "./ledger/queries";
import type { PlanState } from "./plans/queries";
import { Shell } from "./shell/Shell";
import { SignedIn } from "./shell/SignedIn";
import { TasksPage } from "./tasks/TasksPage";

/** Every address of the workbench, under /app. `?programme=` names the year's programme and stays from page to page. */
const root = createRootRoute({
  component: Shell,
  notFoundComponent: () => (
    <Result
      status="404"
      title={<h1 className="result-title">{shell.notFound}</h1>}
      subTitle={shell.notFoundHint}
      extra={
        <Link to="/">
          <Button type="primary">{shell.toTasks}</Button>
        </Link>
      }
    />
  ),
  validateSearch: (search: Record<string, unknown>): { programme?: string } => (typeof search.programme === "string" ? { programme: search.programme } : {}),
  search: { middlewares: [retainSearchParams(["programme"])] },
});

/** What a page's address may hold beside its path; `hide` names what a list leaves out. */
type Search = { hide?: string; words?: string; plan?: PlanState; visit?: InspectionState; category?: Category; state?: ApplicationState; filter?: LedgerFilter; appraisal?: AppraisalState; finding?: FindingState; source?: Source; school?: string; year?: number };

const searchOf = (search: Record<string, unknown>): Search => ({
  ...(typeof search.hide === "string" && /^[a-zA-Z,]+$/.test(search.hide) ? { hide: search.hide } : {}),
  ...(typeof search.words === "string" && search.words !== "" ? { words: search.words } : {}),
  ...(isKey(search.plan, planStates) ? { plan: search.plan } : {}),
  ...(isKey(search.visit, inspectionStates) ? { visit: search.visit } : {}),
  ...(typeof search.school === "string" ? { school: search.school } : {}),
  ...(typeof search.year === "number" && Number.isInteger(search.year) ? { year: search.year } : {}),
  ...(isKey(search.category, categories) ? { category: search.category } : {}),
  ...(isKey(search.state, applicationStates) ? { state: search.state } : {}),
  ...(isKey(search.finding, findingStates) ? { finding: search.finding } : {}),
  ...(isKey(search.source, findingSources) ? { source: search.source } : {}),
  ...(isKey(search.appraisal, appraisalStates) ? { appraisal: search.appraisal } : {}),
  ...(isKey(search.filter, ledgerFilters) ? { filter: search.filter } : {}),
});

// kept here and not read from the pages' words, which a first visit need not load
const applicationStates = {
  DRAFT: 0,
  SUBMITTED: 0,
  RETURNED: 0,
  RECOMMENDED: 0,
  NOT_RECOMMENDED: 0,
  BATCHED: 0,
  RECEIVED: 0,
  CORRECTION: 0,
  FORMALLY_OK: 0,
  NOT_ADMITTED: 0,
  HONOURED: 0,
  REVOKED: 0,
  WITHDRAWN: 0,
} satisfies Record<ApplicationState, 0>;
const planStates = { DRAFT: 0, SUBMITTED: 0, RETURNED: 0, GATE_PASSED: 0, BATCHED: 0, FILED: 0 } satisfies Record<PlanState, 0>;
const inspectionStates = { SCHEDULED: 0, ON_SITE: 0, SIGNED: 0, LOCKED: 0 } satisfies Record<InspectionState, 0>;
const ledgerFilters = { RECOMMENDATION: 0, ACCEPTANCE: 0, COMMENDATION: 0 } satisfies Record<LedgerFilter, 0>;
const findingStates = { OPEN: 0, ANSWERED: 0, VERIFIED: 0, CLOSING: 0, CLOSED: 0, REOPENED: 0 } satisfies Record<FindingState, 0>;
const findingSources = { SUPERVISION: 0, MUTUAL_REVIEW: 0, APPRAISAL: 0, INSPECTION: 0 } satisfies Record<Source, 0>;
const appraisalStates = { DRAFT: 0, TRIAL: 0, OPEN: 0, COUNTED: 0, REPEATED: 0 } satisfies Record<AppraisalState, 0>;

function isKey<T extends object>(value: unknown, words: T): value is keyof T {
  return typeof value === "string" && Object.hasOwn(words, value);
}

const page = <P extends string>(path: P, component: Parameters<typeof createRoute>[0]["component"]) =>
  createRoute({ getParentRoute: () => root, path, component, validateSearch: searchOf });

const routes = root.addChildren([
  page("/", TasksPage),
  page("/signed-in", SignedIn),
  page("/signing", lazyRouteComponent(() => import("./signing/SigningPage"), "SigningPage")),
  page("/calendar", lazyRouteComponent(() => import("./calendar/CalendarPage"), "CalendarPage")),
  page("/programmes", lazyRouteComponent(() => import("./programmes/ProgrammeList"), "ProgrammeList")),
  page("/programmes/$id", lazyRouteComponent(() => import("./programmes/ProgrammePage"), "ProgrammePage")),
  page("/forms/$category/$version", lazyRouteComponent(() => import("./forms/FormPage"), "FormPage")),
  page("/forms/$category/$version/next", lazyRouteComponent(() => import("./forms/FormDesigner"), "FormDesignerPage")),
  page("/rubrics/$category", lazyRouteComponent(() => import("./rubrics/RubricPage"), "RubricPage")),
  page("/rubrics/$category/next", lazyRouteComponent(() => import("./rubrics/RubricDesigner"), "RubricDesignerPage")),
  page("/organisations", lazyRouteComponent(() => import("./organisations/OrganisationsPage"), "OrganisationsPage")),
  page("/plans", lazyRouteComponent(() => import("./plans/PlanList"), "PlanList")),
  page("/plans/$id", lazyRouteComponent(() => import("./plans/PlanPage"), "PlanPage")),
  page("/progress", lazyRouteComponent(() => import("./progress/ProgressPage"), "ProgressPage")),
  page("/applications", lazyRouteComponent(() => import("./applications/ApplicationList"), "ApplicationList")),
  page("/applications/$id", lazyRouteComponent(() => import("./applications/ApplicationPage"), "ApplicationPage")),
  page("/readings", lazyRouteComponent(() => import("./readings/ReadingsPage"), "ReadingsPage")),
  page("/screening", lazyRouteComponent(() => import("./applications/ScreeningDesk"), "ScreeningDesk")),
  page("/batches", lazyRouteComponent(() => import("./batches/BatchDesk"), "BatchDesk")),
  page("/mutual-reviews", lazyRouteComponent(() => import("./mutualreview/RoundPage"), "RoundPage")),
  page("/score-sheets", lazyRouteComponent(() => import("./mutualreview/SheetList"), "SheetList")),
  page("/score-sheets/$id", lazyRouteComponent(() => import("./mutualreview/SheetPage"), "SheetPage")),
  page("/appraisals", lazyRouteComponent(() => import("./appraisals/AppraisalList"), "AppraisalList")),
  page("/appraisals/$id", lazyRouteComponent(() => import("./appraisals/AppraisalPage"), "AppraisalPage")),
  page("/ballots", lazyRouteComponent(() => import("./appraisals/MyBallots"), "MyBallots")),
  page("/inspections", lazyRouteComponent(() => import("./inspections/InspectionList"), "InspectionList")),
  page("/inspections/$id", lazyRouteComponent(() => import("./inspections/InspectionPage"), "InspectionPage")),
  page("/supervision", lazyRouteComponent(() => import("./supervision/VisitList"), "VisitList")),
  page("/supervision/$id", lazyRouteComponent(() => import("./supervision/VisitPage"), "VisitPage")),
  page("/findings", lazyRouteComponent(() => import("./findings/FindingsPage"), "FindingsPage")),
  page("/findings/$id", lazyRouteComponent(() => import("./findings/FindingPage"), "FindingPage")),
  page("/circulars", lazyRouteComponent(() => import("./circulars/CircularsPage"), "CircularsPage")),
  page("/circulars/$id", lazyRouteComponent(() => import("./circulars/CircularPage"), "CircularPage")),
  page("/conflicts", lazyRouteComponent(() => import("./conflicts/ConflictsPage"), "ConflictsPage")),
  page("/joint-comments", lazyRouteComponent(() => import("./jointcomments/JointCommentsPage"), "JointCommentsPage")),
  page("/vetoes", lazyRouteComponent(() => import("./vetoes/VetoesPage"), "VetoesPage")),
  page("/vetoes/$id", lazyRouteComponent(() => import("./vetoes/VetoPage"), "VetoPage")),
  page("/selection", lazyRouteComponent(() => import("./selection/SelectionPage"), "SelectionPage")),
  page("/letters", lazyRouteComponent(() => import("./letters/LettersPage"), "LettersPage")),
  page("/nominations", lazyRouteComponent(() => import("./nominations/NominationsPage"), "NominationsPage")),
  page("/objections", lazyRouteComponent(() => import("./objections/ObjectionsPage"), "ObjectionsPage")),
  page("/objections/$id", lazyRouteComponent(() => import("./objections/ObjectionPage"), "ObjectionPage")),
  page("/notices", lazyRouteComponent(() => import("./notices/NoticeDesk"), "NoticeDesk")),
  page("/honours", lazyRouteComponent(() => import("./honours/HonoursPage"), "HonoursPage")),
  page("/adoptions", lazyRouteComponent(() => import("./adoptions/AdoptionsPage"), "AdoptionsPage")),
  page("/suggestions", lazyRouteComponent(() => import("./suggestions/SuggestionsPage"), "SuggestionsPage")),
  page("/notifications", lazyRouteComponent(() => import("./notifications/NotificationsPage"), "NotificationsPage")),
  page("/follow-ups", lazyRouteComponent(() => import("./followups/FollowUpsPage"), "FollowUpsPage")),
  page("/assessments", lazyRouteComponent(() => import("./assessments/AssessmentsPage"), "AssessmentsPage")),
  page("/archive", lazyRouteComponent(() => import("./archive/ArchivePage"), "ArchivePage")),
  page("/statistics", lazyRouteComponent(() => import("./statistics/StatisticsPage"), "StatisticsPage")),
  page("/ledger", lazyRouteComponent(() => import("./ledger/LedgerPage"), "LedgerPage")),
]);

export const router = createRouter({ routeTree: routes, basepath: "/app", defaultPreload: "intent", defaultErrorComponent: Broken });

/** Said in the page's place; the menu around it goes on working. */
function Broken() {
  return (
    <Result
      status="error"
      title={<h1 className="result-title">{shell.broken}</h1>}
      subTitle={shell.brokenHint}
      extra={<Button onClick={() => location.reload()}>{shell.reload}</Button>}
    />
  );
}

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
