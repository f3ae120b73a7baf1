import { useQuery } from "@tanstack/react-query";
import { api, itemsOf, type Page } from "../../api/http";
import type { plans } from "../../texts/zh-CN";

export type PlanState = keyof typeof plans.states;
export type Aspect = keyof typeof plans.aspects;

export type Target = { text: string; measure: string; dueOn: string | null };

export type PlanContent = Record<Aspect, string> & {
  highlights: string;
  brandName: string;
  brandMeaning: string;
  secretary: string;
  infoOfficer: string;
  targets: Target[];
};

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
};

export type PlanRow = Omit<Plan, "content" | "reason"> & { brandName?: string | null; content?: PlanContent };

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

export const planCalls = {
  create: (plan: { id: string; programmeId: string; schoolId: string; content: PlanContent }) => api.post<Plan>("/api/plans", plan),
  save: (id: string, content: PlanContent, version: number) => api.put<Plan>(`/api/plans/${id}`, { version, content }),
  submit: (id: string, version: number) => api.post<Plan>(`/api/plans/${id}/submit`, { version }),
  return: (id: string, version: number, reason: string) => api.post<Plan>(`/api/plans/${id}/return`, { version, reason }),
  pass: (id: string, version: number) => api.post<Plan>(`/api/plans/${id}/pass`, { version }),
  batch: (programmeId: string) => api.post("/api/plans/batch", { programmeId }),
  file: (programmeId: string, unitId: string) => api.post("/api/plans/filings", { programmeId, unitId }),
};

/** What a plan begins as. */
export const emptyPlan: PlanContent = {
  ideology: "",
  organisation: "",
  institution: "",
  team: "",
  integrity: "",
  highlights: "",
  brandName: "",
  brandMeaning: "",
  secretary: "",
  infoOfficer: "",
  targets: [{ text: "", measure: "", dueOn: null }],
};
