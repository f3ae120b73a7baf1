import { useQuery } from "@tanstack/react-query";
import { api, itemsOf, type Page } from "../../api/http";
import { readOrRecall } from "../../shared/kept";
import type { stages } from "../../texts/zh-CN";
import type { programmes, selectionRules } from "../../texts/zh-CN.programmes";
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

/** More time for one unit in one stage. */
export type Extension = { unitId: string; stage: Stage; until: string; reason: string; approvedBy: string };
export type MoreTime = Extension;

export type Programme = ProgrammeContent & {
  id: string;
  state: "DRAFT" | "PUBLISHED" | "CLOSED";
  version: number;
  /** 1 as it was published, one more with each correction. */
  edition?: number | null;
  extensions: Extension[];
  /** What an honour may be called: not every programme ends in a 表彰. */
  words: { honour: string; ceremony: string; decision: string };
};

/** That a school has read the edition in force. */
export type Receipt = { schoolId: string; unitId: string; edition: number; readAt: string };

export type Version = { version: number; edition?: number | null; reason?: string | null; savedAt: string };

export const programmesKey = ["programmes"];

export function useProgrammes() {
  return useQuery({
    queryKey: programmesKey,
    queryFn: async () => itemsOf(await readOrRecall<Page<Programme> | Programme[]>("/api/programmes")),
    staleTime: 60_000,
  });
}

export function useProgrammeById(id: string) {
  return useQuery({ queryKey: [...programmesKey, id], queryFn: () => api.get<Programme>(`/api/programmes/${id}`) });
}

export function useBurden(programme: string) {
  return useQuery({ queryKey: [...programmesKey, programme, "burden"], queryFn: () => api.get<AskedOfASchool>(`/api/programmes/${programme}/burden`) });
}

export function useReceipts(programme: string) {
  return useQuery({ queryKey: [...programmesKey, programme, "receipts"], queryFn: () => api.get<Receipt[]>(`/api/programmes/${programme}/receipts`) });
}

export function useVersions(programme: string) {
  return useQuery({ queryKey: [...programmesKey, programme, "versions"], queryFn: () => api.get<Version[]>(`/api/programmes/${programme}/versions`) });
}

export function useDifferences(programme: string, from: number, to: number) {
  return useQuery({
    queryKey: [...programmesKey, programme, "differences", from, to],
    queryFn: () => api.get<{ what: string; before: string; after: string }[]>(`/api/programmes/${programme}/differences`, { from, to }),
  });
}

export function useAdvice(programme: Programme) {
  return useQuery({ queryKey: [...programmesKey, programme.id, "advice", programme.version], queryFn: () => api.get<{ code: string; sentence: string }[]>(`/api/programmes/${programme.id}/advice`) });
}

export const programmeCalls = {
  clone: (id: string, year: number) => api.get<ProgrammeContent>(`/api/programmes/${id}/clone`, { year }),
  correct: (programme: Programme, content: ProgrammeContent, reason: string) => api.post<Programme>(`/api/programmes/${programme.id}/correct`, { ...content, version: programme.version, reason }),
  extend: (programme: Programme, more: MoreTime) => api.post<Programme>(`/api/programmes/${programme.id}/extensions`, { ...more, version: programme.version }),
  close: (programme: Programme) => api.post<Programme>(`/api/programmes/${programme.id}/close`, { version: programme.version }),
  wipe: (programme: Programme, title: string) => api.post<{ rows: number }>(`/api/programmes/${programme.id}/wipe`, { version: programme.version, title }),
  read: (id: string, schoolId: string) => api.post<Receipt[]>(`/api/programmes/${id}/receipts`, { schoolId }),
  preset: (year: number) => api.get<ProgrammeContent>("/api/programmes/presets/seed", { year }),
  create: (programme: ProgrammeContent & { id: string }) => api.post<Programme>("/api/programmes", programme),
  save: (id: string, content: ProgrammeContent, version: number) => api.put<Programme>(`/api/programmes/${id}`, { ...content, version }),
  publish: (id: string, version: number) => api.post<Programme>(`/api/programmes/${id}/publish`, { version }),
};
