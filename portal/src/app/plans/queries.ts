import { useQuery } from "@tanstack/react-query";
import { api, itemsOf, type Page } from "../../api/http";
import type { plans } from "../../texts/zh-CN.plans";

export type PlanState = keyof typeof plans.states;
export type Aspect = keyof typeof plans.aspects;

export type Target = { text: string; measure: string; dueOn: string | null };

export type PlanContent = Record<Aspect, string> & {
  highlights: string;
  brandName: string;
  brandMeaning: string;
  brandCarrier: string;
  brandMethod: string;
  brandEffect: string;
  secretary: string;
  infoOfficer: string;
  leadGroup: { name: string; duty: string }[];
  targets: Target[];
  /** When the bureau's programme was discussed and by how many; both may stay untold. */
  discussion: { heldOn?: string | null; participants?: number | null };
  publicity: { what: string; on?: string | null }[];
};

export type Section = keyof typeof plans.sections;

/** One text that became different, in pieces. */
export type Change = { section: Section; label: string; pieces: { kind: "KEPT" | "ADDED" | "REMOVED"; text: string }[] };

/** A school's plan; lists carry it without its content. */
export type Plan = {
  id: string;
  programmeId: string;
  schoolId: string;
  unitId: string;
  state: PlanState;
  version: number;
  content: PlanContent;
  reason?: string | null;
  /** What was said of which part when it was sent back. */
  comments?: Partial<Record<Section, string>> | null;
};

export type PlanRow = Omit<Plan, "content" | "reason" | "comments"> & { brandName?: string | null; content?: PlanContent };

export const plansKey = ["plans"];

export function usePlans(programmeId: string) {
  return useQuery({
    queryKey: [...plansKey, "of", programmeId],
    queryFn: async () => itemsOf(await api.get<Page<PlanRow> | PlanRow[]>("/api/plans", { programme: programmeId, limit: 200 })),
  });
}

export function usePlan(id: string) {
  return useQuery({ queryKey: [...plansKey, id], queryFn: () => api.get<Plan>(`/api/plans/${id}`) });
}

/** What became different between the last two times it was submitted. */
export function useChanges(id: string) {
  return useQuery({ queryKey: [...plansKey, id, "changes"], queryFn: () => api.get<{ from: number; to: number; changes: Change[] }>(`/api/plans/${id}/changes`) });
}

/** For the school alone: whether its plan reads much like another's. */
export function useOriginality(id: string, version: number) {
  return useQuery({ queryKey: [...plansKey, id, "originality", version], queryFn: () => api.get<{ likeness?: number; advice?: string }>(`/api/plans/${id}/originality`) });
}

export type SentBack = { reason: string; comments: Partial<Record<Section, string>> };

export const planCalls = {
  create: (plan: { id: string; programmeId: string; schoolId: string; content: PlanContent }) => api.post<Plan>("/api/plans", plan),
  save: (id: string, content: PlanContent, version: number) => api.put<Plan>(`/api/plans/${id}`, { version, content }),
  submit: (id: string, version: number) => api.post<Plan>(`/api/plans/${id}/submit`, { version }),
  return: (id: string, version: number, review: SentBack) => api.post<Plan>(`/api/plans/${id}/return`, { version, ...review }),
  reject: (id: string, version: number, review: SentBack) => api.post<Plan>(`/api/plans/${id}/reject`, { version, ...review }),
  pass: (id: string, version: number) => api.post<Plan>(`/api/plans/${id}/pass`, { version }),
  batch: (programmeId: string) => api.post("/api/plans/batch", { programmeId }),
  file: (programmeId: string, unitId: string) => api.post("/api/plans/filings", { programmeId, unitId }),
};

/** What the platform knows of a plan before anybody writes: who sits where, and what stays from the year before. */
export async function beginning(programmeId: string, schoolId: string): Promise<PlanContent> {
  const known = await api.get<PlanContent>("/api/plans/known", { programme: programmeId, school: schoolId });
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
  targets: [{ text: "", measure: "", dueOn: null }],
};
