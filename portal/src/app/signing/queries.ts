import { useQueries } from "@tanstack/react-query";
import { categories } from "../../texts/zh-CN.public";
import { applications as a } from "../../texts/zh-CN.applications";
import { plans as p } from "../../texts/zh-CN.plans";
import { signing as t } from "../../texts/zh-CN.signing";
import { applicationsKey, type ApplicationState, missingOf, useAllApplications } from "../applications/queries";
import { useMySeats } from "../organisations/queries";
import { missingOfPlan, plansKey, type PlanState, usePlans } from "../plans/queries";

/** In these a school's application lies with the school. */
const withTheSchool = ["DRAFT", "RETURNED", "CORRECTION"] as const satisfies ApplicationState[];

/** In these its plan does. */
const plansWithTheSchool = new Set<PlanState>(["DRAFT", "RETURNED"]);

/** A paper for the secretary: `missing` is how many answers it still lacks, unknown while that is being looked at. */
export type Paper = { kind: "application" | "plan"; id: string; version: number; title: string; facts: string; missing?: number };

/** All that waits for the secretary's hand, what can be signed first. */
export function usePapers(programmeId: string) {
  const [drafts, returned, corrections] = [
    useAllApplications(programmeId, { state: withTheSchool[0] }),
    useAllApplications(programmeId, { state: withTheSchool[1] }),
    useAllApplications(programmeId, { state: withTheSchool[2] }),
  ];
  const plans = usePlans(programmeId);
  const seats = useMySeats();
  const signsFor = new Set((seats.data ?? []).filter((seat) => seat.role === "school-secretary").map((seat) => seat.organisationId));
  const mine = (plans.data ?? []).filter((plan) => signsFor.has(plan.schoolId) && plansWithTheSchool.has(plan.state));
  const all: Paper[] = [
    ...mine.map(({ id, version, brandName }) => ({ kind: "plan" as const, id, version, title: brandName || p.unnamed, facts: t.plan })),
    ...[...(corrections.data ?? []), ...(returned.data ?? []), ...(drafts.data ?? [])].map(({ id, version, title, category }) => ({
      kind: "application" as const,
      id,
      version,
      title: title || a.untitled,
      facts: categories[category],
    })),
  ];
  const looked = useQueries({
    queries: all.map(({ kind, id, version }) => ({
      queryKey: [...(kind === "plan" ? plansKey : applicationsKey), id, "missing", version],
      queryFn: () => (kind === "plan" ? missingOfPlan(id) : missingOf(id)),
    })),
  });
  const papers = all.map((paper, n): Paper => ({ ...paper, missing: looked[n]?.data?.errors.length }));
  return {
    pending: [drafts, returned, corrections, plans, seats].some((one) => one.isPending),
    papers: [...papers.filter(isReady), ...papers.filter((paper) => !isReady(paper))],
  };
}

export const isReady = (paper: Paper) => paper.missing === 0;
