import { useQuery } from "@tanstack/react-query";
import { api, itemsOf, type Page } from "../../api/http";
import type { programmes, stages } from "../../texts/zh-CN";
import type { selectionRules } from "../../texts/zh-CN.programmes";
import type { Category } from "../../texts/zh-CN.public";

export type Stage = keyof typeof stages;
export type LegalMode = keyof typeof programmes.modes;
export type WeightName = keyof typeof programmes.weightNames;

export type StageWindow = { stage: Stage; opensOn: string; closesOn: string };
export type CategoryRule = { category: Category; name: string; minPerUnit: number; maxPerUnit: number; quota: number };
export type LegalBasis = { mode: LegalMode; documentNumber: string; approvedBy: string; approvedOn: string; listItem: string };

export type Tie = keyof typeof selectionRules.ties;

/** What decides the selection beside the weights; absent or null is “not limited”. */
export type SelectionRules = {
  minimumAcceptance: number;
  minimumSatisfaction: number;
  tieBreak: Tie[];
  perSchool?: number | null;
  headsPercent?: number | null;
  kindergartens?: number | null;
  outstandingSchools: number;
  outstandingMembers: number;
};

/** Minutes a school may be asked for, and who allowed more. */
export type Burden = { ceiling: number; approvedBy?: string | null; reason?: string | null };

export type AskedOfASchool = Burden & { minutes: number; sheets: { name: string; minutes: number; times: number }[] };

/** What the bureau decides about one year's scheme. Weights are whole per cent and sum to 100. */
export type ProgrammeContent = {
  title: string;
  year: number;
  demonstration: boolean;
  legalBasis: LegalBasis;
  windows: StageWindow[];
  categories: CategoryRule[];
  weights: Record<WeightName, number>;
  selection: SelectionRules;
  burden: Burden;
};

export type Programme = ProgrammeContent & { id: string; state: "DRAFT" | "PUBLISHED" | "CLOSED"; version: number };

export const programmesKey = ["programmes"];

export function useProgrammes() {
  return useQuery({
    queryKey: programmesKey,
    queryFn: async () => itemsOf(await api.get<Page<Programme> | Programme[]>("/api/programmes")),
    staleTime: 60_000,
  });
}

export function useProgrammeById(id: string) {
  return useQuery({ queryKey: [...programmesKey, id], queryFn: () => api.get<Programme>(`/api/programmes/${id}`) });
}

export function useBurden(programme: string) {
  return useQuery({ queryKey: [...programmesKey, programme, "burden"], queryFn: () => api.get<AskedOfASchool>(`/api/programmes/${programme}/burden`) });
}

export const programmeCalls = {
  preset: (year: number) => api.get<ProgrammeContent>("/api/programmes/presets/seed", { year }),
  create: (programme: ProgrammeContent & { id: string }) => api.post<Programme>("/api/programmes", programme),
  save: (id: string, content: ProgrammeContent, version: number) => api.put<Programme>(`/api/programmes/${id}`, { ...content, version }),
  publish: (id: string, version: number) => api.post<Programme>(`/api/programmes/${id}/publish`, { version }),
};
