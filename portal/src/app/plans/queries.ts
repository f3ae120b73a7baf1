import { useQuery } from "@tanstack/react-query";
import { mostRows, whole } from "../../api/pages";
import { api, type Answer, type Body, type Row } from "../../api/services";
import { plans } from "../../texts/zh-CN.plans";

export type PlanState = Plan["state"];
/** The five aspects that a plan looks at first. */
export const aspects = Object.keys(plans.aspects) as (keyof typeof plans.aspects)[];

export type Target = PlanContent["targets"][number];

export type PlanContent = Answer<"/api/plans/known">;

export type Section = Change["section"];

/** One text that became different, in pieces. */
export type Change = Answer<"/api/plans/{id}/changes">["changes"][number];

/** A school's plan; lists carry it without its content. */
export type Plan = Answer<"/api/plans/{id}">;

export type PlanRow = Row<"/api/plans">;

export const plansKey = ["plans"];

export function usePlans(programmeId: string) {
  return useQuery({
    queryKey: [...plansKey, "of", programmeId],
    queryFn: () => whole((after) => api.get("/api/plans", { programme: programmeId, after, limit: mostRows })),
  });
}

export function usePlan(id: string) {
  return useQuery({ queryKey: [...plansKey, id], queryFn: () => api.get("/api/plans/{id}", { id }) });
}

/** What became different between the last two times it was submitted. */
export function useChanges(id: string) {
  return useQuery({ queryKey: [...plansKey, id, "changes"], queryFn: () => api.get("/api/plans/{id}/changes", { id }) });
}

/** What the service says is still missing, each fault beside its field. */
export function missingOfPlan(id: string) {
  return api.get("/api/plans/{id}/missing", { id });
}

/** For the school alone: whether its plan reads much like another's. */
export function useOriginality(id: string, version: number) {
  return useQuery({ queryKey: [...plansKey, id, "originality", version], queryFn: () => api.get("/api/plans/{id}/originality", { id }) });
}

export type SentBack = Omit<Body<"/api/plans/{id}/return">, "version">;

export const planCalls = {
  create: (plan: { id: string; programmeId: string; schoolId: string; content: PlanContent }) => api.post("/api/plans", plan),
  save: (id: string, content: PlanContent, version: number) => api.put("/api/plans/{id}", { version, content }, { id }),
  submit: (id: string, version: number) => api.post("/api/plans/{id}/submit", { version }, { id }),
  return: (id: string, version: number, review: SentBack) => api.post("/api/plans/{id}/return", { version, ...review }, { id }),
  reject: (id: string, version: number, review: SentBack) => api.post("/api/plans/{id}/reject", { version, ...review }, { id }),
  pass: (id: string, version: number) => api.post("/api/plans/{id}/pass", { version }, { id }),
  batch: (programmeId: string) => api.post("/api/plans/batch", { programmeId }),
  file: (programmeId: string, unitId: string) => api.post("/api/plans/filings", { programmeId, unitId }),
};

/** What the platform knows of a plan before anybody writes: who sits where, and what stays from the year before. */
export async function beginning(programmeId: string, schoolId: string): Promise<PlanContent> {
  const known = await api.get("/api/plans/known", { programme: programmeId, school: schoolId });
  return {
    ...emptyPlan,
    ...known,
    leadGroup: known.leadGroup.length > 0 ? known.leadGroup : emptyPlan.leadGroup,
    targets: emptyPlan.targets,
  };
}

/** A plan of which nothing is known. */
export const emptyPlan: PlanContent = {
  ideology: "",
  organisation: "",
  institution: "",
  team: "",
  integrity: "",
  highlights: "",
  brandName: "",
  brandMeaning: "",
  brandCarrier: "",
  brandMethod: "",
  brandEffect: "",
  secretary: "",
  infoOfficer: "",
  leadGroup: [{ name: "", duty: "" }],
  discussion: {},
  publicity: [],
  targets: [{ text: "", measure: "" }],
};
