import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api, type Answer, type Body, type Row } from "../../api/services";
import { readOrRecall } from "../../shared/kept";
import { useDeferredPause } from "../../shared/useDeferredPause";
import { weightNames as weightWords } from "../../texts/zh-CN.scheme";

export type Stage = StageWindow["stage"];
export type LegalMode = LegalBasis["mode"];
export type WeightName = keyof Programme["weights"];
export const weightNames = Object.keys(weightWords) as WeightName[];

/** A sentence, and where it belongs: a stage's is `windows.NOTICE`. */
export type Fault = Answer<"/api/programmes/faults", "post">[number];

export type StageWindow = Programme["windows"][number];
export type CategoryRule = Programme["categories"][number];
export type LegalBasis = Programme["legalBasis"];

export type Tie = NonNullable<SelectionRules["tieBreak"]>[number];

/** What decides the selection beside the weights; absent or null is “not limited”. */
export type SelectionRules = Programme["selection"];

/** Minutes a school may be asked for, and who allowed more. */
export type Burden = Programme["burden"];

export type AskedOfASchool = Answer<"/api/programmes/{id}/burden">;

/** What the bureau decides about one year's scheme. Weights are whole per cent and sum to 100. */
export type ProgrammeContent = Answer<"/api/programmes/{id}/clone">;

/** More time for one unit in one stage. */
export type Extension = Programme["extensions"][number];
export type MoreTime = Omit<Body<"/api/programmes/{id}/extensions">, "version">;

export type Programme = Row<"/api/programmes">;

/** That a school has read the edition in force. */
export type Receipt = Row<"/api/programmes/{id}/receipts">;

export type Version = Row<"/api/programmes/{id}/versions">;

export const programmesKey = ["programmes"];

export function useProgrammes() {
  return useQuery({
    queryKey: programmesKey,
    queryFn: async () => (await readOrRecall("/api/programmes")).items,
    staleTime: 60_000,
  });
}

export function useProgrammeById(id: string) {
  return useQuery({ queryKey: [...programmesKey, id], queryFn: () => api.get("/api/programmes/{id}", { id }) });
}

export function useBurden(programme: string) {
  return useQuery({ queryKey: [...programmesKey, programme, "burden"], queryFn: () => api.get("/api/programmes/{id}/burden", { id: programme }) });
}

export function useReceipts(programme: string) {
  return useQuery({ queryKey: [...programmesKey, programme, "receipts"], queryFn: () => api.get("/api/programmes/{id}/receipts", { id: programme }) });
}

export function useVersions(programme: string) {
  return useQuery({ queryKey: [...programmesKey, programme, "versions"], queryFn: () => api.get("/api/programmes/{id}/versions", { id: programme }) });
}

export function useDifferences(programme: string, from: number, to: number) {
  return useQuery({
    queryKey: [...programmesKey, programme, "differences", from, to],
    queryFn: () => api.get("/api/programmes/{id}/differences", { id: programme, from, to }),
  });
}

export function useAdvice(programme: Programme) {
  return useQuery({ queryKey: [...programmesKey, programme.id, "advice", programme.version], queryFn: () => api.get("/api/programmes/{id}/advice", { id: programme.id }) });
}

/** What would keep it from being issued as it is written now: the service's own sentences, while somebody writes. */
export function useFaults(id: string, content: ProgrammeContent): Fault[] {
  const written = useDeferredPause(JSON.stringify({ ...content, id }));
  const faults = useQuery({
    queryKey: [...programmesKey, id, "faults", written],
    queryFn: () => api.post("/api/programmes/faults", JSON.parse(written) as Body<"/api/programmes/faults">),
    placeholderData: keepPreviousData,
    retry: false, // what is half typed is refused, and soon written on
    gcTime: 0,
  });
  return faults.data ?? [];
}

export const programmeCalls = {
  clone: (id: string, year: number) => api.get("/api/programmes/{id}/clone", { id, year }),
  correct: (programme: Programme, content: ProgrammeContent, reason: string) => api.post("/api/programmes/{id}/correct", { ...content, version: programme.version, reason }, { id: programme.id }),
  extend: (programme: Programme, more: MoreTime) => api.post("/api/programmes/{id}/extensions", { ...more, version: programme.version }, { id: programme.id }),
  close: (programme: Programme) => api.post("/api/programmes/{id}/close", { version: programme.version }, { id: programme.id }),
  wipe: (programme: Programme, title: string) => api.post("/api/programmes/{id}/wipe", { version: programme.version, title }, { id: programme.id }),
  read: (id: string, schoolId: string) => api.post("/api/programmes/{id}/receipts", { schoolId }, { id }),
  preset: (year: number) => api.get("/api/programmes/presets/seed", { year }),
  create: (programme: ProgrammeContent & { id: string }) => api.post("/api/programmes", programme),
  save: (id: string, content: ProgrammeContent, version: number) => api.put("/api/programmes/{id}", { ...content, version }, { id }),
  publish: (id: string, version: number) => api.post("/api/programmes/{id}/publish", { version }, { id }),
};
